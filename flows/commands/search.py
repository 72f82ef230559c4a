"""`aidwire search`: announcements by words."""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="All of them must occur, in any case.")],
) -> int:
    """Find announcements by words in their parties, things, sums, quotes or articles."""
    from flows.console.acts import print_acts
    from flows.console.terminal import console
    from flows.settings import Settings
    from warehouse.listing import search

    print_acts(console(), search(Settings().snapshot, " ".join(words).split()))
    return 0
