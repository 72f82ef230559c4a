"""Exports: what was stored is what is read back, as of any moment, with a dictionary of every column."""

from __future__ import annotations

import csv
import hashlib
import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import feedparser
import pyarrow.parquet
import pytest
from batches import DAY, batch, claim, page
from stores import filled

from warehouse import WarehouseError
from warehouse.export import FORMATS, export
from warehouse.snapshot import publish

LATER = DAY + timedelta(days=3)
AWKWARD = 'Norway, it "says", gives\nChad <tents> & =SUM(A1).'


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    tents = page("https://c.example/1", AWKWARD, claim("NOR", "TCD", "tents", count=20.0, euros=2e6))
    rice = page("https://c.example/2", "Rice for Mali.", claim("JPN", "MLI", "rice", euros=1e6), fetched_at=LATER)
    live = filled(folder / "live.duckdb", batch(tents), batch(rice, window="w2", run_id="r2", at=LATER))
    publish(live, folder / "aidwire.duckdb")
    return folder / "aidwire.duckdb"


@pytest.mark.parametrize("name", FORMATS)
def test_every_export_carries_its_dictionary_and_its_origin(snapshot: Path, tmp_path: Path, name: str) -> None:
    written = export(snapshot, tmp_path / "out", name, made_at=LATER)
    assert {path.name for path in written} == {path.name for path in (tmp_path / "out").iterdir()}
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        content = (tmp_path / "out" / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert all(field["description"] for field in resource["schema"]["fields"]), resource["name"]
    assert "courier" in (tmp_path / "out" / "PROVENANCE.md").read_text(encoding="utf-8")


def test_csv_keeps_awkward_words(snapshot: Path, tmp_path: Path) -> None:
    export(snapshot, tmp_path, "csv", made_at=LATER)
    with (tmp_path / "announcements.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["donors"]: row for row in csv.DictReader(file)}
    assert rows["NOR"]["quote"] == AWKWARD
    assert rows["NOR"]["what"] == "20 tents"


def test_parquet_and_json_say_the_same(snapshot: Path, tmp_path: Path) -> None:
    export(snapshot, tmp_path, "parquet", made_at=LATER)
    export(snapshot, tmp_path, "json", made_at=LATER)
    amounts = pyarrow.parquet.read_table(tmp_path / "amounts.parquet").to_pylist()
    told = json.loads((tmp_path / "amounts.json").read_text(encoding="utf-8"))
    assert [row["value"] for row in amounts] == [Decimal(row["value"]) for row in told]
    assert sorted(row["value_eur"] for row in amounts) == [Decimal("1000000.00"), Decimal("2000000.00")]


def test_an_export_as_of_an_earlier_moment_holds_what_was_known_then(snapshot: Path, tmp_path: Path) -> None:
    export(snapshot, tmp_path, "json", made_at=LATER, moment=DAY + timedelta(days=1))
    donors = [row["donors"] for row in json.loads((tmp_path / "announcements.json").read_text(encoding="utf-8"))]
    assert donors == ["NOR"]
    evidence = json.loads((tmp_path / "evidence.json").read_text(encoding="utf-8"))
    assert {row["url"] for row in evidence} == {"https://c.example/1"}


def test_hxl_has_a_row_of_hashtags(snapshot: Path, tmp_path: Path) -> None:
    export(snapshot, tmp_path, "hxl", made_at=LATER)
    with (tmp_path / "announcements.hxl.csv").open(encoding="utf-8", newline="") as file:
        names, tags, *rows = csv.reader(file)
    assert len(names) == len(tags) == len(rows[0])
    assert all(tag.startswith("#") for tag in tags)
    assert len(rows) == 2


def test_atom_is_read_by_a_feed_reader(snapshot: Path, tmp_path: Path) -> None:
    export(snapshot, tmp_path, "atom", made_at=LATER)
    feed = feedparser.parse((tmp_path / "announcements.atom").read_bytes())
    assert not feed.bozo
    assert {entry.link for entry in feed.entries} == {"https://c.example/1", "https://c.example/2"}
    assert len({entry.id for entry in feed.entries}) == 2
    assert feed.feed.updated == datetime(2026, 3, 2, tzinfo=UTC).isoformat()


def test_an_unknown_format_is_told_with_the_known_ones(snapshot: Path, tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="csv, parquet, json"):
        export(snapshot, tmp_path, "pdf", made_at=LATER)


def test_a_folder_that_cannot_be_written_to_is_told(snapshot: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WarehouseError, match="cannot be made"):
        export(snapshot, tmp_path / "file" / "out", "csv", made_at=LATER)
