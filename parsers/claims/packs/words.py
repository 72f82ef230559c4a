"""Reading the CSV files of a language pack."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(path: str) -> tuple[dict[str, str], ...]:
    """Rows of `parsers/<path>`, without the comment lines at its head. The first row names the columns."""
    text = files("parsers").joinpath(path).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(csv.DictReader(lines))


def words(path: str, column: str = "word", **having: str) -> frozenset[str]:
    """One column of the rows of `parsers/<path>` that have the given values in other columns."""
    return frozenset(row[column] for row in rows(path) if all(row[name] == value for name, value in having.items()))
