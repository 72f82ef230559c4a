"""Things that a text names as a threat: what a gift is meant to stop is not given."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.claims.items import ItemMention
from parsers.claims.packs.words import words
from parsers.claims.text import Token
from parsers.claims.units import PARTY, Unit

GUARD = words("claims/packs/en/threats.csv", list="guard")
WARD = words("claims/packs/en/threats.csv", list="ward")
AGAINST = words("claims/packs/en/threats.csv", list="against")
STOP = words("claims/packs/en/threats.csv", list="stop")
REACH = 8
"""Units between "protect" and its "from"."""
BETWEEN = frozenset({",", "and", "or", "both", "incoming", "the", "its", "of", "more", "THEY", "IT"})
"""Words that a list of threats goes on over."""


def threats_of(units: Sequence[Unit], tokens: Sequence[Token]) -> frozenset[int]:
    """Places of the units that are threats: things right after "against", "protect ... from", "shoot down"."""
    found: set[int] = set()
    for place, unit in enumerate(units):
        if isinstance(unit.mention, ItemMention):
            before = _before_list(units, place)
            if before in found or (before >= 0 and _names_threats(units, before, tokens)):
                found.add(place)
    return frozenset(found)


def _before_list(units: Sequence[Unit], place: int) -> int:
    """The unit before the words that go on over a list, or the thing before in it; -1 where there is none."""
    place -= 1
    while place >= 0 and (units[place].sign in BETWEEN or units[place].what == PARTY):
        place -= 1
    return place


def _names_threats(units: Sequence[Unit], place: int, tokens: Sequence[Token]) -> bool:
    """Whether a threat follows the unit at `place`."""
    word = _low(units[place], tokens)
    if word in AGAINST or word in STOP:
        return True
    if place and f"{_low(units[place - 1], tokens)} {word}" in STOP:
        return True
    return word in WARD and any(_low(unit, tokens) in GUARD for unit in units[max(0, place - REACH) : place])


def _low(unit: Unit, tokens: Sequence[Token]) -> str:
    return " ".join(token.low for token in tokens[unit.first : unit.last])
