"""Dates as people write them, in the languages of months.csv (names from the Unicode CLDR)."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from parsers.article.moments import checked_day

_YEAR = r"(?P<year>(?:19|20|25)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_NAME = r"(?P<name>[^\d\s,.;:/()|<>-]{2,20})"
_NOT_WITHIN = r"(?<![\d./-])"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NOT_WITHIN}{_YEAR}\s?[-/.年년]\s?(?P<month>\d{{1,2}})\s?[-/.月월]\s?{_DAY}(?!\d)",
        rf"{_NOT_WITHIN}(?P<one>\d{{1,2}})(?P<mark>[-/.])\s?(?P<two>\d{{1,2}})(?P=mark)\s?{_YEAR}(?!\d)",
        rf"(?<!\d){_DAY}(?:st|nd|rd|th|er|º|ª|°|η|ης|-?[а-яіїє]{{1,3}})?[.,]?[\s-]+(?:(?:de|of|di|del|da|d[’'])\s+)?{_NAME}\.?,?[\s-]+(?:(?:de|del|of)\s+)?{_YEAR}(?!\d)",
        rf"{_NAME}\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}\.?\s*(?:m\.|metų|оны|жылы|il)?\s*{_NAME}\s+{_DAY}(?!\d)",
    )
)
_BUDDHIST = 543
"""Years that Thailand's calendar is ahead."""
_MONTH_FIRST = frozenset(["en-us", "en-ph", "fil", "tl"])


def first_written_date(text: str, language: str | None) -> date | None:
    """The first date in `text` that has a day, a month and a year of 1990 to 2100.

    `language` is a BCP 47 tag; it tells 3/4/2024 in America from the same in Britain. Without a country English counts
    as American, all else as day first.
    """
    text = _latin_digits(text)
    found = sorted((match.start(), order, match) for order, match in _matches(text))
    return next((day for _, _, match in found if (day := _day_of(match, language or ""))), None)


def _matches(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    for order, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            yield order, match


def _latin_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(char)) if char.isdigit() and not char.isascii() else char for char in text)


def _day_of(match: re.Match[str], language: str) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if year >= 2400:
        year -= _BUDDHIST
    if "one" in parts:
        one, two = int(parts["one"]), int(parts["two"])
        month_first = one <= 12 and (two > 12 or (parts["mark"] == "/" and _says_month_first(language)))
        return checked_day(year, one, two) if month_first else checked_day(year, two, one)
    month = int(parts["month"]) if "month" in parts else _month_of(parts["name"], language)
    return checked_day(year, month, int(parts["day"]))


def _says_month_first(language: str) -> bool:
    return language.lower().replace("_", "-") in _MONTH_FIRST or language.lower() in ("", "en")


def _month_of(name: str, language: str) -> int:
    """The month of a name, 0 where it is none. Of two meanings the one in `language` holds, else the commoner."""
    meanings = _months().get(name.casefold().strip("'’"), ())
    spoken = language[:2].lower()
    return next((month for month, languages in meanings if spoken in languages), meanings[0][0] if meanings else 0)


@cache
def _months() -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    with (Path(__file__).parent / "months.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["name"], int(row["month"]), tuple(row["languages"].split())) for row in csv.DictReader(file)]
    known: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for name, month, languages in sorted(rows, key=lambda row: -len(row[2])):
        known.setdefault(name, []).append((month, languages))
    return {name: tuple(meanings) for name, meanings in known.items()}
