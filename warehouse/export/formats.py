"""Tables as files: CSV, Parquet, JSON. A writer takes one resource and the folder, and gives the file that it wrote."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow.csv
import pyarrow.parquet

from warehouse.export.resources import Resource

Writer = Callable[[Resource, Path], Path]


def write_csv(resource: Resource, folder: Path) -> Path:
    """Comma-separated, UTF-8, a head row; what is null is empty."""
    path = folder / f"{resource.name}.csv"
    pyarrow.csv.write_csv(resource.table, path)
    return path


def write_parquet(resource: Resource, folder: Path) -> Path:
    """Parquet, compressed with Zstandard."""
    path = folder / f"{resource.name}.parquet"
    pyarrow.parquet.write_table(resource.table, path, compression="zstd")
    return path


def write_json(resource: Resource, folder: Path) -> Path:
    """A JSON array with an object a line. Sums are text, for a float would round them."""
    path = folder / f"{resource.name}.json"
    lines = (json.dumps(row, ensure_ascii=False, default=_as_json) for row in resource.table.to_pylist())
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
    return path


def _as_json(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
