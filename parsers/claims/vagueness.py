"""Counts in words without a number: "dozens of drones", "several", "a handful of"; and "a battery of", which is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from parsers.claims.counted import Counted, counted_after, group_at
from parsers.claims.packs.words import rows, words
from parsers.claims.text import Text, Token

_KIND = {row["word"]: row["kind"] for row in rows("claims/packs/en/vague.csv")}
_SCALES = frozenset(row["word"] for row in rows("claims/packs/en/numbers.csv") if row["kind"] in ("scale", "hundred"))
_ARTICLES = words("claims/packs/en/function_words.csv", list="article")
_NOT_BEFORE = words("claims/packs/en/function_words.csv", list="before_many")


class Wordy(NamedTuple):
    """A count in words at tokens `first` up to, without, `last`; `value` is None where it is vague."""

    first: int
    last: int
    value: float | None
    counted: Counted


def find_wordy(text: Text) -> Iterator[Wordy]:
    """All counts in words of a text, in order."""
    tokens, done = text.tokens, 0
    for index, token in enumerate(tokens):
        if index < done:
            continue
        found = _vague(tokens, index) if token.low in _KIND else _group(tokens, index)
        if found:
            done = found.last
            yield found


def _vague(tokens: tuple[Token, ...], at: int) -> Wordy | None:
    kind, first, last = _KIND[tokens[at].low], at, at + 1
    if kind == "many":
        while last + 1 < len(tokens) and tokens[last].low == "of" and _KIND.get(tokens[last + 1].low) == "many":
            last += 2
        if last == len(tokens) or tokens[last].low != "of":
            return None
        last += 1
    elif kind == "a":
        first = _article(tokens, at)
        if first == at or last == len(tokens) or tokens[last].low != "of":
            return None
        last += 1
    else:
        while last < len(tokens) and tokens[last].low in _SCALES:
            last += 1
        before = tokens[at - 1].low if at else ""
        if before in _NOT_BEFORE or (tokens[at].low == "few" and before != "a"):
            return None
    counted = counted_after(tokens, last, singular=False)
    return Wordy(first, last, None, counted) if counted else None


def _group(tokens: tuple[Token, ...], at: int) -> Wordy | None:
    if at == 0 or tokens[at - 1].low not in _ARTICLES:
        return None
    counted = group_at(tokens, at)
    return Wordy(at - 1, at + 2, counted.size, counted) if counted else None


def _article(tokens: tuple[Token, ...], at: int) -> int:
    """The article up to three words before token `at`; `at` where there is none."""
    for index in range(at - 1, max(-1, at - 4), -1):
        if tokens[index].low in _ARTICLES:
            return index
        if not tokens[index].low.isalpha():
            break
    return at
