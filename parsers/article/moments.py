"""One written date or time to a day and, where it is told, a moment in UTC."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import NamedTuple

_FIRST, _LAST = 1990, 2100
"""Years that a page of news may bear. That a date does not lie ahead is for the caller to check, who has a clock."""
_ISO = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
    r"(?:[T\s]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<zone>Z|[+-]\d{4})?)?"
)
_EPOCH = re.compile(r"\d{9,10}|\d{12,13}")


class Moment(NamedTuple):
    """A day in the zone it was written in, and the moment in UTC where time and zone are told."""

    day: date
    at: datetime | None = None
    utc: bool = False
    """Whether it was written in UTC, which is what machines write wherever they stand."""


def parse_moment(raw: str) -> Moment | None:
    """The date that a machine wrote: ISO 8601 with the usual slips, RFC 2822, or seconds since 1970.

    What is no date of the years 1990 to 2100 (`0000-00-00`, `9999-12-31`) gives None.
    """
    text = raw.strip()
    if found := _ISO.match(text) or _COMPACT.fullmatch(text):
        return _from_parts(found)
    if _EPOCH.fullmatch(text):
        return _checked(datetime.fromtimestamp(int(text[:10]) if len(text) < 12 else int(text) / 1000, UTC))
    try:
        return _checked(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def checked_day(year: int, month: int, day: int) -> date | None:
    """The day, where there is such a day in the years 1990 to 2100."""
    try:
        return date(year, month, day) if _FIRST <= year <= _LAST else None
    except ValueError:
        return None


def _from_parts(found: re.Match[str]) -> Moment | None:
    day = checked_day(int(found["year"]), int(found["month"]), int(found["day"]))
    if day is None:
        return None
    if found["hour"] is None or found["zone"] is None:
        return Moment(day)
    try:
        clock = datetime(
            day.year, day.month, day.day, int(found["hour"]), int(found["minute"]), int(found["second"] or 0),
            tzinfo=_zone(found["zone"]),
        )  # fmt: skip
    except ValueError:
        return Moment(day)
    return Moment(day, clock.astimezone(UTC), not clock.utcoffset())


def _zone(text: str) -> timezone:
    if not text.startswith(("+", "-")):
        return UTC
    digits = text[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-offset if text[0] == "-" else offset)


def _checked(clock: datetime) -> Moment | None:
    if not _FIRST <= clock.year <= _LAST:
        return None
    if clock.tzinfo is None:
        return Moment(clock.date())
    return Moment(clock.date(), clock.astimezone(UTC), not clock.utcoffset())
