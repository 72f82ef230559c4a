"""The word lists of `parsers/gazetteers`, read, checked and made ready once a process.

A researcher's own folder of files of the same names is laid over the bundled ones: its rows come first, and win.
How to add a row: docs/gazetteers.md and the comment at the head of each file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple, TypeVar

from parsers.claims.gazetteer_rows import GazetteerError, Row, read_rows
from parsers.claims.lexicon import Lexicon, spell, stem

T = TypeVar("T")
Layers = Sequence[Sequence[Row]]
"""Rows of one file: the researcher's first, then the bundled ones."""

CODE = re.compile(
    r"[A-Z]{3}|(?:ORG|REG|GROUP):.+"
    r"|EU|NATO|UN|UNHCR|UNICEF|WB|UNDP|UNRWA|OCHA|ICRC|IFRC|EBRD|AFDB|AIIB|G7|GLOBALFUND|GAVI"
)
CLASSES = frozenset(("state", "organisation", "region", "group"))
FORM_KINDS = frozenset("name demonym demonym_plural capital place people organisation region group none".split())
BODY_KINDS = frozenset("government ministry parliament agency military leader people company".split())
GUARDS = frozenset(("", "person"))
WORD_PARTS = frozenset("head modifier maker counter verbish aidword stop".split())
AID_TYPES = frozenset(("", "military", "humanitarian", "financial", "development"))


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
    """A person under a full name, or a short form of it."""

    terms: tuple[Term, ...]
    full: bool
    alone: bool
    """Whether a short form needs no full name or title before it."""


class Thing(NamedTuple):
    """An item of the catalogue."""

    item_id: str
    name: str
    kind: str
    """Its class: `tank`, `medical`, ..."""
    parent: str
    aid_type: str
    lethal: bool

    @property
    def vague(self) -> bool:
        """Aid by a general word: "military aid", "weapons"."""
        return self.kind == "aid"


class Head(NamedTuple):
    """A noun that ends an open phrase of a thing; `bare`: it may stand alone."""

    kind: str
    bare: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All word lists, ready for use. `digest` changes when any row does."""

    parties: Lexicon[PartyForm]
    leaders: Lexicon[Leader]
    bodies: Lexicon[str]
    group_heads: frozenset[str]
    group_modifiers: frozenset[str]
    items: Lexicon[Thing]
    heads: dict[str, Head]
    words: dict[str, frozenset[str]]
    """The other parts of `item_words.csv`: modifier, counter, verbish, aidword, stop."""
    digest: str


@cache
def gazetteer(overlay: Path | None = None) -> Gazetteer:
    """The bundled lists, with those in the folder `overlay` laid over them. Raises GazetteerError."""
    bundled = files("parsers").joinpath("gazetteers")
    folders: list[Traversable] = [bundled] if overlay is None else [overlay, bundled]
    digest = hashlib.sha256()

    def layers(name: str) -> Layers:
        for folder in folders:
            file = folder.joinpath(name)
            digest.update(file.read_bytes() if file.is_file() else b"")
        return [list(read_rows(folder.joinpath(name))) for folder in folders]

    codes = _codes(layers("parties.csv"))
    words = [row for layer in layers("item_words.csv") for row in layer]
    groups = [row for layer in layers("groups.csv") for row in layer]
    return Gazetteer(
        parties=_parties(layers("party_aliases.csv"), layers("agencies.csv"), codes),
        leaders=_leaders((row for layer in layers("leaders.csv") for row in layer), codes),
        bodies=_bodies(layers("bodies.csv")),
        group_heads=frozenset(row.cells["words"] for row in groups if row.cells["part"] == "head"),
        group_modifiers=frozenset(row.cells["words"] for row in groups if row.cells["part"] == "modifier"),
        items=_items(layers("item_aliases.csv"), _things(layers("items.csv"))),
        heads={
            stem(r.cells["word"]): Head(r.cells["class"], r.cells["bare"] == "yes")
            for r in words
            if r.cells["part"] == "head"
        },
        words={part: _part(words, part) for part in WORD_PARTS - {"head"}},
        digest=digest.hexdigest()[:8],
    )


def _codes(layers: Layers) -> frozenset[str]:
    codes: set[str] = set()
    for layer in layers:
        seen: set[str] = set()
        for row in layer:
            code = row.cells["code"]
            if not CODE.fullmatch(code):
                raise row.refuse(
                    f"{code!r} is no code: ISO 3166 alpha-3, a code of docs/claims.md, or ORG:, REG:, GROUP: and a name"
                )
            if code in seen:
                raise row.refuse(f"{code} has a row already")
            row.one_of("class", CLASSES)
            seen.add(code)
        codes |= seen
    return frozenset(codes)


def _known(row: Row, codes: Iterable[str], column: str, file: str) -> str:
    value = row.cells[column]
    if value not in codes:
        raise row.refuse(f"{file} has no {column} {value!r}; add it there first")
    return value


def _parties(aliases: Layers, agencies: Layers, codes: frozenset[str]) -> Lexicon[PartyForm]:
    made: Lexicon[PartyForm] = Lexicon(spell)
    for layer in zip(aliases, agencies, strict=True):
        added: dict[str, PartyForm] = {}
        for row in (*layer[0], *layer[1]):
            kind = row.one_of("kind", FORM_KINDS | BODY_KINDS)
            code = "" if kind == "none" else _known(row, codes, "code", "parties.csv")
            guard = row.one_of("guard", GUARDS) if "guard" in row.cells else ""
            _add(made, row, "alias", PartyForm(code, kind, guard), added)
    return made


def _add(made: Lexicon[T], row: Row, column: str, value: T, added: dict[str, T]) -> None:
    """Add a form; one that an earlier layer has stays as it is there, one that this layer has is refused."""
    form = row.cells[column]
    if not form:
        raise row.refuse(f"{column} is empty")
    if form in added:
        raise row.refuse(f"{form!r} has a row already")
    other = made.add(form, value)
    if other is not None and other in added.values():
        raise row.refuse(f"{form!r} cannot be told from a form of {other[0]}; a form stands for one thing")  # type: ignore[index]
    added[form] = value


def _leaders(rows: Iterable[Row], codes: frozenset[str]) -> Lexicon[Leader]:
    terms: dict[str, list[Term]] = {}
    alone: set[str] = set()
    people: dict[str, set[str]] = {}
    for row in rows:
        person = row.cells["person"]
        since = _day(row, "from")
        until = _day(row, "until") if row.cells["until"] else None
        if until is not None and until < since:
            raise row.refuse(f"{person}: the term ends before it begins")
        terms.setdefault(person, []).append(
            Term(person, _known(row, codes, "code", "parties.csv"), row.cells["role"], since, until)
        )
        for short in filter(None, row.cells["short"].split(";")):
            people.setdefault(short.strip(), set()).add(person)
            if row.cells["alone"] == "yes":
                alone.add(short.strip())
    made: Lexicon[Leader] = Lexicon(spell)
    for person, held in terms.items():
        made.add(person, Leader(tuple(held), True, True))
    for short, persons in people.items():
        held = [term for person in sorted(persons) for term in terms[person]]
        made.add(short, Leader(tuple(held), False, short in alone))
    return made


def _day(row: Row, column: str) -> date:
    try:
        return date.fromisoformat(row.cells[column])
    except ValueError:
        raise row.refuse(f"{column} is {row.cells[column]!r}; write a day as 2024-07-05") from None


def _bodies(layers: Layers) -> Lexicon[str]:
    made: Lexicon[str] = Lexicon(spell)
    for layer in layers:
        added: dict[str, str] = {}
        for row in layer:
            _add(made, row, "words", row.one_of("kind", BODY_KINDS), added)
    return made


def _things(layers: Layers) -> dict[str, Thing]:
    things: dict[str, Thing] = {}
    for layer in layers:
        seen: set[str] = set()
        for row in layer:
            item = row.cells["item_id"]
            if item in seen:
                raise row.refuse(f"{item} has a row already")
            seen.add(item)
            aid_type = row.one_of("aid_type", AID_TYPES)
            thing = Thing(
                item, row.cells["name"], row.cells["class"], row.cells["parent"], aid_type, row.cells["lethal"] == "yes"
            )
            things.setdefault(item, thing)
    for layer in layers:
        for row in layer:
            if row.cells["parent"]:
                _known(row, things, "parent", "items.csv")
    return things


def _items(layers: Layers, things: dict[str, Thing]) -> Lexicon[Thing]:
    made: Lexicon[Thing] = Lexicon(stem)
    for layer in layers:
        added: dict[str, Thing] = {}
        for row in layer:
            _add(made, row, "alias", things[_known(row, things, "item_id", "items.csv")], added)
    return made


def _part(rows: Sequence[Row], part: str) -> frozenset[str]:
    return frozenset(stem(row.cells["word"]) for row in rows if row.one_of("part", WORD_PARTS) == part)
