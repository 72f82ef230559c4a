"""Reading the rows of a gazetteer file, each with the file and line that it came from."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Sequence
from importlib.resources.abc import Traversable
from typing import NamedTuple, TypeVar

from parsers.claims.lexicon import Lexicon

T = TypeVar("T")


class GazetteerError(ValueError):
    """A row that cannot stand: file, line and what is wrong, in one line."""


class Row(NamedTuple):
    """Cells by column, and where they stand."""

    file: str
    line: int
    cells: dict[str, str]

    def refuse(self, what: str) -> GazetteerError:
        """The error that names this row."""
        return GazetteerError(f"{self.file}, line {self.line}: {what}")

    def one_of(self, column: str, known: Collection[str]) -> str:
        """The cell, where it is a known word. Raises GazetteerError."""
        value = self.cells[column]
        if value not in known:
            raise self.refuse(f"{column} is {value!r}; it must be one of: {', '.join(sorted(filter(None, known)))}")
        return value

    def known(self, column: str, rows: Collection[str], file: str) -> str:
        """The cell, where it names a row of another file. Raises GazetteerError."""
        value = self.cells[column]
        if value not in rows:
            raise self.refuse(f"{file} has no {column} {value!r}; add it there first")
        return value


Layers = Sequence[Sequence[Row]]
"""Rows of one file: those of a researcher's folder first, then the bundled ones."""


def read_rows(file: Traversable, raw: bytes) -> Iterator[Row]:
    """Rows of a CSV file of the content `raw`: `#` lines at its head, the names of the columns, the rows."""
    try:
        lines = raw.decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{file.name}: {error.reason} at byte {error.start}; save the file as UTF-8") from None
    skipped = next((place for place, line in enumerate(lines) if line and not line.startswith("#")), len(lines))
    table = csv.reader(lines[skipped:])
    header = next(table, [])
    name, width = file.name, len(header)
    for cells in table:
        if len(cells) == width:
            yield Row(name, skipped + table.line_num, dict(zip(header, cells, strict=False)))
        elif cells:
            where = f"{name}, line {skipped + table.line_num}"
            raise GazetteerError(f"{where}: {len(cells)} cells where the header names {width}: {', '.join(header)}")


def add_form(made: Lexicon[T], row: Row, column: str, value: T, added: dict[str, T]) -> None:
    """Add the form in a cell; one that an earlier layer has stays, one that this layer (`added`) has is refused."""
    form = row.cells[column]
    if not form or form != form.strip():
        raise row.refuse(f"{column} is {form!r}; it needs words, without blanks around them")
    if form in added:
        raise row.refuse(f"{form!r} has a row already")
    other = made.add(form, value)
    if other is not None and other in added.values():
        twin = next(known for known, had in added.items() if had == other and made.alike(known, form))
        raise row.refuse(f"{form!r} cannot be told from {twin!r} of another row; a form stands for one thing")
    added[form] = value
