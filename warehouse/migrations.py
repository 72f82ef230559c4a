"""Bringing a database up to the tables of this version: ordered, checksummed, each committed with its record."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse.connection import WarehouseError, writing
from warehouse.rates import load_packaged_rates
from warehouse.statements import Script, scripts, statement


class NewerDatabaseError(WarehouseError):
    """The database was made by a newer version of Aidwire."""


class ChangedMigrationError(WarehouseError):
    """A migration that the database has had is no longer the one that this version carries."""


def migrate(path: Path, *, at: datetime, deadline: float = 60.0) -> tuple[str, ...]:
    """Apply to the database at `path`, made if need be, what it lacks; return the names of the migrations applied.

    `at` is the moment that the record of each bears. Views, macros and comments are made anew whenever this
    version's differ, and packaged reference rates are loaded. Raises `NewerDatabaseError`, `ChangedMigrationError`,
    or what `connection.writing` raises.
    """
    with writing(path, deadline) as connection:
        connection.execute(statement("migration_record"))
        applied = _lacking(connection, path)
        for script in applied:
            _apply(connection, script, at)
        _define(connection)
        load_packaged_rates(connection, at)
        connection.execute(statement("resolve/words"))
        return tuple(script.name for script in applied)


def check_version(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raise `WarehouseError` unless the database is exactly of this version."""
    if _lacking(connection, path):
        raise WarehouseError(f"{path} was made by an older version of Aidwire. 'aidwire run' brings it up to date.")


def check_not_newer(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raise `NewerDatabaseError` or `ChangedMigrationError` where this version cannot bring the database up to date."""
    _lacking(connection, path)


def _lacking(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[Script, ...]:
    ours = {script.name: script for script in scripts("migrations")}
    theirs = dict(connection.execute(statement("lookup/migrations")).fetchall())
    unknown = sorted(set(theirs) - set(ours))
    if unknown:
        raise NewerDatabaseError(
            f"{path} was made by a newer version of Aidwire (it has had {unknown[-1]}): update Aidwire to use it."
        )
    for name, sha256 in theirs.items():
        if ours[name].sha256 != sha256:
            raise ChangedMigrationError(
                f"{path} has had another {name} than the one this version carries. Remove {path.parent} to begin anew: "
                "the archive keeps what was fetched."
            )
    return tuple(script for name, script in ours.items() if name not in theirs)


def _apply(connection: duckdb.DuckDBPyConnection, script: Script, at: datetime) -> None:
    connection.begin()
    try:
        connection.execute(script.text)
        connection.execute(statement("load/migration"), [script.name, script.sha256, at])
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def _define(connection: duckdb.DuckDBPyConnection) -> None:
    definitions = scripts("views") + scripts("comments")
    sha256 = hashlib.sha256("".join(script.sha256 for script in definitions).encode()).hexdigest()
    if connection.execute(statement("lookup/definitions")).fetchall() == [(sha256,)]:
        return
    connection.begin()
    try:
        for script in definitions:
            connection.execute(script.text)
        connection.execute(statement("load/definitions"), [sha256])
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
