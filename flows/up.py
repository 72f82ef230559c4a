"""What `aidwire up` does, in order: one at a time, the server, the watch over dead runs, the schedules."""

from __future__ import annotations

import os
import socket

from rich.text import Text

from flows.console.terminal import console, print_whole
from flows.engine import server_environment
from flows.errors import CannotDo
from flows.pipeline import make_ready
from flows.serve import alone, auth_string, end_orphan, running, serving
from flows.settings import Settings
from flows.tools import utc_now


def up(settings: Settings, *, port: int, limit: int, cron: str | None) -> int:
    """Serve until told to end. A second one of the same home says where the first one is, and ends well."""
    out = console()
    with alone(settings) as first:
        if not first:
            server = running(settings)
            print_whole(out, f"Aidwire is up already: {server.ui if server else 'it is starting'}", style="")
            return 0
        make_ready(settings, utc_now())
        end_orphan(settings)
        _check_port(port)
        new = not (settings.root / "prefect" / "auth").exists()
        auth = auth_string(settings)
        out.print(Text("Starting the Prefect server; the first start takes half a minute."))
        with serving(settings, port) as server:
            os.environ |= server_environment(settings.root / "prefect", port, auth)
            print_whole(out, f"Aidwire is up: {server.ui}", style="bold")
            if new:
                print_whole(out, f"Sign in with: {auth}", style="")
            print_whole(out, f"The sign-in is kept in {settings.root / 'prefect' / 'auth'}. Ctrl-C ends everything.")
            _run_schedules(limit, cron)
    return 0


def _run_schedules(limit: int, cron: str | None) -> None:
    from prefect import serve

    from flows.deployed import served
    from flows.watch import mark_dead_runs, watch_heartbeats

    mark_dead_runs()
    watch_heartbeats()
    # Schedules stay as they are when this ends: after a restart they go on, which is what a restart is for.
    serve(*served(cron), limit=limit, pause_on_shutdown=False, print_starting_message=False)


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CannotDo(
                f"port {port} on 127.0.0.1 is taken ({error.strerror}); choose another with --port"
            ) from None
