"""`aidwire up`: the Prefect server, the schedules and the UI on this machine, in one command.

Everything listens on loopback alone. The deployments are those of deployments/prefect.yaml: there is one definition of
schedules. Ends with its children on Ctrl-C or TERM; what a power cut left Running is marked Crashed at the next start.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import secrets
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

from flows.engine import server_environment
from flows.errors import CannotDo
from flows.settings import Settings

START_SECONDS = 120
"""The first start runs all migrations: 14 s on two idle cores."""


class Server(NamedTuple):
    """A running server: its process, where it listens, and what a client signs in with."""

    pid: int
    port: int
    auth: str

    @property
    def ui(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def api(self) -> str:
        return f"{self.ui}/api"


def running(settings: Settings) -> Server | None:
    """The server that an `aidwire up` of this home keeps, if it answers."""
    try:
        noted = json.loads(_note(settings).read_text("utf-8"))
        server = Server(noted["pid"], noted["port"], auth_string(settings))
    except (OSError, ValueError, KeyError):
        return None
    return server if _healthy(server) else None


def auth_string(settings: Settings) -> str:
    """What signs in to the API and the UI: made at the first start, and readable by its owner alone."""
    file = settings.root / "prefect" / "auth"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        made = f"admin:{secrets.token_urlsafe(18)}"
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(made)
    return file.read_text("utf-8").strip()


@contextmanager
def alone(settings: Settings) -> Iterator[bool]:
    """Whether this is the only `aidwire up` of the home: true for the one that holds the lock while the block lasts."""
    lock = settings.root / "prefect" / "up.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def end_orphan(settings: Settings) -> None:
    """End the server of an `aidwire up` that was killed: it holds the port, and nobody runs what it schedules."""
    orphan = running(settings)
    if orphan:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(orphan.pid, signal.SIGTERM)
        while _healthy(orphan):
            time.sleep(0.2)


@contextmanager
def serving(settings: Settings, port: int) -> Iterator[Server]:
    """A Prefect server while the block lasts. Raises CannotDo where it does not come up."""
    auth = auth_string(settings)
    environment = {**os.environ, **server_environment(settings.root / "prefect", port, auth)}
    log = settings.root / "logs" / "prefect-server.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)],
            env=environment,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server, stopping = Server(process.pid, port, auth), Event()
    _note(settings).write_text(json.dumps({"pid": process.pid, "port": port}), encoding="utf-8")
    try:
        _wait_until_healthy(server, process, log)
        Thread(target=_end_with, args=[process, stopping], daemon=True).start()
        yield server
    finally:
        stopping.set()
        _note(settings).unlink(missing_ok=True)
        _stop(process)


def _wait_until_healthy(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise CannotDo(f"the Prefect server ended at its start; {log} says why")
        if _healthy(server):
            return
        time.sleep(0.2)
    raise CannotDo(f"the Prefect server did not come up within {START_SECONDS} seconds; {log} may say why")


def _healthy(server: Server) -> bool:
    credentials = b64encode(server.auth.encode()).decode()
    request = urllib.request.Request(f"{server.api}/health", headers={"Authorization": f"Basic {credentials}"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=2) as answer:  # noqa: S310 - loopback, http
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False


def _end_with(process: subprocess.Popen[bytes], stopping: Event) -> None:
    """End this process when the server ends by itself: what keeps it alive, such as systemd, starts both anew."""
    process.wait()
    if not stopping.is_set():
        os.kill(os.getpid(), signal.SIGTERM)


def _stop(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _note(settings: Settings) -> Path:
    return settings.root / "prefect" / "up.json"
