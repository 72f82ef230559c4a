"""Worlds of claims by a fixed recipe, settled once or after each of its loads in another order: one export hash."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

import pytest
from batches import DAY, batch, claim, page
from stores import filled

from parsers.announcements import REACH_DAYS, resolve
from parsers.records import Batch
from warehouse import checks, export_hash
from warehouse.connection import writing
from warehouse.load import load_batch
from warehouse.resolution import settle

THINGS = cycle(["tents", "", "rice", "tents", "field hospital", "tents", "rice"])
STAGES = cycle(["pledged", "under_discussion", "pledged", "delivered", "pledged", "withheld"])
COUNTS = cycle([None, 4.0, None, 9.0, 4.0])
SUMS = cycle([None, 1e6, None, None, 2e6, 1e6, None])
SOURCES = cycle(["courier", "gazette", "herald", "gazette"])


def world(start: int) -> list[Batch]:
    """Twelve reports in nine weeks, some of several donors, some without a recipient, every fifth edited later."""
    recipe = islice(zip(THINGS, STAGES, COUNTS, SUMS, SOURCES, strict=False), start, start + 12)
    batches = []
    for number, (thing, stage, count, euros, source) in enumerate(recipe):
        donor, old = "NOR" if number % 3 else "JPN", number % 7 == 6
        told = claim(donor, "TCD", thing, count=count, euros=euros, stage=stage, background=old)
        if number % 4 == 3:
            told = replace(told, donors=("JPN", "NOR"))
        if number % 6 == 5:
            told = replace(told, recipients=())
        day = date(2026, 1, 1) + timedelta(days=(number * 23) % 61)
        address = f"https://{source}.example/{number}"
        first = page(address, f"Story {number}.", told, source=source, on=day)
        batches.append(batch(first, window=f"w{number}", source=source))
        if number % 5 == 4:
            after = DAY + timedelta(days=1)
            now = [] if number % 2 else [replace(told, amounts=())]
            edited = page(address, f"Edited {number}.", *now, source=source, on=day, fetched_at=after)
            batches.append(batch(edited, window=f"e{number}", source=source, run_id="r2", at=after))
    return batches


@pytest.mark.parametrize("start", [0, 11])
def test_a_world_is_the_same_in_every_order(tmp_path: Path, start: int) -> None:
    batches = world(start)
    hashes = set()
    for name, order, each in (("once", batches, False), ("mixed", batches[1::3] + batches[::3] + batches[2::3], True)):
        path = filled(tmp_path / f"{name}.duckdb")
        with writing(path) as connection:
            for one in order:
                load_batch(connection, one)
                if each:
                    settle(connection, resolve, reach_days=REACH_DAYS, run_id="r", at=DAY)
            settle(connection, resolve, reach_days=REACH_DAYS, run_id="r", at=DAY)
            assert checks.run(connection) == ()
        hashes.add(export_hash(path))
    assert len(hashes) == 1
