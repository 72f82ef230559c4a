"""Analysts' SQL: read-only, shut in, and with an end.

DuckDB has no statement timeout, and `read_only` alone still reads and writes other files (DESIGN.md section 6).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Timer
from typing import Any

import duckdb

from warehouse.connection import WarehouseError, first_line

MOST_ROWS = 100_000
"""Rows that an answer may have; more belong into an export."""

LOCKED_DOWN: dict[str, str | bool | int | float | list[str]] = {
    "access_mode": "read_only",
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "2GB",
    "temp_directory": "",
}

ASKING = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN, duckdb.StatementType.RELATION}
"""Kinds of statement that only ask; DESCRIBE, SHOW and SUMMARIZE are SELECT to DuckDB."""


class QueryError(WarehouseError):
    """The question could not be answered; the message says why, in one line."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of an answer and its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def run(snapshot: Path, sql: str, *, seconds: float = 30.0, most_rows: int = MOST_ROWS) -> Answer:
    """What the snapshot answers to one statement that asks; raises `QueryError` for any other, and after `seconds`."""
    if not snapshot.is_file():
        raise QueryError(f"There is no database at {snapshot} yet. 'aidwire run' or 'aidwire demo' makes one.")
    with _shut_in(snapshot) as connection, _ending(connection, seconds):
        statements = connection.extract_statements(sql)
        if len(statements) != 1:
            raise QueryError(f"One statement at a time, please: this is {len(statements)}.")
        if statements[0].type not in ASKING:
            raise QueryError(f"This database is for reading: {statements[0].type.name} is not possible here.")
        cursor = connection.execute(statements[0])
        columns = tuple(column[0] for column in cursor.description or ())
        rows = cursor.fetchmany(most_rows + 1)
        if len(rows) > most_rows:
            raise QueryError(f"The answer has more than {most_rows:,} rows: add a LIMIT, or use 'aidwire export'.")
        return Answer(columns, tuple(rows))


@contextmanager
def _shut_in(snapshot: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        connection = duckdb.connect(snapshot, config=LOCKED_DOWN)
    except duckdb.Error as error:
        raise QueryError(f"{snapshot} cannot be opened: {first_line(error)}") from error
    try:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("SET lock_configuration = true")
        yield connection
    finally:
        connection.close()


@contextmanager
def _ending(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Interrupts what runs after `seconds`, and says so."""
    late = Event()

    def interrupt() -> None:
        late.set()
        connection.interrupt()

    watchdog = Timer(seconds, interrupt)
    watchdog.daemon = True
    watchdog.start()
    try:
        yield
    except duckdb.Error as error:
        if late.is_set():
            raise QueryError(f"The question took longer than {seconds:g} seconds (AIDWIRE_SQL_SECONDS).") from error
        raise QueryError(_in_one_line(error)) from error
    finally:
        watchdog.cancel()


def _in_one_line(error: duckdb.Error) -> str:
    """What DuckDB says is wrong and what it would rather read, without its drawing of the place."""
    hints = [line for line in str(error).splitlines()[1:] if line.startswith(("Did you mean", "Candidate"))]
    return " ".join([first_line(error), *hints])
