"""Text without markup, as it is stored."""

from __future__ import annotations

import html
import re

_END = re.compile(r"\n|</(?:p|div|h[1-6]|li)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/][^<>]*>")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff\ud800-\udfff]")


def squeeze(text: str) -> str:
    """One line: invisible characters and lone surrogates dropped, white space made single blanks."""
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def lines_without_tags(text: str) -> list[str]:
    """Paragraphs of a text that may hold escaped or plain markup, as `articleBody` of JSON-LD often does."""
    parts = _END.split(html.unescape(text))
    return [line for part in parts if (line := squeeze(_TAG.sub(" ", part)))]


def plain(text: str) -> str:
    """One line, with entities resolved: for what attributes and JSON-LD say, where they are often escaped twice."""
    return squeeze(html.unescape(text))
