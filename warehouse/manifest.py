"""What the live file held when it was last closed, written beside it: DuckDB opens a file whose log was lost or cut
without a word, with fewer rows (DESIGN.md section 6)."""

from __future__ import annotations

import json
import os
from pathlib import Path

import duckdb

from warehouse.statements import statement


def path_of(database: Path) -> Path:
    """Where the manifest of a database lies."""
    return database.with_name(f"{database.name}.manifest.json")


def record(connection: duckdb.DuckDBPyConnection, database: Path) -> None:
    """Note how many rows there are. Does nothing before the first migration."""
    if not _is_migrated(connection):
        return
    manifest = path_of(database)
    draft = manifest.with_name(f"{manifest.name}.next")
    draft.write_text(json.dumps(_counts(connection), indent=2) + "\n", encoding="utf-8")
    os.replace(draft, manifest)  # noqa: PTH105 - whole or not at all


def lost_rows(connection: duckdb.DuckDBPyConnection, database: Path) -> str | None:
    """What is missing of what the manifest says, in words for a person; None where nothing is."""
    manifest = path_of(database)
    if not manifest.is_file():
        return None
    try:
        noted: dict[str, int] = json.loads(manifest.read_text(encoding="utf-8"))
    except ValueError:
        return f"{manifest.name} beside it cannot be read"
    found = _counts(connection) if _is_migrated(connection) else {}
    missing = [
        f"{table} has {found.get(table, 0)} of {rows}" for table, rows in noted.items() if found.get(table, 0) < rows
    ]
    return "; ".join(missing) or None


def _is_migrated(connection: duckdb.DuckDBPyConnection) -> bool:
    return bool(connection.execute(statement("manifest/is_migrated")).fetchall()[0][0])


def _counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    return dict(connection.execute(statement("manifest/counts")).fetchall())
