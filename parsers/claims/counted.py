"""What follows a number: the unit it is told in, and where the counted thing begins to be named."""

from __future__ import annotations

from typing import NamedTuple

from parsers.claims.packs.words import rows, words
from parsers.claims.text import Token

_ROWS = rows("claims/packs/en/units.csv")
_KIND = {tuple(row["word"].split()): row["kind"] for row in _ROWS}
_SIZE = {row["word"]: float(row["size"]) for row in _ROWS if row["size"]}
_MONTHS = words("claims/packs/en/months.csv")
_PASSED_OVER = words("claims/packs/en/function_words.csv", list="after_number")


class Counted(NamedTuple):
    """`size` things to one unit; the thing is named from token `noun` on."""

    unit: str | None
    size: float
    noun: int


def counted_after(tokens: tuple[Token, ...], at: int, *, singular: bool) -> Counted | None:
    """What the number before token `at` counts; None where it measures time, distance or a share, or is half a word.

    `singular` tells whether the number is one.
    """
    if at < len(tokens) and (tokens[at].low == "-" or tokens[at].low in _MONTHS):
        return None
    for length in (2, 1):
        found = _unit(tokens, at, length)
        if found is None:
            continue
        kind, unit, plural = found
        after = tokens[at + length].low if at + length < len(tokens) else ""
        if kind == "not" or (kind == "measure" and not plural and not singular and after.isalpha() and after != "of"):
            return None  # "2,000 pound bombs" are not 2,000 pounds
        return Counted(unit, _SIZE.get(unit, 1.0), _pass_over(tokens, at + length))
    return Counted(None, 1.0, _pass_over(tokens, at))


def group_at(tokens: tuple[Token, ...], at: int) -> Counted | None:
    """The group that token `at` names where "of" and its members follow: "(a) battery of Patriots"."""
    found = _unit(tokens, at, 1)
    if found is None or found[0] != "group" or at + 1 >= len(tokens) or tokens[at + 1].low != "of":
        return None
    return Counted(found[1], _SIZE.get(found[1], 1.0), _pass_over(tokens, at + 1))


def _unit(tokens: tuple[Token, ...], at: int, length: int) -> tuple[str, str, bool] | None:
    """(kind, singular, is it plural) of the unit that tokens `at` to `at + length` name."""
    lows = tuple(token.low for token in tokens[at : at + length])
    if len(lows) < length:
        return None
    if lows in _KIND:
        return _KIND[lows], _singular(lows), False
    if lows[-1].endswith("s"):
        stem = (*lows[:-1], lows[-1][:-1])
        if stem in _KIND:
            return _KIND[stem], _singular(stem), True
    return None


def _singular(stem: tuple[str, ...]) -> str:
    unit = " ".join(stem)
    return unit[:-2] + "y" if unit.endswith("ie") else unit


def _pass_over(tokens: tuple[Token, ...], at: int) -> int:
    while at < len(tokens) and tokens[at].low in _PASSED_OVER:
        at += 1
    return at
