"""`aidwire up` on a real port: signed in, one at a time, runs what it is asked for, ends whole, and comes back."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest

from flows.engine import server_environment
from flows.newsroom.server import serve
from flows.serve import running
from flows.settings import Settings
from tests.flows.conftest import ROOT, aidwire
from warehouse.query import run as ask

FINAL = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}


@contextmanager
def up(home, port):
    """An `aidwire up` of its own process group, from the moment that it says that it is up."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-c", "from flows.cli import main; main()", "up", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        env={**os.environ, "AIDWIRE_HOME": str(home), "AIDWIRE_ALLOW_LOOPBACK": "true", "AIDWIRE_HOST_DELAY": "0"},
    )
    said = []
    for line in process.stdout:
        said.append(line)
        if "Ctrl-C ends everything" in line:
            break
    try:
        yield process, "".join(said)
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)


@pytest.fixture(scope="module")
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def lived(tmp_path_factory, port):
    """One life of `aidwire up`: what it said, what a second one said, and runs that were asked for over the API."""
    home = tmp_path_factory.mktemp("up")
    told = {"home": home}
    with pytest.MonkeyPatch.context() as patch, serve(1) as newsroom:
        patch.setenv("AIDWIRE_HOME", str(home))
        newsroom.write_sources(home / "sources")
        with up(home, port) as (process, said):
            told["said"], told["second"] = said, aidwire("up", "--port", str(port), home=home)
            server = running(Settings())
            for name, value in server_environment(home / "prefect", server.port, server.auth).items():
                patch.setenv(name, value)
            told["unsigned"] = status_of(f"{server.api}/admin/version")
            told["listening"] = subprocess.run(["ss", "-ltnH"], capture_output=True, text=True).stdout
            span = {"start": "2022-12-01", "end": "2022-12-14", "sources": ["demo-courier"]}
            told["asked"] = ask_for("backfill/backfill", {"request": span})
            told["senseless"] = ask_for("backfill/backfill", {"request": span | {"end": "2022-11-01"}})
            told["left"] = children(process.pid)
        told["code"] = process.returncode
    return told


def status_of(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - loopback
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def ask_for(deployment: str, parameters: dict) -> tuple[str, str]:
    """Start a run as the UI does, wait for its final state, and give that with its message."""
    script = (
        "import json, sys, time\n"
        "from prefect.deployments import run_deployment\n"
        "run = run_deployment(sys.argv[1], parameters=json.loads(sys.argv[2]), timeout=150, poll_interval=1)\n"
        "print(run.state.type.value, run.state.message)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, deployment, json.dumps(parameters)], capture_output=True, text=True, timeout=200
    )
    state, _, message = done.stdout.strip().partition(" ")
    return state, message or done.stderr


def children(pid: int) -> list[int]:
    """All processes under `pid`."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True).stdout
    parents = dict(map(int, line.split()) for line in listed.splitlines())
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return sorted(found - {pid})


def test_it_says_where_it_is_and_how_to_sign_in(lived, port):
    assert f"http://127.0.0.1:{port}" in lived["said"]
    assert re.search(r"Sign in with: admin:\S{20,}", lived["said"])
    assert (lived["home"] / "prefect" / "auth").stat().st_mode & 0o777 == 0o600


def test_a_second_one_says_that_it_runs(lived, port):
    assert lived["second"].returncode == 0
    assert f"up already: http://127.0.0.1:{port}" in lived["second"].stdout


def test_nobody_gets_in_unsigned_and_nothing_listens_beyond_loopback(lived, port):
    assert lived["unsigned"] == 401
    listening = [line for line in lived["listening"].splitlines() if f":{port} " in line]
    assert listening and all("127.0.0.1:" in line for line in listening)


def test_a_backfill_that_is_asked_for_runs_and_its_rows_are_there(lived):
    assert lived["asked"][0] == "COMPLETED", lived["asked"][1]
    rows = ask(lived["home"] / "aidwire.duckdb", "SELECT count(*) FROM articles").rows
    assert rows[0][0] > 5


def test_a_senseless_backfill_fails_in_our_words(lived):
    state, message = lived["senseless"]
    assert state == "FAILED"
    assert "lies before the first" in message


def test_the_end_leaves_no_process(lived):
    assert lived["left"]
    end = time.monotonic() + 30
    while time.monotonic() < end and any(alive(pid) for pid in lived["left"]):
        time.sleep(0.1)
    assert [pid for pid in lived["left"] if alive(pid)] == []


def alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:  # noqa: PTH123
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
