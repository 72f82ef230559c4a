"""Currency forms beside a number: symbols, codes and words, from `parsers/gazetteers/currencies.csv`."""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.claims.fold import fold
from parsers.claims.numbers import Number
from parsers.claims.packs.words import rows
from parsers.claims.text import Text

SPEAKERS_DOLLAR = "$"
"""The code of a dollar that no word says whose it is, and the form that is most used for it."""


class _Reading(NamedTuple):
    code: str
    needs: str
    near: re.Pattern[str] | None


class Form(NamedTuple):
    """A currency as written at `folded[start:end]`; `key` is its row in the gazetteer."""

    start: int
    end: int
    key: str


def form_before(text: Text, number: Number) -> Form | None:
    """The symbol or code that stands right before a number, apart by one space at most."""
    folded, end = text.folded, number.start
    if folded[end - 1 : end] == " ":
        end -= 1
    for start in range(max(0, end - _LONGEST), end):
        key = folded[start:end]
        if key in _BEFORE and not (key[0].isalpha() and folded[start - 1 : start].isalnum()):
            return Form(start, number.start, key) if _fits(key, number) else None
    return None


def form_after(text: Text, number: Number) -> Form | None:
    """The symbol, code or word that follows a number: "100 million euros", "20 million USD", "300-million-dollar"."""
    match = _AFTER_WORD.match(text.low, number.end) or _AFTER_MARK.match(text.folded, number.end)
    if match is None:
        return None
    form = Form(match.start(), match.end(), match[match.lastgroup or 0])
    if not _fits(form.key, number) or (_READINGS[form.key][0].needs == "sum" and _WEIGHS.match(text.low, form.end)):
        return None
    return form


def _fits(key: str, number: Number) -> bool:
    return number.scale > 1 or not all(reading.needs for reading in _READINGS[key])


def code_of(key: str, text: Text) -> str:
    """ISO 4217 code of a form; of several the one whose countries the text names most, else the first."""
    readings = _READINGS[key]
    if len(readings) == 1:
        return readings[0].code
    named = [len(reading.near.findall(text.low)) if reading.near else 0 for reading in readings]
    return readings[named.index(max(named))].code


def _load() -> dict[str, list[_Reading]]:
    readings: dict[str, list[_Reading]] = {}
    for row in rows("gazetteers/currencies.csv"):
        near = re.compile(rf"\b(?:{row['near']})\b") if row["near"] else None
        readings.setdefault(fold(row["form"]).text, []).append(_Reading(row["code"], row["needs"], near))
    return readings


def _alternatives(forms: set[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


_READINGS = _load()
_SIDES = {fold(row["form"]).text: row["side"] for row in rows("gazetteers/currencies.csv")}
_BEFORE = frozenset(form for form, side in _SIDES.items() if side != "after")
_LONGEST = max(map(len, _BEFORE))
_WORDS = {form for form, side in _SIDES.items() if side == "after"}
_MARKS = {form for form, side in _SIDES.items() if side == "both"}
WORD = rf"(?P<word>{_alternatives(_WORDS)})s?(?![a-z])"
"""A pattern for the words of currencies, in lower case."""
_AFTER_WORD = re.compile(rf"[ -](?:(?:of|in)[ ])?{WORD}")
_MARK = _alternatives(_MARKS)
_AFTER_MARK = re.compile(rf"[ ]?(?:(?P<mark>{_MARK})|\((?P<enclosed>{_MARK})\))(?![A-Za-z]|[ ]?[0-9])")
_OF_MONEY = "|".join(row["phrase"] for row in rows("claims/packs/en/money_marks.csv") if row["mark"] == "sum")
_WEIGHS = re.compile(rf"[ ]of[ ](?!(?:{_OF_MONEY.replace('of ', '')})\b)")
GLUED = frozenset(form.lstrip("$") for form in _BEFORE if form.lstrip("$").isalpha())
"""Letters that may stand before a number without a space: EUR100m, $US5."""
