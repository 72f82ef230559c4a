"""Dates that a text names, reckoned from its day of publication where the words leave out the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from parsers.claims.calendar_dates import MONTHS, CalendarDate, calendar_date
from parsers.claims.relative_dates import (
    RELATIVE_STARTS,
    RelativeDate,
    month_of,
    nearest_year,
    period,
    relative_date,
    time_ago,
    weekday_near,
)
from parsers.claims.tense import tense_around
from parsers.claims.text import Text, Token

Precision = Literal["day", "week", "month", "year"]
Basis = Literal["calendar", "weekday", "relative", "dateline", "header"]


class DateMention(NamedTuple):
    """A date at `original[start:end]`; tokens `first` up to, without, `last`."""

    start: int
    end: int
    day: date | None
    """The day, where the words and the day of publication give it."""
    begins: date | None
    """First day of the day, week, month or year that is meant; None where publication is unknown and needed."""
    ends: date | None
    precision: Precision
    basis: Basis
    """`dateline`: of the report itself ("KYIV, March 3 (Agency) -"); `header`: a date alone on its line."""
    first: int
    last: int


def find_dates(text: Text, published: date | None) -> tuple[DateMention, ...]:
    """All dates of a text in order. A date that the calendar does not have is none."""
    found: list[DateMention] = []
    done = 0
    for at in _triggers(text.tokens):
        if at < done:
            continue
        try:
            mention = _mention(text, at, published)
        except (ValueError, OverflowError):  # 31 February, or a day beyond year 9999
            continue
        if mention and mention.first >= done:
            found.append(mention)
            done = mention.last
    return tuple(found)


def may_be_announced(day: date, published: date | None) -> bool:
    """Whether an act can have been announced on a day: from 1990 to 48 hours after publication, for zones ahead."""
    return day.year >= 1990 and (published is None or day <= published + timedelta(days=2))


def _triggers(tokens: tuple[Token, ...]) -> Iterator[int]:
    for index, token in enumerate(tokens):
        low = token.low
        if low in _STARTS or (low[0] in "0123" and len(low) >= 4 and low[:4].replace(".", "").isdigit()):
            yield index


def _mention(text: Text, at: int, published: date | None) -> DateMention | None:
    tokens = text.tokens
    if tokens[at].low not in RELATIVE_STARTS:
        if tokens[at].low == "ago":
            ago = time_ago(tokens, at)
            return _relative(text, ago, published) if ago else None
        written = calendar_date(tokens, at)
        return _calendar(text, written, written.first, published) if written else None
    relative = relative_date(tokens, at)
    if relative is None:
        return None
    if relative.unit == "weekday":
        for month in range(relative.last, min(relative.last + 3, len(tokens))):
            written = calendar_date(tokens, month) if tokens[month].low in MONTHS else None
            if written and written.day and written.first <= relative.last + 1:
                return _calendar(text, written, relative.first, published)  # "Wednesday, 4 January"
    return _relative(text, relative, published)


def _relative(text: Text, relative: RelativeDate, published: date | None) -> DateMention:
    first, last, unit, offset, side = relative
    start, end = text.tokens[first].start, text.tokens[last - 1].end
    if unit == "weekday":
        day = None
        if published:
            tense = tense_around(text.tokens, first, last) if side == "unknown" else side
            day = weekday_near(offset, published, side, tense)
        return DateMention(start, end, day, day, day, "day", "weekday", first, last)
    begins, ends = period(published, unit, offset) if published else (None, None)
    day = begins if unit == "day" else None
    return DateMention(start, end, day, begins, ends, _PRECISION[unit], "relative", first, last)


def _calendar(text: Text, written: CalendarDate, first: int, published: date | None) -> DateMention:
    last, year, month, day = written[1:]
    start, end = text.tokens[first].start, text.tokens[last - 1].end
    if month is None:
        begins, ends = date(year or 1, 1, 1), date(year or 1, 12, 31)
        return DateMention(start, end, None, begins, ends, "year", "calendar", first, last)
    if year is None:
        if published is None:
            precision: Precision = "day" if day else "month"
            return DateMention(start, end, None, None, None, precision, _basis(text, first, last), first, last)
        year = nearest_year(month, day, published, tense_around(text.tokens, first, last))
    if day is None:
        return DateMention(start, end, None, *month_of(year, month), "month", "calendar", first, last)
    exact = date(year, month, day)
    return DateMention(start, end, exact, exact, exact, "day", _basis(text, first, last), first, last)


def _basis(text: Text, first: int, last: int) -> Basis:
    """Whether a day of the calendar stands in a sentence, in a dateline, or alone on its line."""
    sentence = text.sentences[text.sentence_at(text.tokens[first].start)]
    if first - sentence.first <= 1 and sentence.last - last <= 1:
        return "header"
    if first - sentence.first > DATELINE:
        return "calendar"
    after = last
    if after < sentence.last and text.tokens[after].low == "(":
        after += next((i for i, token in enumerate(text.tokens[after : after + 6], 1) if token.low == ")"), 0)
    dashed = after < sentence.last and text.tokens[after].low in ("-", "–", "—")
    return "dateline" if dashed and text.tokens[after].start > text.tokens[after - 1].end else "calendar"


DATELINE = 8
"""Tokens at most before the date of a dateline: the place."""
_STARTS = RELATIVE_STARTS | frozenset(MONTHS) | {"ago"}
_PRECISION: dict[str, Precision] = {"day": "day", "week": "week", "month": "month", "year": "year"}
