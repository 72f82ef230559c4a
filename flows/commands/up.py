"""`aidwire up`: server, schedules and UI on this machine."""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    port: Annotated[
        int, typer.Option(min=1024, max=65535, help="Where the UI and the API listen, on 127.0.0.1.")
    ] = 4200,
    limit: Annotated[int, typer.Option(min=1, max=64, help="Runs under way at once.")] = 2,
    cron: Annotated[
        str, typer.Option(metavar="CRON", help="Instead of the schedules of deployments/prefect.yaml.")
    ] = "",
) -> int:
    """Start the Prefect server, its UI and all schedules, on loopback alone. Ctrl-C ends them."""
    from flows.settings import Settings
    from flows.up import up

    return up(Settings(), port=port, limit=limit, cron=cron or None)
