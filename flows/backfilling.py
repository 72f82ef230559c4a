"""The steps of a backfill as plain functions: find what was published, take out what is done, collect a window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flows.backfill_request import BackfillRequest
from flows.collect import Collected, fetch_and_read, gone
from flows.discover.listing import Gathering, Listing
from flows.discover.paging import by_paging
from flows.discover.sitemap import by_sitemap
from flows.discover.span import Span
from flows.discover.urls import by_urls
from flows.discover.wordpress import by_wordpress
from flows.errors import WrongUse
from flows.fetch.guard import Policy
from flows.plan import Due
from flows.runs import Run
from flows.settings import Settings
from flows.tools import Tools, tools_of
from flows.windows import Window, in_windows
from parsers.records import Batch
from parsers.sources import Source
from warehouse.connection import writing
from warehouse.known import done_windows, stored_urls

MOST_LISTED = 50_000
"""Addresses of one source in one span. What goes beyond needs a shorter span."""


@dataclass(frozen=True, slots=True)
class Task:
    """One source and one window: the pages to fetch. All that a worker needs.

    A window is not `whole` where pages of it lie over the cap or its listing had gaps: it is loaded and stays open.
    """

    run: Run
    source: Source
    window: Window
    due: tuple[Due, ...]
    there_already: int = 0
    over_cap: int = 0
    whole: bool = True

    @property
    def key(self) -> str:
        """What the ledger calls the window: by its own name only once it is done."""
        return self.window.key if self.whole else f"{self.window.key}:open"


def offering(sources: Iterable[Source], request: BackfillRequest) -> tuple[Source, ...]:
    """The sources that can be searched in the way asked for. Raises WrongUse where none can."""
    can = tuple(source for source in sources if _offers(source, request))
    if not can:
        raise WrongUse(f"none of these sources has a {request.via} in its source.toml; choose another way or source")
    if request.via == "urls" and len(can) != 1:
        raise WrongUse("addresses belong to one source; name it")
    return can


def find(source: Source, request: BackfillRequest, run: Run, settings: Settings) -> Listing:
    """What the source published in the span, and what it took to find out."""
    if request.via == "urls":
        return Listing(by_urls(request.urls, Policy(settings.allow_loopback)), ())
    tools = tools_of(run, settings)
    return tools.wait_for(_listed(source, request, tools))


async def _listed(source: Source, request: BackfillRequest, tools: Tools) -> Listing:
    def gathering() -> Gathering:
        return Gathering(tools.fetcher, tools.offload, Span(request.start, request.end), MOST_LISTED, source.slug)

    if request.via == "sitemap":
        return await by_sitemap(gathering(), source.home, source.sitemap)
    if request.via == "wordpress" and source.wordpress:
        return await by_wordpress(gathering(), source.wordpress)
    listings = [await by_paging(gathering(), feed.url) for feed in source.feeds]
    return Listing(
        tuple({entry.url: entry for listing in listings for entry in listing.entries}.values()),
        tuple(fetch for listing in listings for fetch in listing.fetches),
        tuple(issue for listing in listings for issue in listing.issues),
    )


def _offers(source: Source, request: BackfillRequest) -> bool:
    return bool({"feed": source.feeds, "wordpress": source.wordpress}.get(request.via, True))


def listing_collected(source: Source, listing: Listing, request: BackfillRequest, run: Run) -> Collected:
    """The fetches that it took to find out, to be loaded: they are part of how polite we were."""
    window = f"listing:{request.via}:{request.start}:{request.end}"
    batch = Batch(source.slug, window, run.run_id, run.started_at, fetches=listing.fetches)
    return Collected(batch, "", 0, 0)


def tasks(source: Source, listing: Listing, request: BackfillRequest, run: Run, settings: Settings) -> tuple[Task, ...]:
    """One task a window that is not done, without the pages that are there already, unless both are asked for again."""
    windows = list(in_windows(listing.entries, request.via, request.start, request.end))
    with writing(settings.live, settings.lock_deadline) as connection:
        done = frozenset() if request.refetch else done_windows(connection, source.slug)
        there = (
            frozenset() if request.refetch else stored_urls(connection, [e.url for _, found in windows for e in found])
        )
    left, planned = request.cap, []
    for window, entries in windows:
        if window.key in done:
            continue
        new = [entry for entry in entries if entry.url not in there]
        due = tuple(Due(entry.url, entry) for entry in new[:left])
        over_cap = len(new) - len(due)
        whole = not over_cap and not listing.issues
        if due or whole:
            planned.append(Task(run, source, window, due, len(entries) - len(new), over_cap, whole))
        left -= len(due)
    return tuple(planned)


def collect_window(task: Task, settings: Settings) -> Collected:
    """Fetch and read the pages of one window. What was fetched is on the disk when this returns."""
    tools = tools_of(task.run, settings)
    fetches, pages = tools.wait_for(fetch_and_read(task.source, task.due, tools))
    tools.archive.sync()
    batch = Batch(
        source=task.source.slug,
        window=task.key,
        run_id=task.run.run_id,
        loaded_at=task.run.started_at,
        fetches=fetches,
        # Kept for a reparse; a name that is no feed's, so that the monitor does not take old pages for its own.
        entries=tuple((f"backfill:{task.window.via}:{task.source.slug}", due.entry) for due in task.due if due.entry),
        pages=pages,
        gone=gone(fetches, task.due),
    )
    return Collected(batch, "", 0, 0)
