"""Names of parties and items for the warehouse, whose claims hold codes: the gazetteers' own, and the analyst's."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from parsers.claims.gazetteer_rows import read_rows
from warehouse.reference import NameRow


def party_names(own: Path) -> tuple[NameRow, ...]:
    """Code, name and class of each party. `own` is a folder of files that take the place of bundled rows."""
    return _names("parties.csv", "code", own)


def item_names(own: Path) -> tuple[NameRow, ...]:
    """Id, name and class of each item of the catalogue."""
    return _names("items.csv", "item_id", own)


def _names(name: str, key: str, own: Path) -> tuple[NameRow, ...]:
    layers: tuple[Traversable, ...] = (files("parsers").joinpath("gazetteers"), own)
    rows = {
        row.cells[key]: (row.cells[key], row.cells["name"], row.cells["class"])
        for folder in layers
        if (file := folder.joinpath(name)).is_file()
        for row in read_rows(file, file.read_bytes())
    }
    return tuple(rows[code] for code in sorted(rows))
