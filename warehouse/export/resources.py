"""What an export holds: five tables of the snapshot as of a moment, each with what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import duckdb
import pyarrow as pa

from warehouse.statements import statement

RESOURCES = {
    "announcements": "announcements",
    "parties": "announcement_party_current",
    "items": "announcement_item_current",
    "amounts": "announcement_amount_current",
    "evidence": "announcement_evidence",
}
"""Names of the exported tables, and the views whose comments tell what their columns hold."""


@dataclass(frozen=True, slots=True)
class Resource:
    """One exported table: its rows, and the meaning of each column."""

    name: str
    table: pa.Table
    meanings: dict[str, str]


def read_resources(connection: duckdb.DuckDBPyConnection, moment: datetime | None) -> tuple[Resource, ...]:
    """The tables as they were believed at `moment`; as they are now where that is None."""
    return tuple(_read(connection, name, view, moment) for name, view in RESOURCES.items())


def _read(connection: duckdb.DuckDBPyConnection, name: str, view: str, moment: datetime | None) -> Resource:
    meanings = dict(connection.execute(statement("export/columns"), [view]).fetchall())
    rows = connection.execute(statement(f"export/{name}"), {"moment": moment or "infinity"})
    return Resource(name, rows.to_arrow_table(), meanings)
