"""Backups of the live file: a copy is a snapshot, and a restore is one step."""

from __future__ import annotations

import shutil
from pathlib import Path

from warehouse import checks, manifest
from warehouse.connection import WarehouseError, make_folder, reading, writing
from warehouse.migrations import check_not_newer
from warehouse.snapshot import publish, swap_in

NAME = "warehouse.duckdb"
"""The file of a backup's folder that holds the warehouse."""


def back_up(live: Path, folder: Path, *, deadline: float = 60.0) -> Path:
    """A compact copy of `live` in `folder`, of one moment, while runs go on. Raises what `publish` raises."""
    if not live.is_file():
        raise WarehouseError(f"There is no warehouse at {live} to back up.")
    copy = folder / NAME
    publish(live, copy, deadline=deadline)
    return copy


def restore(folder: Path, live: Path, *, deadline: float = 60.0) -> None:
    """Put the backup of `folder` in the place of `live`. Raises `WarehouseError` where it is damaged or too new."""
    copy = folder / NAME
    with reading(copy) as connection:
        check_not_newer(connection, copy)
        broken = checks.run(connection)
    if broken:
        raise WarehouseError(
            f"{copy} is damaged and was not restored: {broken[0].promise} ({broken[0].rows} rows do not)"
        )
    make_folder(live.parent)
    nursery = live.parent / f".{live.name}.restored"
    shutil.rmtree(nursery, ignore_errors=True)
    nursery.mkdir()
    shutil.copyfile(copy, nursery / live.name)
    manifest.path_of(live).unlink(missing_ok=True)
    live.with_name(f"{live.name}.wal").unlink(missing_ok=True)
    swap_in(nursery / live.name, live)
    nursery.rmdir()
    with writing(live, deadline):
        pass  # Opening and closing it writes its manifest.
