"""What a word of a text names: a party by one of its forms, with the body or the person that goes with it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from parsers.claims.gazetteer import Gazetteer
from parsers.claims.groups import group_at
from parsers.claims.lexicon import BREAK, Words
from parsers.claims.party_lists import PartyForm
from parsers.claims.persons import Person, person_at

WITH_BODY = frozenset(("name", "demonym", "people"))
"""Kinds of forms that a body of the state may follow: "French government"."""
WITH_LEADER = frozenset(("organisation", "capital", "agency", "ministry", "parliament", "government", "military"))
"""Kinds of forms that only an office may follow: "Pentagon spokesman"."""
BODIES_OF = frozenset(("government", "ministry", "parliament", "military", "leader", "people"))
"""Kinds of bodies that may stand before their state: "the government of France"."""
OPENERS = frozenset((BREAK, ".", "!", "?", ":", '"', "'", "•", "*"))
"""Words after which a capital says nothing."""


class Scope(NamedTuple):
    """What is known while a text is read."""

    words: Words
    known: Gazetteer
    on: date | None
    full: set[str]
    """People that the text has named in full so far."""


class Named(NamedTuple):
    """A party named up to, without, word `high`; no `code` for words that only look like one."""

    code: str
    kind: str
    high: int
    owner: bool = False
    person: Person | None = None


def named_at(scope: Scope, place: int) -> Named | None:
    """The party whose form, body, office, person or group begins at a word."""
    words, known = scope.words, scope.known
    match = known.parties.longest(words, place)
    if match is not None and not _person_like(scope, place, *match) and not _hides_longer(scope, place, match[0]):
        return _by_form(scope, place, *match)
    body = known.bodies.longest(words, place)
    found = _body_of(scope, place, *body) if body else None
    if found is not None:
        return found
    person = person_at(words, place, scope.on, known, scope.full)
    if person is not None:
        return Named(person.code, "leader", person.high, person=person)
    group = group_at(words, place, known)
    return Named(group.code, "group", group.high) if group else None


def _by_form(scope: Scope, place: int, size: int, form: PartyForm) -> Named:
    words, known = scope.words, scope.known
    high = place + size
    if not form.code or _before_hyphen(words, place) in known.party_words["prefix"]:
        return Named("", "none", high)
    tied = _after_hyphen(words, high)
    if tied is not None:
        return Named(form.code, form.kind, high, owner=tied in known.party_words["owned"])
    if form.kind in ("region", "organisation"):
        group = group_at(words, high, known, named=place)
        if group is not None:
            return Named(group.code, "group", group.high)
    whole = _with_body(scope, high, form) if form.kind in WITH_BODY or form.kind in WITH_LEADER else None
    return whole or Named(form.code, form.kind, high)


def _with_body(scope: Scope, high: int, form: PartyForm) -> Named | None:
    """The party with its body: "French government", "Ukraine's Defence Ministry", "Polish President Andrzej Duda"."""
    words, known = scope.words, scope.known
    size = len(words.keys)
    at = high + (words.keys[high : high + 1] == ["'s"])
    while at < size and at < high + 3 and words.keys[at] in known.party_words["between"]:
        at += 1
    body = known.bodies.longest(words, at) if at < size else None
    if body is None:
        return None
    end, kind = at + body[0], body[1]
    thing = known.items.longest(words, end - 1)
    if thing is not None and thing[0] > 1:  # "U.S. military aid" names the aid, not the army
        return None
    if kind != "leader":
        return Named(form.code, kind, end) if form.kind in WITH_BODY else None
    return _titled(scope, at, end, form.code) or Named(form.code, kind, end)


def _body_of(scope: Scope, place: int, size: int, kind: str) -> Named | None:
    """A body before its party, "the government of Ukraine", or an office before a name, "President Joe Biden"."""
    words, known = scope.words, scope.known
    high = place + size
    if kind == "leader":
        titled = _titled(scope, place, high, "")
        if titled is not None:
            return titled
    if kind not in BODIES_OF or high + 1 >= len(words.keys) or words.keys[high] != "of":
        return None
    at = high + 1 + (words.keys[high + 1] == "the")
    match = known.parties.longest(words, at) if at < len(words.keys) else None
    if match is None or match[1].kind not in ("name", "place"):
        return None
    return Named(match[1].code, kind, at + match[0])


def _titled(scope: Scope, low: int, high: int, code: str) -> Named | None:
    """The person whose office is words `low` to `high`, of the party `code` where the text names it."""
    words = scope.words
    office = " ".join(words.tokens[token].low for token in range(words.first[low], words.end(high - 1)))
    person = person_at(words, high, scope.on, scope.known, scope.full, title=office, code=code)
    return Named(person.code, "leader", person.high, person=person._replace(role=office)) if person else None


def _hides_longer(scope: Scope, place: int, size: int) -> bool:
    """Whether a longer form begins after a "the": not "the World" but "World Bank"."""
    if scope.words.keys[place] != "the":
        return False
    longer = scope.known.parties.longest(scope.words, place + 1)
    return longer is not None and longer[0] >= size


def _person_like(scope: Scope, place: int, size: int, form: PartyForm) -> bool:
    """Whether a form that is also a person's name stands beside another name: "Michael Jordan", "Jordan Peterson"."""
    if form.guard != "person":
        return False
    after, before = place + size, place - 1
    if after < len(scope.words.keys) and _may_be_name(scope, after):
        return True
    return before > 0 and _may_be_name(scope, before) and scope.words.keys[before - 1] not in OPENERS


def _may_be_name(scope: Scope, place: int) -> bool:
    """Whether a word is capitalised and neither a party nor an office."""
    words, known = scope.words, scope.known
    token = words.tokens[words.first[place]] if words.keys[place] != BREAK else None
    if token is None or not token.text[:1].isupper() or len(token.text) < 3 or token.text.isupper():
        return False
    return token.low not in known.parties and words.keys[place] not in known.bodies


def _before_hyphen(words: Words, place: int) -> str | None:
    """The word tied to the beginning of a name: "pro-Russian"."""
    return words.keys[place - 1] if place and words.keys[place - 1] != BREAK and words.tied(place - 1) else None


def _after_hyphen(words: Words, high: int) -> str | None:
    """The word tied to the end of a name: "French-made", "UN-led"."""
    return words.keys[high] if high < len(words.keys) and words.tied(high - 1) and words.keys[high].isalpha() else None
