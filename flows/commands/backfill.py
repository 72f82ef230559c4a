"""`aidwire backfill`: what was published in a span of days."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Way(StrEnum):
    feed = "feed"
    sitemap = "sitemap"
    wordpress = "wordpress"
    urls = "urls"


def command(
    start: Annotated[str, typer.Option(metavar="DATE", help="First day, inclusive, as 2023-01-04.")],
    end: Annotated[str, typer.Option(metavar="DATE", help="Last day, inclusive.")],
    source: Annotated[
        list[str] | None,
        typer.Option("--source", "-s", metavar="S", help="A source by its name; all, if none is given."),
    ] = None,
    via: Annotated[Way, typer.Option(help="How to find articles.")] = Way.feed,
    url: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="An address, for --via urls; may be repeated.")
    ] = None,
    refetch: Annotated[
        bool, typer.Option("--refetch", help="Fetch again what is there, and windows that are done.")
    ] = False,
    cap: Annotated[int, typer.Option(help="The most pages to fetch of one source.")] = 2_000,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be fetched.")] = False,
    note: Annotated[str, typer.Option(help="Why, for whoever reads the run later.")] = "",
) -> int:
    """Find and load what sources published in a span of days, window by window."""
    from flows.console.backfill import asked, print_backfill
    from flows.manual_run import backfill_once
    from flows.settings import Settings

    request = asked(
        start=start, end=end, sources=source or [], via=via.value, urls=url or [], refetch=refetch, cap=cap,
        dry_run=dry_run, note=note,
    )  # fmt: skip
    return print_backfill(backfill_once(Settings(), request))
