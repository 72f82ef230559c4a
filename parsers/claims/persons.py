"""Heads of state, ministers and heads of organisations, by name and office."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from parsers.claims.gazetteer import Gazetteer
from parsers.claims.lexicon import Words
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
    words: Words, place: int, on: date | None, known: Gazetteer, full: set[str], *, titled: bool, code: str = ""
) -> Person | None:
    """The person named at `place`; `titled` where an office stands before, of the party `code` where that is named.

    `full` keeps the people that the text has named in full: their short names count from then on.
    """
    if place >= len(words.keys):
        return None
    match = known.leaders.longest(words, place) if words.keys[place] in known.leaders else None
    if match is not None:
        term = _term(match[1], on, code)
        if term is not None and (match[1].full or match[1].alone or titled or term.person in full):
            if match[1].full:
                full.add(term.person)
            return Person(code or term.code, term.role, place, place + match[0])
    if titled and code:
        high = _capitals(words, place)
        if high > place:
            return Person(code, "", place, high)
    return None


def _term(leader: Leader, on: date | None, code: str) -> Term | None:
    """The office that a person held on a day, else the last one before it; of the party `code` where it is named."""
    terms = [term for term in leader.terms if not code or term.code == code]
    if not terms:
        return None
    if on is None:
        return terms[-1] if code else terms[0]
    held = [term for term in terms if term.since - GRACE <= on and (term.until is None or on <= term.until + GRACE)]
    past = [term for term in terms if term.since <= on]
    return max(held or past or terms, key=lambda term: term.since)


def _capitals(words: Words, place: int) -> int:
    """The end of a run of capitalised words of one line, as names are written."""
    high = place
    while high < len(words.keys) and high < place + LONGEST_NAME:
        token = words.tokens[words.first[high]]
        if not (token.text[:1].isupper() and token.text[-1:].isalpha()):
            break
        if high > place and token.start - words.tokens[words.first[high] - 1].end > 1:
            break
        high += 1
    return high
