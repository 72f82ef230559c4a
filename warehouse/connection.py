"""Opening the database: the live file for the one writer, and any file for reading alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse import manifest

STORAGE_VERSION = "v1.5.0"
"""Files are written so that today's clients can read them, whatever DuckDB writes them (DESIGN.md section 5)."""

FIRST_PAUSE, LONGEST_PAUSE = 0.05, 1.0
"""Seconds between two tries for the lock: doubled from the first to the longest."""


class WarehouseError(Exception):
    """The warehouse cannot do what was asked; the message is one line for a person."""


class LostRowsError(WarehouseError):
    """The file holds fewer rows than were stored in it."""


class BusyError(WarehouseError):
    """Another process held the file for longer than the caller would wait."""


@contextmanager
def writing(path: Path, deadline: float = 60.0) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that may write to `path`, made if need be; closing it leaves no write-ahead log behind.

    Waits up to `deadline` seconds while another process holds the file, then raises `BusyError`. Raises
    `LostRowsError` where rows are missing that were there when it was last closed, and `WarehouseError` for a file
    that is no database or a folder that cannot be written to.
    """
    make_folder(path.parent)
    connection = _attach(path, time.monotonic() + deadline)
    try:
        lost = manifest.lost_rows(connection, path)
        if lost:
            raise LostRowsError(
                f"{path} has lost rows ({lost}). Put back a backup of it, or remove {path.parent} to begin anew: "
                "the archive keeps what was fetched."
            )
        yield connection
        manifest.record(connection, path)
    finally:
        connection.close()


@contextmanager
def reading(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to `path`. Raises `WarehouseError` where there is none."""
    if not path.is_file():
        raise WarehouseError(f"There is no database at {path} yet. 'aidwire run' or 'aidwire demo' makes one.")
    try:
        connection = duckdb.connect(path, read_only=True)
    except duckdb.Error as error:
        raise WarehouseError(f"{path} cannot be opened: {first_line(error)}") from error
    try:
        connection.execute("SET TimeZone = 'UTC'")
        yield connection
    finally:
        connection.close()


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it. Raises `WarehouseError` where that is not allowed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WarehouseError(
            f"{folder} cannot be made: {error.strerror}. Set AIDWIRE_HOME to a folder of your own."
        ) from error


def first_line(error: Exception) -> str:
    """The first line of what DuckDB says: the rest is its own context."""
    return str(error).partition("\n")[0]


def quoted(path: Path) -> str:
    """`path` as an SQL string: ATTACH takes no parameters."""
    return "'" + str(path).replace("'", "''") + "'"


def _attach(path: Path, until: float) -> duckdb.DuckDBPyConnection:
    pause = FIRST_PAUSE
    while True:
        connection = duckdb.connect()
        try:
            connection.execute("SET TimeZone = 'UTC'")
            connection.execute(f"ATTACH {quoted(path)} AS live (STORAGE_VERSION '{STORAGE_VERSION}')")
            connection.execute("USE live")
        except duckdb.Error as error:
            connection.close()
            if not _is_held(error):
                raise WarehouseError(f"{path} cannot be opened: {first_line(error)}") from error
            if time.monotonic() + pause > until:
                raise BusyError(f"{path} is in use by another load. Try again when that has ended.") from error
        else:
            return connection
        time.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)


def _is_held(error: duckdb.Error) -> bool:
    """Whether the file is held by another process, or by another connection of this one."""
    if isinstance(error, duckdb.IOException):
        return "Conflicting lock" in str(error)
    return isinstance(error, duckdb.BinderException) and "Unique file handle conflict" in str(error)
