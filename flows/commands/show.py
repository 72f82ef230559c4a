"""`aidwire show`: one record with its words, reports and history."""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    record: Annotated[str, typer.Argument(metavar="ID", help="The id of an announcement, as 'aidwire sql' shows it.")],
) -> int:
    """Tell the whole story of one announcement: its words, who reports it, and how it came about."""
    from flows.console.story import print_story
    from flows.errors import CannotDo
    from flows.settings import Settings
    from warehouse.listing import story

    found = story(Settings().snapshot, record)
    if found is None:
        raise CannotDo(f"there is no announcement {record!r}; 'aidwire search WORDS' finds ids")
    print_story(found)
    return 0
