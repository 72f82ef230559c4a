"""Rows to Arrow tables, by which DuckDB takes them in at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

Row = tuple[Any, ...]


def table(schema: pa.Schema, rows: list[Row]) -> pa.Table:
    """`rows` as a table of `schema`, whose columns come in the same order."""
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    arrays = [_array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(column: Iterable[Any], type_: pa.DataType) -> pa.Array:
    values = list(column)
    try:
        return pa.array(values, type_)
    except UnicodeEncodeError:
        # A lone surrogate has no UTF-8 form; "?" keeps the number of code points, and so every offset.
        return pa.array([v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for v in values], type_)
