"""Real warehouse files, filled."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
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
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_empty())
    for one in batches:
        add(path, one)
    return path


@cache
def _empty() -> bytes:
    """The bytes of a warehouse that is migrated and holds nothing yet: made once, for it takes a second."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.duckdb"
        migrate(path, at=DAY)
        return path.read_bytes()


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
