"""Checks: each is a file of SQL that must return no rows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse.connection import reading
from warehouse.statements import scripts, statement

SHOWN = 3
"""Rows of a failed check that its report carries."""

HASH = "export_hash"
"""The one file among the checks that is not one: it belongs here because all promises of "equal" mean it."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A check that returned rows: how many, and the first few of them."""

    check: str
    promise: str
    """What ought to hold, in words."""
    rows: int
    examples: tuple[tuple[Any, ...], ...]


def run(connection: duckdb.DuckDBPyConnection) -> tuple[Violation, ...]:
    """What does not hold; empty when all is well."""
    found = []
    for script in scripts("checks"):
        if script.name == HASH:
            continue
        rows = connection.execute(script.text).fetchall()
        if rows:
            promise = script.text.partition("\n")[0].removeprefix("-- ")
            found.append(Violation(script.name, promise, len(rows), tuple(rows[:SHOWN])))
    return tuple(found)


def export_hash(path: Path) -> str:
    """The hash over all content of the database at `path`: equal hashes, equal warehouses (DESIGN.md section 2)."""
    with reading(path) as connection:
        return str(connection.execute(statement(f"checks/{HASH}")).fetchall()[0][0])
