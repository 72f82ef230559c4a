"""Who is named in a text: states by name, people, capital, government or leader; organisations, regions, groups."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from parsers.claims.gazetteer import Gazetteer, gazetteer
from parsers.claims.lexicon import Words, words_of
from parsers.claims.naming import Named, Scope, named_at
from parsers.claims.text import Text


class PartyMention(NamedTuple):
    """A party named at `original[start:end]`, which is tokens `first` up to, without, `last`."""

    start: int
    end: int
    code: str
    """As docs/claims.md has it: `FRA`, `UNHCR`, `ORG:ASEAN`, `REG:Pacific`, `GROUP:allies`."""
    kind: str
    """name, demonym, demonym_plural, capital, place, people, government, leader, ministry, parliament, agency,
    military, organisation, region, group, company (of the country, but not the state)."""
    first: int
    last: int
    possessive: bool = False
    """Whether "'s" follows."""
    owner: bool = False
    """Whether it only says whose make a thing is: "French-made tanks"."""
    person: str | None = None
    """The leader as the text names them, without the office."""
    role: str | None = None
    """Their office, from the text, else from the gazetteer."""


def find_parties(text: Text, on: date | None = None, lists: Gazetteer | None = None) -> tuple[PartyMention, ...]:
    """All parties of a text in order, none inside another; linear in its length.

    `on`, the day of publication, decides which office a leader held ("Rutte": the Netherlands, then NATO).
    """
    words = words_of(text)
    scope = Scope(words, lists or gazetteer(), on, set())
    found: list[PartyMention] = []
    starts = scope.known.party_starts
    place = 0
    while place < len(words.keys):
        named = named_at(scope, place) if words.keys[place] in starts else None
        if named is not None and named.code:
            found.append(_mention(text, words, place, named))
        place = named.high if named else place + 1
    return tuple(found)


def _mention(text: Text, words: Words, place: int, named: Named) -> PartyMention:
    first, last = words.first[place], words.end(named.high - 1)
    start, end = words.tokens[first].start, words.tokens[last - 1].end
    possessive = last < len(words.tokens) and words.tokens[last].low == "'s"
    person = role = None
    if named.person is not None:
        low, high = words.first[named.person.low], words.end(named.person.high - 1)
        person = " ".join(text.original[words.tokens[low].start : words.tokens[high - 1].end].split())
        role = named.person.role
    return PartyMention(start, end, named.code, named.kind, first, last, possessive, named.owner, person, role)
