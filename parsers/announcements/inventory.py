"""The things of an act, by all of its reports: what enough of them name, each as most of them name it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from parsers.announcements.facts import Facts
from parsers.announcements.things import is_general, same_thing
from parsers.records import Item, QuantityKind

ENOUGH = 5
"""One report in so many must name a thing, lest one stray reading stand in the record."""
LIST = 4
"""A report that names so many things prints the list of a package: all of it stands."""


@dataclass(slots=True)
class _Entry:
    """One thing as the reports name it. `listed`: it stands in a list."""

    names: list[Item] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)
    listed: bool = False


def inventory(claims: list[Facts]) -> tuple[Item, ...]:
    """The things of the act that `claims`, in the order of their publication, tell of."""
    entries = _entries(claims)
    telling = sum(bool(facts.items) for facts in claims)
    kept = [entry for entry in entries if entry.listed or len(entry.reports) * ENOUGH >= telling]
    kept.sort(key=lambda entry: -len(entry.reports))
    items = [_best(entry.names) for entry in kept]
    return tuple(_numbered(item, items) for item in items if not _covered(item, items))


def _entries(claims: list[Facts]) -> list[_Entry]:
    entries: list[_Entry] = []
    for facts in claims:
        for item in facts.items:
            entry = next((known for known in entries if same_thing(known.names[0], item)), None)
            if entry is None:
                entry = _Entry()
                entries.append(entry)
            entry.names.append(item)
            entry.reports.add(facts.key)
            entry.listed = entry.listed or len(facts.items) >= LIST
    return entries


def _best(names: list[Item]) -> Item:
    """The thing with the number that is given most, under the name that is given most."""
    known = [item for item in names if item.item_id] or names
    name = Counter(item.name for item in known).most_common(1)[0][0]
    item_id = next((item.item_id for item in known), None)
    numbers = Counter(_number(item) for item in names if _has_number(item))
    chosen = next(item for item in known if item.name == name)
    if numbers:
        most = numbers.most_common(1)[0][0]
        chosen = next(item for item in names if _has_number(item) and _number(item) == most)
    return replace(chosen, name=name, item_id=item_id)


def _covered(item: Item, items: list[Item]) -> bool:
    """Whether a more special thing of the list tells what this one tells in general."""
    return any(is_general(item, other) for other in items)


def _numbered(item: Item, items: list[Item]) -> Item:
    """The item with the number that is only given for its kind ("31 tanks"), where it is the one thing of that kind."""
    if _has_number(item):
        return item
    kinds = [other for other in items if is_general(other, item) and _has_number(other)]
    if len(kinds) != 1 or sum(is_general(kinds[0], other) for other in items) != 1:
        return item
    low, high, kind = _number(kinds[0])
    return replace(item, quantity_min=low, quantity_max=high, quantity_kind=kind)


def _has_number(item: Item) -> bool:
    return item.quantity_min is not None or item.quantity_max is not None


def _number(item: Item) -> tuple[float | None, float | None, QuantityKind]:
    return item.quantity_min, item.quantity_max, item.quantity_kind
