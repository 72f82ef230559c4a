"""Every command in README.md works, in order, as it stands; and the table in it is the one that the demo prints."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
TABLE = re.search(r"^```\n(Date .*?)^```$", README, re.DOTALL | re.MULTILINE)


def commands() -> list[str]:
    """All lines of all shell blocks, but `make test`, which would run this very test."""
    lines = [line for block in BLOCKS for line in block.splitlines() if line.strip()]
    return [line for line in lines if not line.startswith("make test")]


@pytest.fixture(scope="module")
def session(tmp_path_factory) -> str:
    """What a shell prints that runs all commands one after the other; it ends at the first that fails."""
    user = tmp_path_factory.mktemp("user")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("AIDWIRE", "PREFECT"))}
    done = subprocess.run(
        ["sh", "-e", "-x", "-c", "\n".join(commands())],
        capture_output=True,
        text=True,
        timeout=400,
        cwd=ROOT,
        env={**environment, "HOME": str(user), "COLUMNS": "120"},
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_the_commands_work(session):
    assert "aidwire.duckdb" in session
    assert "my-ministry" in session


def test_the_table_is_what_the_demo_prints(session):
    assert TABLE is not None, "README.md has no table that begins with a date column"
    assert TABLE.group(1) in session


def test_every_file_that_is_linked_is_there():
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    assert linked
    assert [path for path in linked if not (ROOT / path).exists()] == []
