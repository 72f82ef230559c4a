"""Publishing: a compact, read-only copy beside the one that analysts have open, swapped in whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from warehouse.connection import STORAGE_VERSION, WarehouseError, first_line, make_folder, quoted, writing
from warehouse.load import Fault, no_fault


def publish(live: Path, snapshot: Path, *, deadline: float = 60.0, fault: Fault = no_fault) -> None:
    """Copy `live` and put the copy in the place of `snapshot`; who has the old one open keeps reading it.

    Holds `live` meanwhile, so that two publishers never meet. Raises `WarehouseError` with the old snapshot in place.
    """
    make_folder(snapshot.parent)
    nursery = snapshot.parent / f".{snapshot.name}.next"
    with writing(live, deadline) as connection:
        shutil.rmtree(nursery, ignore_errors=True)
        nursery.mkdir()
        copy = nursery / snapshot.name
        try:
            connection.execute(f"ATTACH {quoted(copy)} AS copy (STORAGE_VERSION '{STORAGE_VERSION}')")
            connection.execute("COPY FROM DATABASE live TO copy")
            connection.execute("DETACH copy")
        except duckdb.Error as error:
            raise WarehouseError(f"{snapshot} cannot be written: {first_line(error)}") from error
        fault("snapshot.copied")
        swap_in(copy, snapshot)
        fault("snapshot.swapped")
    shutil.rmtree(nursery, ignore_errors=True)


def swap_in(copy: Path, place: Path) -> None:
    """Put a finished file in its place, in one step or not at all, and see both onto the disk."""
    _to_disk(copy)
    os.replace(copy, place)  # noqa: PTH105 - os.replace is the promise
    _to_disk(place.parent)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
