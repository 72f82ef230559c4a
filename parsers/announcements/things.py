"""Whether two names name the same thing: by the catalogue first, by their words where it does not tell."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files

from parsers.records import Item

SAME, KIND, OTHER = 1.0, 0.6, 0.0
"""The same thing; a thing and its kind ("tanks" and "Leopard 2 tanks"); another thing."""

_TOKEN = re.compile(r"[^\W_]+")


def likeness_of_things(one: Item, other: Item) -> float:
    """`SAME`, `KIND` or `OTHER`."""
    if one.item_id and other.item_id:
        if one.item_id == other.item_id:
            return SAME
        if one.item_id in _kinds_of(other.item_id) or other.item_id in _kinds_of(one.item_id):
            return KIND
    return _by_words(words(one.name), words(other.name))


def same_thing(one: Item, other: Item) -> bool:
    """Whether both are the same thing, rather than one the kind of the other."""
    return likeness_of_things(one, other) == SAME


def is_general(general: Item, special: Item) -> bool:
    """Whether the first is the kind that the second is of: "tanks" and "Leopard 2 tanks"."""
    if likeness_of_things(general, special) != KIND:
        return False
    if general.item_id and special.item_id:
        return general.item_id in _kinds_of(special.item_id)
    return len(words(general.name)) < len(words(special.name))


@lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """The telling words of a name, in singular and lower case, in order: the last names its kind."""
    every = [_singular(token) for token in _TOKEN.findall(name.casefold())]
    return tuple(word for word in every if word not in _plain_words()) or tuple(every)


def _by_words(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if not one or not other:
        return OTHER
    if one == other:
        return SAME
    ours, theirs = set(one[:-1]), set(other[:-1])
    if _numbers(one) and _numbers(other) and not _numbers(one) & _numbers(other):
        return OTHER  # Leopard 1 and Leopard 2
    if one[-1] == other[-1]:
        if not ours or not theirs:
            return KIND
        return SAME if ours & theirs else OTHER
    # "Leopard 2s", "Leopard 2 tanks" and "Leopard 2 vehicles": a name may stand without its kind or with another.
    shared = [word for word, its in zip(one, other, strict=False) if word == its]
    return SAME if len(shared) == min(len(one), len(other)) or _numbers(tuple(shared)) else OTHER


def _numbers(name: tuple[str, ...]) -> set[str]:
    return {word for word in name if word.isdigit()}


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


def _kinds_of(item_id: str) -> set[str]:
    """What the thing is a kind of, by the catalogue."""
    kinds: set[str] = set()
    while (parent := _parents().get(item_id)) and parent not in kinds:
        kinds.add(parent)
        item_id = parent
    return kinds


@cache
def _parents() -> dict[str, str]:
    rows = _rows("parsers.gazetteers", "items.csv")
    return {row["item_id"]: row["parent"] for row in rows if row["parent"]}


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(row["word"] for row in _rows("parsers.announcements", "plain_words.csv"))


def _rows(package: str, name: str) -> list[dict[str, str]]:
    lines = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))
