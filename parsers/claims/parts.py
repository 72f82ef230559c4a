"""What part a party plays for sure, by the words beside it: who is asked to give, who is thanked, who only scolds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.claims.packs.words import words
from parsers.claims.parties import PartyMention
from parsers.claims.triggers import Trigger
from parsers.claims.units import DAY, PARTY, Unit

ASKING = words("claims/packs/en/party_parts.csv", list="asking")
THANKS_TO = words("claims/packs/en/party_parts.csv", list="thanks_to")
SCOLDING = words("claims/packs/en/party_parts.csv", list="scolding")
LISTED = frozenset({",", "and", "the", "both", "its", "ally", "allies", "neighbour", "neighbor"})
GIVING = frozenset({"give", "arrive", "receive"})


class Parts(NamedTuple):
    """Codes of the parties of one clause whose part is settled."""

    asked: frozenset[str]
    thanked: frozenset[str]
    scolding: frozenset[str]


def parts_of(units: Sequence[Unit], low: int, high: int) -> Parts:
    """Of the parties among units `low` up to, without, `high`."""
    asked: set[str] = set()
    thanked: set[str] = set()
    scolding: set[str] = set()
    for place in range(low, high):
        unit = units[place]
        if unit.sign in ASKING and unit.what == "verb":
            named = set(_named_after(units, place, high))
            if named and _to_give(units, place, high):
                asked |= named
        elif _thanks(units, place, low):
            thanked |= set(_named_after(units, place, high))
        elif unit.sign in SCOLDING:
            scolding |= set(_named_before(units, place, low))
    return Parts(frozenset(asked), frozenset(thanked), frozenset(scolding))


def _thanks(units: Sequence[Unit], place: int, low: int) -> bool:
    """Whether the party after a unit is thanked: "thanked Oslo", "grateful to Oslo"."""
    if units[place].sign == "thank" and units[place].what == "verb":
        return True
    return units[place].sign == "to" and place > low and units[place - 1].sign in THANKS_TO


def _named_after(units: Sequence[Unit], place: int, high: int) -> Iterator[str]:
    """Parties of the list that begins right after a word."""
    for unit in units[place + 1 : high]:
        if isinstance(unit.mention, PartyMention):
            yield unit.mention.code
        elif unit.sign not in LISTED:
            return


def _named_before(units: Sequence[Unit], place: int, low: int) -> Iterator[str]:
    """The party right before a word, which auxiliaries and a day may part from it."""
    for unit in reversed(units[low:place]):
        if isinstance(unit.mention, PartyMention):
            yield unit.mention.code
            return
        if unit.what not in ("marker", DAY) and unit.sign not in ("has", "have", "had", "on", "also", "again"):
            return


def _to_give(units: Sequence[Unit], place: int, high: int) -> bool:
    """Whether "to" and a verb of giving follow the parties that are asked: "to send", "to urgently provide"."""
    for at in range(place + 1, high - 1):
        unit = units[at]
        if unit.sign == "to":
            return any(_gives(after) for after in units[at + 1 : at + 3])
        if unit.what not in (PARTY, DAY) and unit.sign not in LISTED and unit.sign != "on":
            return False
    return False


def _gives(unit: Unit) -> bool:
    mention = unit.mention
    return isinstance(mention, Trigger) and mention.part == "verb" and mention.kind in GIVING
