"""Heads of state, ministers and heads of organisations, by name and office."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from parsers.claims.gazetteer import Gazetteer
from parsers.claims.lexicon import BREAK, Words, spell
from parsers.claims.party_lists import Leader, Term

GRACE = timedelta(days=45)
"""Officials are still called by an office some weeks after it, and before it when elected."""
LONGEST_NAME = 3


class Person(NamedTuple):
    """A person whose name is words `low` up to, without, `high`."""

    code: str
    role: str
    low: int
    high: int


def person_at(
    words: Words, place: int, on: date | None, known: Gazetteer, full: set[str], *, title: str = "", code: str = ""
) -> Person | None:
    """The person named at `place`; `title` is the office that stands before, of the party `code` where that is named.

    `full` keeps the people that the text has named in full: their short names count from then on.
    """
    if place >= len(words.keys):
        return None
    match = known.leaders.longest(words, place) if words.keys[place] in known.leaders else None
    if match is not None:
        leader = match[1]
        term = _term(leader, on, code, title)
        if term is not None and (leader.alone or term.person in full or _suits(term.role, title)):
            if leader.full:
                full.add(term.person)
            return Person(code or term.code, term.role, place, place + match[0])
    if title and code:
        high = _capitals(words, place, known)
        if high > place:
            return Person(code, "", place, high)
    return None


def _suits(role: str, title: str) -> bool:
    """Whether an office may be called by a title: "foreign minister" by "Minister"."""
    return bool(title) and spell(title.split()[-1]) == spell(role.split()[-1])


def _term(leader: Leader, on: date | None, code: str, title: str) -> Term | None:
    """The office that a person held on a day, else the last before it; of the party and by the title, where named."""
    terms = [term for term in leader.terms if not code or term.code == code]
    if not terms:
        return None
    terms = [term for term in terms if _suits(term.role, title)] or terms
    if on is None:
        return max(terms, key=lambda term: term.since)
    held = [term for term in terms if term.since - GRACE <= on and (term.until is None or on <= term.until + GRACE)]
    past = [term for term in terms if term.since <= on]
    return max(held or past or terms, key=lambda term: term.since)


def _capitals(words: Words, place: int, known: Gazetteer) -> int:
    """The end of a run of capitalised words, as names are written."""
    high = place
    while high < len(words.keys) and high < place + LONGEST_NAME:
        if words.keys[high] == BREAK:
            break
        token = words.tokens[words.first[high]]
        if not (token.text[:1].isupper() and token.text[-1:].isalpha()):
            break
        if token.low in known.verbs or words.keys[high] in known.party_starts:
            break
        high += 1
    return high
