"""`aidwire reparse`: the archive, read by the rules as they are now."""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    start: Annotated[str | None, typer.Option(metavar="DATE", help="First day of fetching, inclusive.")] = None,
    end: Annotated[str | None, typer.Option(metavar="DATE", help="Last day of fetching, inclusive.")] = None,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", "-s", metavar="S", help="A source by its name; all, if none is given."),
    ] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Change the database; else only tell what would change.")
    ] = False,
) -> int:
    """Read archived pages anew, with no network, and tell what changes, field by field."""
    from flows.console.reparse import print_reparse
    from flows.days import day
    from flows.manual_run import reparse_once
    from flows.pipeline import registered
    from flows.settings import Settings

    settings = Settings()
    registered(settings, source or ())
    first = day(start, "--start") if start else None
    last = day(end, "--end") if end else None
    return print_reparse(reparse_once(settings, first, last, source or [], apply=apply))
