"""Backups come back as they were; a file that lost rows is refused in one line."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from batches import batch, claim, page
from stores import add

from warehouse import WarehouseError, export_hash
from warehouse.backup import back_up, restore
from warehouse.connection import LostRowsError, writing

TENTS = batch(page("https://c.example/1", "Chad gets tents from Norway.", claim("NOR", "TCD", "tents")))
RICE = batch(page("https://c.example/2", "Mali gets rice from Japan.", claim("JPN", "MLI", "rice")), window="w2")


def test_a_backup_comes_back_as_it_was(live: Path, tmp_path: Path) -> None:
    add(live, TENTS)
    before = export_hash(live)
    back_up(live, tmp_path / "backup")
    add(live, RICE)
    assert export_hash(live) != before
    restore(tmp_path / "backup", live)
    assert export_hash(live) == before
    add(live, RICE)


def test_a_damaged_backup_is_not_restored(live: Path, tmp_path: Path) -> None:
    add(live, TENTS)
    copy = back_up(live, tmp_path / "backup")
    with writing(copy) as connection:
        connection.execute("UPDATE evidence SET quote = 'other words'")
    before = export_hash(live)
    with pytest.raises(WarehouseError, match="damaged and was not restored"):
        restore(tmp_path / "backup", live)
    assert export_hash(live) == before


def test_a_stale_copy_is_refused(live: Path, tmp_path: Path) -> None:
    add(live, TENTS)
    shutil.copy(live, tmp_path / "stale")
    add(live, RICE)
    shutil.copy(tmp_path / "stale", live)
    with pytest.raises(LostRowsError, match="claim has 1 of 2") as refused, writing(live):
        pass
    assert "\n" not in str(refused.value)


def test_a_lost_log_is_noticed(live: Path) -> None:
    """A process is killed with its rows in the log alone, after the manifest was written; then the log goes missing."""
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "import duckdb\n"
        "from warehouse import manifest\n"
        "live = Path(sys.argv[1])\n"
        "connection = duckdb.connect(live)\n"
        "connection.execute(\"INSERT INTO reading_claim VALUES ('r', 'c', 1)\")\n"
        "connection.execute(\"INSERT INTO reading VALUES ('r', 'v', 'e', NULL, NULL, 1, now(), 'run')\")\n"
        "manifest.record(connection, live)\n"
        f"os.kill(os.getpid(), {int(signal.SIGKILL)})\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, str(live)], check=False, cwd=Path(__file__).parents[2], env=dict(os.environ)
    )
    assert ended.returncode == -signal.SIGKILL
    log = live.with_name(f"{live.name}.wal")
    assert log.is_file()
    log.unlink()
    with pytest.raises(LostRowsError, match="reading has 0 of 1"), writing(live):
        pass
