"""Reading the rows of a gazetteer file, each with the file and line that it came from."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import NamedTuple


class GazetteerError(ValueError):
    """A row that cannot stand: file, line and what is wrong, in one line."""


class Row(NamedTuple):
    """Cells by column, and where they stand: "items.csv, line 12"."""

    where: str
    cells: dict[str, str]

    def refuse(self, what: str) -> GazetteerError:
        return GazetteerError(f"{self.where}: {what}")

    def one_of(self, column: str, known: frozenset[str]) -> str:
        """The cell, where it is a known word. Raises GazetteerError."""
        value = self.cells[column]
        if value not in known:
            raise self.refuse(f"{column} is {value!r}; it must be one of: {', '.join(sorted(known))}")
        return value


def read_rows(file: Traversable) -> Iterator[Row]:
    """Rows of a CSV file: `#` lines at its head, then the names of the columns. None where there is no such file."""
    if not file.is_file():
        return
    try:
        lines = file.read_bytes().decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{file.name}: {error.reason} at byte {error.start}; save the file as UTF-8") from None
    skipped = next((place for place, line in enumerate(lines) if line and not line.startswith("#")), len(lines))
    table = csv.reader(lines[skipped:])
    header = next(table, [])
    for cells in table:
        if not cells or cells[0].startswith("#"):
            continue
        where = f"{file.name}, line {skipped + table.line_num}"
        if len(cells) != len(header):
            raise GazetteerError(
                f"{where}: {len(cells)} cells where the header names {len(header)}: {', '.join(header)}"
            )
        yield Row(where, dict(zip(header, map(str.strip, cells), strict=True)))
