"""`aidwire demo`: the whole pipeline over the bundled newsroom."""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    next_day: Annotated[
        bool, typer.Option("--next-day", help="Serve the newsroom's second edition, and show what it changed.")
    ] = False,
) -> int:
    """Run the whole pipeline over the bundled newsroom: offline, without keys, in a folder of its own."""
    from flows.demo import demonstrate

    return demonstrate(edition=2 if next_day else 1)
