"""What a page may cost. Markup that would hang the parser inside C is refused before it is parsed."""

from __future__ import annotations

import re

from parsers.records import Issue

MAX_BYTES = 2_000_000
"""Real articles lie far below; what is longer is cut, since the article stands in front of the padding."""
MAX_TAGS = 60_000
"""The 99.9th percentile of real pages is near 10,000 tags; each costs about two microseconds downstream."""
MAX_ATTRIBUTES = 2_000
"""libxml2 2.14 checks each attribute of a tag against all others: 100,000 in one tag take 15 s (2026-11-22)."""

_LONG_TAG = 10_000
_ATTRIBUTE = re.compile(r"\s[^\s=\"'>]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")


def check_markup(markup: str) -> Issue | None:
    """Why this markup must not be parsed, or None where it may."""
    pieces = markup.split("<")
    if len(pieces) > MAX_TAGS:
        return Issue("too_many_tags", f"the page has {len(pieces)} tags; more than {MAX_TAGS} are not read")
    for piece in [piece for piece in pieces if len(piece) > _LONG_TAG]:
        attributes = sum(1 for _ in _ATTRIBUTE.finditer(piece.partition(">")[0]))
        if attributes > MAX_ATTRIBUTES:
            return Issue(
                "too_many_attributes",
                f"one tag of the page has {attributes} attributes; more than {MAX_ATTRIBUTES} are not read",
            )
    return None
