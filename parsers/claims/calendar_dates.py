"""Dates of the calendar as texts write them: "4 January 2023", "Jan. 4", "in June", "2023-01-04", "in 2022"."""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.claims.packs.words import rows, words
from parsers.claims.text import Token

FIRST_YEAR, LAST_YEAR = 1900, 2100


class CalendarDate(NamedTuple):
    """Tokens `first` up to, without, `last`; what the words leave out is None."""

    first: int
    last: int
    year: int | None
    month: int | None
    day: int | None


def calendar_date(tokens: tuple[Token, ...], at: int) -> CalendarDate | None:
    """The date whose month, or whose year where no month is named, stands at token `at`."""
    token = tokens[at]
    if token.low in MONTHS:
        return _with_month(tokens, at) if token.text[0].isupper() else None
    return _in_figures(tokens, at)


def _with_month(tokens: tuple[Token, ...], at: int) -> CalendarDate | None:
    month, first, last = MONTHS[tokens[at].low], at, at + 1
    if len(tokens[at].low) <= 4 and _low(tokens, last) == "." and _low(tokens, last + 1)[:1].isdigit():
        last += 1
    day, begin = _day_before(tokens, at)
    if day is not None:
        first = begin
    else:
        day = _day(_low(tokens, last))
        if day is not None and _low(tokens, at - 1) == "in" and _low(tokens, last + 1).isalpha():
            day = None  # "in March 31 tanks arrived"
        if day is not None:
            last += 1
    year, last = _year_after(tokens, last)
    if day is None and year is None and _low(tokens, at - 1) not in _MONTH_LEADS:
        return None
    return CalendarDate(first, last, year, month, day)


def _day_before(tokens: tuple[Token, ...], at: int) -> tuple[int | None, int]:
    begin = at - 2 if _low(tokens, at - 1) == "of" else at - 1
    day = _day(_low(tokens, begin))
    if day is None or _low(tokens, begin - 1) in ("$", "€", "£"):
        return None, at
    if begin != at - 1 and tokens[begin].low.isdigit():
        return None, at  # "one of 5 of March"
    return day, begin - 1 if begin and _low(tokens, begin - 1) == "the" else begin


def _year_after(tokens: tuple[Token, ...], at: int) -> tuple[int | None, int]:
    step = 1 if _low(tokens, at) in (",", "of") else 0
    year = _year(_low(tokens, at + step))
    return (None, at) if year is None else (year, at + step + 1)


def _in_figures(tokens: tuple[Token, ...], at: int) -> CalendarDate | None:
    low = tokens[at].low
    if dotted := _DOTTED.fullmatch(low):
        day, month, year = (int(part) for part in dotted.groups())
        return CalendarDate(at, at + 1, year, month, day)
    found = _year(low)
    if found is None:
        return None
    rest = [_low(tokens, at + step) for step in range(1, 5)]
    if rest[0] == rest[2] == "-" and len(rest[1]) == len(rest[3]) == 2 and rest[1].isdigit() and rest[3].isdigit():
        return CalendarDate(at, at + 5, found, int(rest[1]), int(rest[3]))
    if _low(tokens, at - 1) in _YEAR_LEADS and rest[0] not in ("-", "–", "/"):
        return CalendarDate(at, at + 1, found, None, None)
    return None


def _low(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _day(low: str) -> int | None:
    match = _DAY.fullmatch(low)
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None


def _year(low: str) -> int | None:
    return (
        int(low) if len(low) == 4 and low.isascii() and low.isdigit() and FIRST_YEAR <= int(low) < LAST_YEAR else None
    )


_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.((?:19|20)[0-9]{2})")
MONTHS = {row["word"]: int(row["month"]) for row in rows("claims/packs/en/months.csv")}
_MONTH_LEADS = words("claims/packs/en/date_words.csv", list="month_lead")
_YEAR_LEADS = (_MONTH_LEADS | frozenset(("fiscal", "year"))) - {"by", "from", "between"}
