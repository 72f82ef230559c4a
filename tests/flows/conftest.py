"""What the tests of flows share: one Prefect server for all, homes of their own, and the command line as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory):
    """A Prefect server for the whole session, with a home of its own."""
    from flows.engine import use_temporary_server

    before = dict(os.environ)
    use_temporary_server(tmp_path_factory.mktemp("prefect"))
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield
    os.environ.clear()
    os.environ |= before


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """An empty data folder for this process and its children."""
    folder = tmp_path / "home"
    monkeypatch.setenv("AIDWIRE_HOME", str(folder))
    return folder


def aidwire(*arguments: str, home: Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a person would, and wait for it."""
    return subprocess.run(
        [sys.executable, "-c", "from flows.cli import main; main()", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=240,
        cwd=ROOT,
        env={**os.environ, "AIDWIRE_HOME": str(home), "COLUMNS": "120", **environment},
    )
