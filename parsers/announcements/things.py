"""Whether two names name the same thing: by the catalogue first, by their words where it does not tell."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from parsers.records import Item

NEAR_COUNT = 0.12
"""Two numbers of things this near to each other, as a share, are one rounded twice: "about 30" and 31."""

SAME, KIND, OTHER = 1.0, 0.6, 0.0
"""The same thing; a thing and its kind ("tanks" and "Leopard 2 tanks"); another thing."""


class Row(NamedTuple):
    """A thing of the catalogue: its name, and what it is a kind of."""

    name: str
    parent: str


_TOKEN = re.compile(r"[^\W_]+")


def likeness_of_things(one: Item, other: Item) -> float:
    """`SAME`, `KIND` or `OTHER`."""
    if one.item_id and other.item_id:
        if one.item_id == other.item_id:
            return SAME
        if one.item_id in _kinds_of(other.item_id) or other.item_id in _kinds_of(one.item_id):
            return KIND
    if _holds(one, other) or _holds(other, one):
        return KIND
    return _by_words(words(one.name), words(other.name))


def same_thing(one: Item, other: Item) -> bool:
    """Whether both are the same thing, rather than one the kind of the other."""
    return likeness_of_things(one, other) == SAME


def is_general(general: Item, special: Item) -> bool:
    """Whether the first is the kind that the second is of: "tanks" and "Leopard 2 tanks"."""
    if likeness_of_things(general, special) != KIND:
        return False
    if general.item_id and special.item_id and special.item_id in _kinds_of(general.item_id):
        return False
    if general.item_id and special.item_id and general.item_id in _kinds_of(special.item_id):
        return True
    return _holds(special, general) or len(words(general.name)) < len(words(special.name))


def counts_agree(one: Item, other: Item) -> float:
    """1 where the numbers agree, -1 where both are said and do not, 0 where one is not said."""
    if one.quantity_min is None and one.quantity_max is None:
        return 0.0
    if other.quantity_min is None and other.quantity_max is None:
        return 0.0
    low = max(_low(one), _low(other))
    high = min(_high(one), _high(other))
    return 1.0 if low <= high * (1 + NEAR_COUNT) else -1.0


def _low(item: Item) -> float:
    return item.quantity_min if item.quantity_min is not None else 0.0


def _high(item: Item) -> float:
    return item.quantity_max if item.quantity_max is not None else float("inf")


@lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """The telling words of a name, in singular and lower case, in order: the last names its kind."""
    every = [_singular(token) for token in _TOKEN.findall(name.casefold())]
    return tuple(word for word in every if word not in _plain_words()) or tuple(every)


def _holds(special: Item, general: Item) -> bool:
    """Whether the catalogue calls the first what the second says: "AMX-10 RC light tank" and "light tanks"."""
    full = words(_catalogue().get(special.item_id or "", Row("", "")).name)
    plain = words(general.name)
    return len(plain) < len(full) and plain[-1:] == full[-1:] and set(plain) <= set(full)


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
    while (row := _catalogue().get(item_id)) and row.parent and row.parent not in kinds:
        kinds.add(row.parent)
        item_id = row.parent
    return kinds


@cache
def _catalogue() -> dict[str, Row]:
    return {row["item_id"]: Row(row["name"], row["parent"]) for row in _rows("parsers.gazetteers", "items.csv")}


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(row["word"] for row in _rows("parsers.announcements", "plain_words.csv"))


def _rows(package: str, name: str) -> list[dict[str, str]]:
    lines = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))
