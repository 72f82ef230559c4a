"""A real warehouse file for every test that asks for one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from stores import add, filled

from parsers.records import Batch
from warehouse.load import Loaded


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """An empty warehouse, migrated."""
    return filled(tmp_path / "live" / "warehouse.duckdb")


@pytest.fixture
def load(live: Path) -> Callable[..., list[Loaded]]:
    """Loads batches into `live` in the given order, and settles after each."""

    def load(*batches: Batch) -> list[Loaded]:
        return [add(live, one) for one in batches]

    return load
