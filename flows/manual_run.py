"""A run that a person starts from a terminal: a flow under a Prefect server, with progress."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from flows.backfill_request import BackfillRequest
from flows.console.live_progress import shown
from flows.console.terminal import console
from flows.engine import server_environment, use_temporary_server
from flows.pipeline import make_ready
from flows.runs import BackfillReport, ReparseReport, RunReport, Trigger
from flows.serve import running
from flows.settings import Settings
from flows.tools import utc_now


def monitor_once(
    settings: Settings, sources: Sequence[str], *, trigger: Trigger, only_due: bool, revisit_hours: float
) -> RunReport:
    """Run the monitor flow over `sources` in this process and give its report."""
    with _under_prefect(settings):
        from flows.monitor import monitor

        return monitor(list(sources), trigger=trigger, only_due=only_due, revisit_hours=revisit_hours)


def backfill_once(settings: Settings, request: BackfillRequest) -> BackfillReport:
    """Run the backfill flow in this process and give its report."""
    with _under_prefect(settings):
        from flows.backfill import backfill

        return backfill(request)


def reparse_once(
    settings: Settings, start: date | None, end: date | None, sources: Sequence[str], *, apply: bool
) -> ReparseReport:
    """Run the reparse flow in this process and give its report."""
    with _under_prefect(settings):
        from flows.reparse import reparse

        return reparse(start, end, list(sources), apply)


@contextmanager
def _under_prefect(settings: Settings) -> Iterator[None]:
    """Run flows under the server that PREFECT_API_URL names, else that of `aidwire up`, else a temporary one.

    Raises WarehouseError before any server starts where the warehouse cannot be used.
    """
    make_ready(settings, utc_now())
    if not os.environ.get("PREFECT_API_URL"):
        server = running(settings)
        if server:
            os.environ |= server_environment(settings.root / "prefect", server.port, server.auth)
        else:
            use_temporary_server(settings.root / "prefect")
    with shown(console(stderr=True), "Starting Prefect"):
        yield
