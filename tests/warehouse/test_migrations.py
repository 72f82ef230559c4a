"""Migrations: an older database moves up with its data, a newer one is refused in one line."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from batches import DAY

from warehouse import BusyError, WarehouseError, migrations
from warehouse.connection import reading, writing
from warehouse.migrations import ChangedMigrationError, NewerDatabaseError, migrate
from warehouse.statements import Script, scripts


def test_a_new_database_gets_everything_once(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "warehouse.duckdb"
    assert migrate(path, at=DAY) == tuple(script.name for script in scripts("migrations"))
    assert migrate(path, at=DAY) == ()
    with reading(path) as connection:
        [(storage,)] = connection.execute("SELECT tags['storage_version'] FROM duckdb_databases() LIMIT 1").fetchall()
    assert storage.startswith("v1.5")


def test_each_migration_is_committed_with_its_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database stopped half-way stands at the last whole migration, and moves on from there with its data."""
    path, real = tmp_path / "warehouse.duckdb", scripts
    broken = (*real("migrations"), Script("9000_broken", "CREATE TABLE half (x INTEGER); SELECT no_such_function();"))
    monkeypatch.setattr(migrations, "scripts", lambda folder: broken if folder == "migrations" else real(folder))
    with pytest.raises(duckdb.Error):
        migrate(path, at=DAY)
    with writing(path) as connection:
        assert connection.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'half'").fetchall() == [(0,)]
        connection.execute("INSERT INTO party VALUES ('TCD', 'Chad', 'state')")
    mended = (*real("migrations"), Script("9000_mended", "ALTER TABLE party ADD COLUMN note VARCHAR;"))
    monkeypatch.setattr(migrations, "scripts", lambda folder: mended if folder == "migrations" else real(folder))
    assert migrate(path, at=DAY) == ("9000_mended",)
    with reading(path) as connection:
        assert connection.execute("SELECT party_id, note FROM party").fetchall() == [("TCD", None)]


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    migrate(path, at=DAY)
    with writing(path) as connection:
        connection.execute("INSERT INTO schema_migration VALUES ('9999_later', 'x', now())")
    with pytest.raises(NewerDatabaseError, match=r"newer version of Aidwire .*9999_later") as refused:
        migrate(path, at=DAY)
    assert "\n" not in str(refused.value)


def test_a_changed_migration_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    migrate(path, at=DAY)
    with writing(path) as connection:
        connection.execute("UPDATE schema_migration SET sha256 = 'other' WHERE name = '0002_claims'")
    with pytest.raises(ChangedMigrationError, match="0002_claims"):
        migrate(path, at=DAY)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    path.write_text("This is a letter, and no database at all." * 400, encoding="utf-8")
    with pytest.raises(WarehouseError, match="cannot be opened"):
        migrate(path, at=DAY)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WarehouseError, match="AIDWIRE_HOME"):
        migrate(tmp_path / "file" / "warehouse.duckdb", at=DAY)


def test_a_held_database_is_waited_for_until_the_deadline(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    with writing(path), pytest.raises(BusyError, match="in use by another load"):
        migrate(path, at=DAY, deadline=0.1)
