"""`aidwire run`: one monitor pass over the registered sources."""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    source: Annotated[
        list[str] | None,
        typer.Option("--source", "-s", metavar="S", help="A source by its name; all, if none is given."),
    ] = None,
    only_due: Annotated[
        bool, typer.Option("--only-due", help="Leave feeds alone that are not due by their own rhythm.")
    ] = False,
) -> int:
    """Poll the registered sources once, and load what is new."""
    from flows.console.run import exit_code, print_sources
    from flows.console.terminal import console
    from flows.manual_run import monitor_once
    from flows.pipeline import registered
    from flows.settings import Settings

    settings = Settings()
    names = [known.slug for known in registered(settings, source or ())]
    report = monitor_once(settings, names, trigger="manual", only_due=only_due, revisit_hours=24.0)
    out = console()
    print_sources(out, report)
    return exit_code(report)
