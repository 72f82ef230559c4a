"""Who is named in a text: states by name, people, capital, government or leader; organisations, regions, groups."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from parsers.claims.gazetteer import Gazetteer, gazetteer
from parsers.claims.groups import group_at
from parsers.claims.lexicon import BREAK, Words, words_of
from parsers.claims.party_lists import PartyForm
from parsers.claims.persons import Person, person_at
from parsers.claims.text import Text

ADJECTIVAL = frozenset(("name", "demonym", "people"))
WITH_LEADER = frozenset(("organisation", "capital", "agency", "ministry", "parliament", "government", "military"))
OPENERS = frozenset((BREAK, ".", "!", "?", ":", '"', "'", "•", "*"))
STATE_BODIES = frozenset(("government", "ministry", "parliament", "military", "leader", "people"))


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


class _Found(NamedTuple):
    code: str
    kind: str
    low: int
    high: int
    owner: bool = False
    person: Person | None = None


def find_parties(text: Text, on: date | None = None, lists: Gazetteer | None = None) -> tuple[PartyMention, ...]:
    """All parties of a text in order, none inside another; linear in its length.

    `on`, the day of publication, decides which office a leader held ("Rutte": the Netherlands, then NATO).
    """
    known = lists or gazetteer()
    words = words_of(text)
    return tuple(_mention(text, words, found) for found in _found(words, on, known) if found.code)


def _found(words: Words, on: date | None, known: Gazetteer) -> Iterator[_Found]:
    full: set[str] = set()
    place = 0
    size = len(words.keys)
    starts = known.party_starts
    while place < size:
        found = _at(words, place, on, known, full) if words.keys[place] in starts else None
        if found is None:
            place += 1
        else:
            yield found
            place = found.high


def _at(words: Words, place: int, on: date | None, known: Gazetteer, full: set[str]) -> _Found | None:
    key = words.keys[place]
    if key in known.parties:
        match = known.parties.longest(words, place)
        if (
            match is not None
            and not _person_like(words, place, match, known)
            and not _hides_longer(words, place, match[0], known)
        ):
            return _named(words, place, match, on, known, full)
    if key in known.bodies:
        body = known.bodies.longest(words, place)
        if body is not None:
            found = _body_of(words, place, body, on, known, full)
            if found is not None:
                return found
    if key in known.leaders:
        person = person_at(words, place, on, known, full)
        if person is not None:
            return _Found(person.code, "leader", place, person.high, person=person)
    if key in known.party_words["group"] or key in known.party_words["group_modifier"]:
        group = group_at(words, place, known)
        if group is not None:
            return _Found(group.code, "group", place, group.high)
    return None


def _named(
    words: Words, place: int, match: tuple[int, PartyForm], on: date | None, known: Gazetteer, full: set[str]
) -> _Found | None:
    """The party whose name begins at `place`, with the body of the state that follows it."""
    form = match[1]
    high = place + match[0]
    if not form.code:
        return _Found("", "none", place, high)
    before = _hyphen_before(words, place)
    if before in known.party_words["prefix"]:
        return _Found("", "none", place, high)
    after = _hyphen_after(words, high)
    if after is not None:
        return _Found(form.code, form.kind, place, high, owner=after in known.party_words["owned"])
    if form.kind in ("region", "organisation"):
        group = group_at(words, high, known, named=place) if high < len(words.keys) else None
        if group is not None:
            return _Found(group.code, "group", place, group.high)
    if form.kind in ADJECTIVAL or form.kind in WITH_LEADER:
        extended = _with_body(words, place, high, form, on, known, full)
        if extended is not None:
            return extended
    return _Found(form.code, form.kind, place, high)


def _with_body(
    words: Words, place: int, high: int, form: PartyForm, on: date | None, known: Gazetteer, full: set[str]
) -> _Found | None:
    """The party with its body: "French government", "Ukraine's Defence Ministry", "Polish President Andrzej Duda"."""
    at = high
    size = len(words.keys)
    if at < size and words.keys[at] == "'s":
        at += 1
    while at < size and at < high + 3 and words.keys[at] in known.party_words["between"]:
        at += 1
    body = known.bodies.longest(words, at) if at < size and words.keys[at] in known.bodies else None
    if body is None:
        return None
    end, kind = at + body[0], body[1]
    thing = known.items.longest(words, end - 1)
    if thing is not None and thing[0] > 1:  # "U.S. military aid" names the aid, not the army
        return None
    if form.kind in WITH_LEADER and kind != "leader":
        return None
    if kind == "leader":
        office = _office(words, at, end)
        person = person_at(words, end, on, known, full, title=office, code=form.code)
        if person is not None:
            return _Found(form.code, kind, place, person.high, person=person._replace(role=office))
    return _Found(form.code, kind, place, end)


def _office(words: Words, low: int, high: int) -> str:
    return " ".join(words.tokens[token].low for token in range(words.first[low], words.end(high - 1)))


def _body_of(
    words: Words, place: int, body: tuple[int, str], on: date | None, known: Gazetteer, full: set[str]
) -> _Found | None:
    """A body before its party, "the government of Ukraine", or an office before a name, "President Joe Biden"."""
    high = place + body[0]
    if body[1] == "leader":
        office = _office(words, place, high)
        person = person_at(words, high, on, known, full, title=office)
        if person is not None:
            return _Found(person.code, "leader", place, person.high, person=person._replace(role=office))
    if body[1] not in STATE_BODIES or high + 1 >= len(words.keys) or words.keys[high] != "of":
        return None
    at = high + 1 + (words.keys[high + 1] == "the")
    match = known.parties.longest(words, at) if at < len(words.keys) else None
    if match is None or match[1].kind not in ("name", "place"):
        return None
    return _Found(match[1].code, body[1], place, at + match[0])


def _hides_longer(words: Words, place: int, size: int, known: Gazetteer) -> bool:
    """Whether a longer form begins after a "the": not "the World" but "World Bank"."""
    if words.keys[place] != "the":
        return False
    longer = known.parties.longest(words, place + 1)
    return longer is not None and longer[0] >= size


def _person_like(words: Words, place: int, match: tuple[int, PartyForm], known: Gazetteer) -> bool:
    """Whether a form that is also a person's name stands beside another name: "Michael Jordan", "Jordan Peterson"."""
    size, form = match
    if form.guard != "person":
        return False
    after = place + size
    if after < len(words.keys) and _bare_name(words, after, known) and words.keys[after] not in known.bodies:
        return True
    return (
        place > 1
        and _bare_name(words, place - 1, known)
        and words.keys[place - 1] not in known.bodies
        and words.keys[place - 2] not in OPENERS
    )


def _bare_name(words: Words, place: int, known: Gazetteer) -> bool:
    token = words.tokens[words.first[place]]
    return (
        token.text[:1].isupper() and len(token.text) > 2 and not token.text.isupper() and token.low not in known.parties
    )


def _hyphen_before(words: Words, place: int) -> str | None:
    first = words.first[place]
    if (
        place
        and first
        and words.tokens[first - 1].text == "-"
        and words.tokens[first - 1].end == words.tokens[first].start
    ):
        return words.keys[place - 1]
    return None


def _hyphen_after(words: Words, high: int) -> str | None:
    """The word tied to a name by a hyphen, where it says make or part: "-made", "-led"."""
    if high < len(words.keys) and words.tokens[words.first[high] - 1].text == "-" and words.keys[high][0].isalpha():
        return words.keys[high]
    return None


def _mention(text: Text, words: Words, found: _Found) -> PartyMention:
    first, last = words.first[found.low], words.end(found.high - 1)
    start, end = words.tokens[first].start, words.tokens[last - 1].end
    possessive = last < len(words.tokens) and words.tokens[last].low == "'s"
    person = role = None
    if found.person is not None:
        low, high = words.first[found.person.low], words.end(found.person.high - 1)
        person = " ".join(text.original[words.tokens[low].start : words.tokens[high - 1].end].split())
        role = found.person.role
    return PartyMention(start, end, found.code, found.kind, first, last, possessive, found.owner, person, role)
