"""The lists of things: the catalogue, its forms, and the words that open phrases are made of."""

from __future__ import annotations

from typing import NamedTuple

from parsers.claims.gazetteer_rows import Layers, add_form
from parsers.claims.lexicon import Lexicon, stem

AID_TYPES = ("", "military", "humanitarian", "financial", "development")
VAGUE = "aid"
"""The class of the items that are aid by a general word: "military aid"."""


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
    def model(self) -> bool:
        """Whether it is a make or model: "Leopard 2 tank", not "155mm artillery shell"."""
        return self.name[0].isupper() or (self.name[0].isdigit() and self.name[1].isupper())

    @property
    def vague(self) -> bool:
        """Whether it is aid by a general word."""
        return self.kind == VAGUE


class Head(NamedTuple):
    """A noun that ends an open phrase; `bare`: it may stand alone."""

    kind: str
    bare: bool


def things_of(layers: Layers) -> dict[str, Thing]:
    """The items of `items.csv`. Raises GazetteerError for a double, or a parent that is no item."""
    things: dict[str, Thing] = {}
    for layer in layers:
        seen: set[str] = set()
        for row in layer:
            item, cells = row.cells["item_id"], row.cells
            if item in seen:
                raise row.refuse(f"{item} has a row already")
            seen.add(item)
            aid_type = row.one_of("aid_type", AID_TYPES)
            lethal = row.one_of("lethal", ("", "yes")) == "yes"
            things.setdefault(item, Thing(item, cells["name"], cells["class"], cells["parent"], aid_type, lethal))
    for layer in layers:
        for row in layer:
            if row.cells["parent"] and row.cells["parent"] not in things:
                raise row.refuse(f"the parent {row.cells['parent']!r} is no item_id of items.csv")
    return things


def item_lexicon(layers: Layers, things: dict[str, Thing]) -> Lexicon[Thing]:
    """Forms of `item_aliases.csv`, under the singular of their words."""
    made: Lexicon[Thing] = Lexicon(stem)
    for layer in layers:
        added: dict[str, Thing] = {}
        for row in layer:
            add_form(made, row, "alias", things[row.known("item_id", things, "items.csv")], added)
    return made


def heads_of(layers: Layers) -> dict[str, Head]:
    """Nouns of `item_heads.csv`, in the singular; those of a researcher's folder win."""
    heads: dict[str, Head] = {}
    for layer in layers:
        for row in layer:
            heads.setdefault(
                stem(row.cells["word"]), Head(row.cells["class"], row.one_of("bare", ("yes", "no")) == "yes")
            )
    return heads
