"""A sentence as the rules and models see it: names, things, sums, figures and days each one unit, the rest its words.

Models never see who or what a unit names, only that a party or a thing stands there: so they read
a text about any country as they read the texts that they learned from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from parsers.claims.packs.words import rows, words
from parsers.claims.text import Token
from parsers.claims.triggers import Trigger, find_triggers

PARTY, ITEM, MONEY, NUMBER, DAY = "P", "I", "M", "N", "D"
PRONOUNS = {row["word"]: row["stands_for"] for row in rows("claims/packs/en/pronouns.csv")}
BREAKS = words("claims/packs/en/clause_words.csv", list="break")
GOES_WITH_AS = words("claims/packs/en/clause_words.csv", list="goes_with_as")


class Unit(NamedTuple):
    """`sign` is what models see; `what` one of P I M N D, verb, noun, marker, word."""

    sign: str
    what: str
    first: int
    last: int
    mention: object
    """The mention or Trigger; None for a word."""


class Marked(NamedTuple):
    """A mention at tokens `first` up to, without, `last`, on its way to become a unit."""

    first: int
    last: int
    what: str
    mention: object


def units_of(tokens: tuple[Token, ...], first: int, last: int, marked: Sequence[Marked]) -> list[Unit]:
    """Units of tokens `first` up to `last`; `marked` are in order and do not overlap."""
    units: list[Unit] = []
    place = first
    for mark in marked:
        if mark.first < place:
            continue
        units += _plain(tokens, place, mark.first)
        units.append(Unit(mark.what, mark.what, mark.first, mark.last, mark.mention))
        place = mark.last
    units += _plain(tokens, place, last)
    return units


def _plain(tokens: tuple[Token, ...], first: int, last: int) -> Iterable[Unit]:
    place = first
    for trigger in find_triggers(tokens, first, last):
        yield from _words(tokens, place, trigger.first)
        yield Unit(trigger.lemma, trigger.part, trigger.first, trigger.last, trigger)
        place = trigger.last
    yield from _words(tokens, place, last)


def _words(tokens: tuple[Token, ...], first: int, last: int) -> Iterable[Unit]:
    for place in range(first, last):
        low = tokens[place].low
        if low[0].isdigit():
            yield Unit("0", "word", place, place + 1, None)
        else:
            yield Unit(PRONOUNS.get(low, low), "word", place, place + 1, None)


def clause_numbers(units: Sequence[Unit]) -> list[int]:
    """The clause, counted from 0, that each unit stands in."""
    numbers: list[int] = []
    clause = 0
    begun = False
    for place, unit in enumerate(units):
        if begun and _begins_clause(units, place):
            clause += 1
            begun = False
        if isinstance(unit.mention, Trigger) and unit.what != "marker" and unit.mention.kind != "report":
            begun = True
        numbers.append(clause)
    return numbers


def _begins_clause(units: Sequence[Unit], place: int) -> bool:
    """Whether a new clause begins at a unit: at a conjunction, or at "and" before a new subject with its verb."""
    sign = units[place].sign
    after = units[place + 1 : place + 5]
    if sign == "as":
        return bool(after) and after[0].sign not in GOES_WITH_AS
    if sign in BREAKS:
        return True
    if sign in ("and", ",", "with"):
        return bool(after) and after[0].what in ("P", "word") and _subject_and_verb(after)
    return False


def _subject_and_verb(units: Sequence[Unit]) -> bool:
    if units[0].what != PARTY and units[0].sign not in ("WE", "IT", "THEY", "HE", "the"):
        return False
    for unit in units[1:]:
        if unit.what == "verb" or (unit.what == "marker" and unit.sign in ("will", "has", "have", "had", "would")):
            return True
        if unit.sign in (",", "and", "to", "for", "of"):
            return False
    return False
