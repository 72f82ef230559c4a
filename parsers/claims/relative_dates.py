"""Days reckoned from the day of publication: weekdays, "yesterday", "last week", "two months ago"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from parsers.claims.numbers import read_number
from parsers.claims.packs.words import rows, words
from parsers.claims.tense import Tense
from parsers.claims.text import Token

_PHRASES: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
for _row in rows("claims/packs/en/days.csv"):
    _lows = tuple(_row["phrase"].split())
    _PHRASES.setdefault(_lows[0], []).append((_lows, _row["unit"], int(_row["offset"])))
RELATIVE_STARTS = frozenset(_PHRASES)
_NEXT = words("claims/packs/en/date_words.csv", list="before_weekday_future")
_LAST = words("claims/packs/en/date_words.csv", list="before_weekday_past")
_HOLIDAYS = words("claims/packs/en/date_words.csv", list="before_holiday")
WEEK = timedelta(days=7)
MORROW = timedelta(days=6)
"""How far back the weekday of the morrow lies."""
NEAR = timedelta(days=240)
VERY_NEAR = timedelta(days=40)
"""A date without a year that lies so little ahead is more likely the coming one than the one eleven months back."""


class RelativeDate(NamedTuple):
    """Tokens `first` up to, without, `last`; `offset` in units from publication, or the weekday from Monday = 0."""

    first: int
    last: int
    unit: str
    offset: int
    side: Tense
    """What "next" and "last" before a weekday say."""


def relative_date(tokens: tuple[Token, ...], at: int) -> RelativeDate | None:
    """The date that is told from token `at` on, reckoned from publication."""
    for lows, unit, offset in _PHRASES[tokens[at].low]:
        last = at + len(lows)
        if tuple(token.low for token in tokens[at:last]) != lows:
            continue
        if unit != "weekday":
            return RelativeDate(at, last, unit, offset, "unknown")
        before = tokens[at - 1].low if at else ""
        if not tokens[at].text[0].isupper() or before in _HOLIDAYS:
            return None
        side: Tense = "future" if before in _NEXT else "past" if before in _LAST else "unknown"
        return RelativeDate(at if side == "unknown" else at - 1, last, unit, offset, side)
    return None


def time_ago(tokens: tuple[Token, ...], at: int) -> RelativeDate | None:
    """ "Two days ago", of which "ago" is token `at`."""
    unit = tokens[at - 1].low.removesuffix("s") if at >= 2 else ""
    if unit not in ("day", "week", "month", "year"):
        return None
    count = 1.0 if tokens[at - 2].low in ("a", "an") else read_number(tokens[at - 2].low)
    return RelativeDate(at - 2, at + 1, unit, -int(count), "past") if 1 <= count <= 200 and count % 1 == 0 else None


def weekday_near(weekday: int, published: date, side: Tense, tense: Tense) -> date:
    """The day a weekday means: said on that weekday, that day; else the latest past one, or the next under "will".

    `side` is what "next" or "last" before it says: never the day of publication itself. The weekday of the morrow is
    the morrow: nobody names the day six days back so, and a report may reach its feed in a zone behind its own.
    """
    back = timedelta(days=(published.weekday() - weekday) % 7)
    if side == "past":
        return published - (back or WEEK)
    if side == "future" or (tense == "future" and back) or back == MORROW:
        return published - back + WEEK
    return published - back


def period(published: date, unit: str, offset: int) -> tuple[date, date]:
    """First and last day of the day, week, month or year `offset` units from that of publication.

    Raises OverflowError or ValueError beyond the calendar's ends.
    """
    if unit == "day":
        day = published + timedelta(days=offset)
        return day, day
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + offset * WEEK
        return monday, monday + timedelta(days=6)
    if unit == "month":
        year, month = divmod(published.year * 12 + published.month - 1 + offset, 12)
        return month_of(year, month + 1)
    return date(published.year + offset, 1, 1), date(published.year + offset, 12, 31)


def nearest_year(month: int, day: int | None, published: date, tense: Tense) -> int:
    """The year of a month or day told without one: the latest past one, or a near one ahead under "will"."""
    year = published.year
    if (month, day or 1) > (published.month, published.day + 1 if day else 31):
        year -= 1
    ahead = date(year + 1, month, 1) - published
    if ahead <= (NEAR if tense == "future" else VERY_NEAR) and (month, day or 1) != (published.month, published.day):
        year += 1
    return year


def month_of(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
