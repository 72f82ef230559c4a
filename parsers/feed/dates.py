"""Dates of feed entries: the day as the feed writes it, and the moment where it tells time and zone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from parsers.article.moments import Moment, parse_moment

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""That a date does not lie ahead of now is for the caller to check, who has a clock."""
MAX_RAW = 100


def moment_of(raw: str | None, parsed: Sequence[int] | None) -> Moment | None:
    """The date that `raw` writes; failing that, what feedparser, which knows more tongues, made of it (UTC)."""
    if raw is None:
        return None
    found = parse_moment(raw[:MAX_RAW])
    if found is not None or parsed is None:
        return found
    try:
        year, month, day, hour, minute, second = parsed[:6]
        at = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except (ValueError, TypeError, OverflowError):
        return None
    return Moment(at.date(), at) if FIRST_YEAR <= at.year <= LAST_YEAR else None
