"""Loading: all that one (source, window) brought, in one transaction, by content-derived keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import duckdb

from parsers.records import Batch
from warehouse.staging import content_sha256, stage
from warehouse.statements import statement

Fault = Callable[[str], None]
"""Passes a named point at which a test may kill the process (`flows.faults.point`)."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load added: articles that are new or have a new version, their new versions, and new claims."""

    articles: int = 0
    versions: int = 0
    claims: int = 0


def no_fault(name: str) -> None:
    """Passes every point."""


def load_batch(connection: duckdb.DuckDBPyConnection, batch: Batch, fault: Fault = no_fault) -> Loaded:
    """Load `batch` whole or not at all. The same batch again changes nothing.

    Raises `duckdb.Error` with nothing loaded. New claims wait in `pending_claim` for `warehouse.resolution.settle`.
    """
    fault("load.begin")
    sha256 = content_sha256(batch)
    key = [batch.source, batch.window, batch.run_id]
    if connection.execute(statement("lookup/same_window"), [*key, sha256]).fetchall():
        return Loaded()
    tables = stage(batch)
    connection.begin()
    try:
        for name, table in tables.items():
            connection.register(f"incoming_{name}", table)
        _insert(connection, batch, sha256, fault)
        fault("load.before_commit")
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    finally:
        for name in tables:
            connection.unregister(f"incoming_{name}")
    fault("load.after_commit")
    return Loaded(*connection.execute(statement("lookup/loaded"), key).fetchall()[0])


def _insert(connection: duckdb.DuckDBPyConnection, batch: Batch, sha256: str, fault: Fault) -> None:
    set_variables(
        connection,
        source_id=batch.source,
        window_key=batch.window,
        run_id=batch.run_id,
        content_sha256=sha256,
        loaded_at=batch.loaded_at,
    )
    connection.execute(statement("load/collection"))
    fault("load.collection")
    connection.execute(statement("load/claims"))
    fault("load.claims")
    connection.execute(statement("load/window"))


def set_variables(connection: duckdb.DuckDBPyConnection, **values: object) -> None:
    """Give the statements that follow their values, which they read by `getvariable`."""
    for name, value in values.items():
        connection.execute(f"SET VARIABLE {name} = ?", [value])
