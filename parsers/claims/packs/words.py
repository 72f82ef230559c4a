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
