"""The lists of parties: codes, names, bodies of the state, leaders with terms of office, words of vague groups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from parsers.claims.gazetteer_rows import Layers, Row, add_form
from parsers.claims.lexicon import Lexicon, spell

CODE = re.compile(
    r"[A-Z]{3}|(?:ORG|REG|GROUP):.+"
    r"|EU|NATO|UN|UNHCR|UNICEF|WB|UNDP|UNRWA|OCHA|ICRC|IFRC|EBRD|AFDB|AIIB|G7|GLOBALFUND|GAVI"
)
CLASSES = ("state", "organisation", "region", "group")
BODY_KINDS = ("government", "ministry", "parliament", "agency", "military", "leader", "people", "company")
FORM_KINDS = (
    "name", "demonym", "demonym_plural", "capital", "place", "people", "organisation", "region", "group", "none",
    *BODY_KINDS,
)  # fmt: skip
GUARDS = ("", "person")


class PartyForm(NamedTuple):
    """A name of a party. `code` is empty for words that only look like one."""

    code: str
    kind: str
    guard: str = ""


class Term(NamedTuple):
    """One term of office."""

    person: str
    code: str
    role: str
    since: date
    until: date | None


class Leader(NamedTuple):
    """A person under a full name, or the people of a short form."""

    terms: tuple[Term, ...]
    full: bool
    alone: bool
    """Whether the form needs no full name or title before it."""


def codes_of(layers: Layers) -> frozenset[str]:
    """All codes of `parties.csv`. Raises GazetteerError for a code in no known form, or twice in one file."""
    codes: set[str] = set()
    for layer in layers:
        seen: set[str] = set()
        for row in layer:
            code = row.cells["code"]
            if not CODE.fullmatch(code):
                raise row.refuse(
                    f"{code!r} is no code: ISO 3166 alpha-3, one of docs/claims.md, or ORG:, REG:, GROUP: and a name"
                )
            if code in seen:
                raise row.refuse(f"{code} has a row already")
            row.one_of("class", CLASSES)
            seen.add(code)
        codes |= seen
    return frozenset(codes)


def party_lexicon(aliases: Layers, agencies: Layers, codes: frozenset[str]) -> Lexicon[PartyForm]:
    """Forms of `party_aliases.csv` and `agencies.csv`."""
    made: Lexicon[PartyForm] = Lexicon(spell)
    for names, bodies in zip(aliases, agencies, strict=True):
        added: dict[str, PartyForm] = {}
        for row in (*names, *bodies):
            kind = row.one_of("kind", FORM_KINDS)
            code = "" if kind == "none" else row.known("code", codes, "parties.csv")
            guard = row.one_of("guard", GUARDS) if "guard" in row.cells else ""
            add_form(made, row, "alias", PartyForm(code, kind, guard), added)
    return made


def leader_lexicon(rows: Iterable[Row], codes: frozenset[str]) -> Lexicon[Leader]:
    """Full and short names of `leaders.csv`; a short name may stand for several people."""
    terms: dict[str, list[Term]] = {}
    first: dict[str, Row] = {}
    shared: dict[str, set[str]] = {}
    alone: set[str] = set()
    for row in rows:
        person = row.cells["person"]
        since = _day(row, "from")
        until = _day(row, "until") if row.cells["until"] else None
        if until is not None and until < since:
            raise row.refuse(f"{person}: the term ends before it begins")
        code = row.known("code", codes, "parties.csv")
        terms.setdefault(person, []).append(Term(person, code, row.cells["role"], since, until))
        first.setdefault(person, row)
        for short in filter(None, row.cells["short"].split(";")):
            shared.setdefault(short, set()).add(person)
            if row.one_of("alone", ("", "yes")):
                alone.add(short)
    made: Lexicon[Leader] = Lexicon(spell)
    for person, held in terms.items():
        other = made.add(person, Leader(tuple(held), True, True))
        if other is not None:
            raise first[person].refuse(f"{person!r} cannot be told from {other.terms[0].person!r}; keep one writing")
    for short, people in shared.items():
        held = [term for person in sorted(people) for term in terms[person]]
        made.add(short, Leader(tuple(held), False, short in alone))
    return made


def _day(row: Row, column: str) -> date:
    try:
        return date.fromisoformat(row.cells[column])
    except ValueError:
        raise row.refuse(f"{column} is {row.cells[column]!r}; write a day as 2024-07-05") from None


def body_lexicon(layers: Layers) -> Lexicon[str]:
    """Words of `bodies.csv` and their kinds."""
    made: Lexicon[str] = Lexicon(spell)
    for layer in layers:
        added: dict[str, str] = {}
        for row in layer:
            add_form(made, row, "words", row.one_of("kind", BODY_KINDS), added)
    return made
