"""The same input gives the same rows: killed anywhere, in any order, at any concurrency, and done again.

A kill case ends a run of its own at the n-th passage of a fault point, runs again, and compares the export hash with
that of an undisturbed run. There is one a point by default; with `AIDWIRE_KILLS=12` the first twelve passages of each.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flows.faults import POINTS
from flows.newsroom.server import serve

PROGRAM = Path(__file__).parent / "one_run.py"
PASSAGES = int(os.environ.get("AIDWIRE_KILLS", "1"))
SOURCE = "demo-ministry"
SECONDS = 120


@pytest.fixture(scope="module")
def newsroom():
    with serve(1) as newsroom:
        yield newsroom


def run(home, *sources, **more):
    """One run as a process of its own: how it ended, and the export hash that it printed."""
    settings = {"HOME": str(home), "ALLOW_LOOPBACK": "true", "HOST_DELAY": "0", **more}
    environment = {**os.environ, **{f"AIDWIRE_{name}": value for name, value in settings.items()}}
    command = [sys.executable, str(PROGRAM), *sources]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=SECONDS)
    return done.returncode, done.stdout.strip(), done.stderr


@pytest.fixture(scope="module")
def undisturbed(newsroom, tmp_path_factory):
    home = tmp_path_factory.mktemp("undisturbed")
    newsroom.write_sources(home / "sources")
    code, export_hash, errors = run(home, SOURCE)
    assert code == 0, errors
    return export_hash


@pytest.mark.parametrize("passage", range(1, PASSAGES + 1))
@pytest.mark.parametrize("point", POINTS)
def test_a_killed_run_is_made_whole_by_the_next(point, passage, newsroom, undisturbed, tmp_path):
    newsroom.write_sources(tmp_path / "sources")
    code, _, errors = run(tmp_path, SOURCE, FAULT=f"{point}:{passage}")
    if code == 0 and passage > 1:
        pytest.skip(f"{point} is passed fewer than {passage} times")
    assert code == -signal.SIGKILL, errors
    code, export_hash, errors = run(tmp_path, SOURCE)
    assert code == 0, errors
    assert export_hash == undisturbed


def test_order_concurrency_and_repetition_change_no_row(newsroom, tmp_path):
    sources = sorted(newsroom.bases)
    hashes = set()
    for number, (order, concurrency) in enumerate([(sources, "1"), (sources[::-1], "16")]):
        home = tmp_path / str(number)
        newsroom.write_sources(home / "sources")
        for _ in range(2):
            code, export_hash, errors = run(home, *order, FETCH_CONCURRENCY=concurrency)
            assert code == 0, errors
            hashes.add(export_hash)
    assert len(hashes) == 1
