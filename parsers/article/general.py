"""The text of a page of no registered source."""

from __future__ import annotations

import trafilatura
from lxml.html import HtmlElement

from parsers.article.plain import plain


def main_text(tree: HtmlElement) -> list[str]:
    """Paragraphs of the article in the page, best guess; none where there is none."""
    text = trafilatura.extract(tree, include_comments=False) or ""
    return [paragraph for line in text.split("\n") if (paragraph := plain(line))]
