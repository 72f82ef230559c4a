"""Real warehouse files, filled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from batches import DAY

from parsers.announcements import REACH_DAYS, resolve
from parsers.records import Batch
from warehouse.connection import writing
from warehouse.load import Loaded, load_batch
from warehouse.migrations import migrate
from warehouse.resolution import settle


def filled(path: Path, *batches: Batch) -> Path:
    """A warehouse at `path` that has had `batches`."""
    migrate(path, at=DAY)
    for one in batches:
        add(path, one)
    return path


def add(path: Path, one: Batch) -> Loaded:
    """Load one batch and settle what it brought."""
    with writing(path) as connection:
        loaded = load_batch(connection, one)
        settle(connection, resolve, reach_days=REACH_DAYS, run_id=one.run_id, at=one.loaded_at)
    return loaded


class KilledError(Exception):
    """Stands in for a kill: nothing in the code under test catches it."""


def killed_at(point: str) -> Callable[[str], None]:
    """A fault that strikes at `point`."""

    def fault(name: str) -> None:
        if name == point:
            raise KilledError

    return fault
