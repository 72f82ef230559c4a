"""Markup of titles and summaries to text."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from parsers.article.plain import plain

MAX_MARKUP = 50_000
"""Characters of one field that are read; a whole article in a feed has some 20,000."""
_BEYOND_UNICODE = re.compile(r"&#[xX]?0*[0-9a-fA-F]{8,};?")
"""html.unescape reads any number of digits, and int() raises at 4,300."""
_MARKUP = re.compile(r"<[A-Za-z/!]")
_BLOCK_END = re.compile(r"(?i)(?=<br\b|</?(?:p|div|li|h[1-6]|td|tr|blockquote|figure|figcaption|ul|ol)\b)")


def text_of(markup: str) -> str:
    """One line of text: tags gone (a blank where a block ends), scripts and styles dropped, entities resolved."""
    markup = _BEYOND_UNICODE.sub("\ufffd", markup[:MAX_MARKUP])
    if not _MARKUP.search(markup):
        return plain(markup)
    soup = BeautifulSoup(_BLOCK_END.sub(" ", markup), "lxml")
    for silent in soup(["script", "style", "template", "noscript"]):
        silent.decompose()
    return plain(soup.get_text())
