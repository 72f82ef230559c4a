"""Text without markup, as it is stored."""

from __future__ import annotations

import html
import re

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """One line: entities resolved, invisible characters and lone surrogates dropped, white space made single blanks."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", html.unescape(text))).strip()
