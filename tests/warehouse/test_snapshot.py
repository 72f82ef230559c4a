"""Publishing: readers keep what they opened, and a kill leaves the old snapshot or the new one."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from batches import batch, claim, page
from stores import KilledError, add, killed_at

from warehouse import export_hash
from warehouse.snapshot import publish

TENTS = batch(page("https://c.example/1", "Chad gets tents from Norway.", claim("NOR", "TCD", "tents")))
RICE = batch(page("https://c.example/2", "Mali gets rice from Japan.", claim("JPN", "MLI", "rice")), window="w2")


def test_the_snapshot_says_what_the_live_file_says(live: Path, tmp_path: Path) -> None:
    add(live, TENTS)
    publish(live, tmp_path / "aidwire.duckdb")
    assert export_hash(tmp_path / "aidwire.duckdb") == export_hash(live)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_who_reads_the_old_snapshot_keeps_it(live: Path, tmp_path: Path) -> None:
    snapshot = tmp_path / "aidwire.duckdb"
    add(live, TENTS)
    publish(live, snapshot)
    with duckdb.connect(snapshot, read_only=True) as reader:
        add(live, RICE)
        publish(live, snapshot)
        assert reader.execute("SELECT count(*) FROM announcements").fetchall() == [(1,)]
    with duckdb.connect(snapshot, read_only=True) as reader:
        assert reader.execute("SELECT count(*) FROM announcements").fetchall() == [(2,)]


@pytest.mark.parametrize(("point", "acts"), [("snapshot.copied", 1), ("snapshot.swapped", 2)])
def test_a_kill_leaves_a_whole_snapshot(live: Path, tmp_path: Path, point: str, acts: int) -> None:
    snapshot = tmp_path / "aidwire.duckdb"
    add(live, TENTS)
    publish(live, snapshot)
    add(live, RICE)
    with pytest.raises(KilledError):
        publish(live, snapshot, fault=killed_at(point))
    with duckdb.connect(snapshot, read_only=True) as reader:
        assert reader.execute("SELECT count(*) FROM announcements").fetchall() == [(acts,)]
    publish(live, snapshot)
    assert export_hash(snapshot) == export_hash(live)
