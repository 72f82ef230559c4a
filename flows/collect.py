"""Collecting one source: poll its feeds, fetch the pages that are due, read them. Nothing here touches the database."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from flows import faults, progress
from flows.discover.feed import Discovery, Parse, discover
from flows.discover.polling import due as poll_due
from flows.fetch import Fetcher
from flows.plan import Due, pages_due
from flows.runs import Run
from flows.tools import Tools, utc_now
from parsers.feed import parse_feed
from parsers.keys import digest
from parsers.page import read_page
from parsers.records import Batch, Feed, Fetch, Issue, ItemOutcome, Page, ParsedPage
from parsers.sources import Source
from warehouse.known import Known

AT_ONCE = 32
"""Pages held in memory between fetching and reading: at 2 MB a page at most, 64 MB a source."""
MOST_PAGES = 500
"""Pages fetched of one source in one pass. What is left over is due in the next."""


@dataclass(frozen=True, slots=True)
class Pass:
    """How one pass goes about it: whether feeds that are not due are left alone, and when pages are revisited."""

    only_due: bool = False
    revisit_after: timedelta = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Collected:
    """What one source brought. `problem` names the feeds that could not be had; the batch has what came anyway."""

    batch: Batch
    problem: str
    feeds: int
    unchanged_feeds: int


async def collect(source: Source, known: Known, run: Run, manner: Pass, tools: Tools) -> Collected:
    """One pass over a source. Raises nothing that the web or its contents do."""
    polls = [
        discover(
            tools.fetcher,
            feed.url,
            known.feeds.get(feed.url),
            parse=feed_reader(tools),
            now=utc_now,
            source=source.slug,
        )
        for feed in source.feeds
        if not manner.only_due or poll_due(known.feeds.get(feed.url), run.started_at)
    ]
    progress.tell(source.slug, "feeds", total=len(polls))
    found = await asyncio.gather(*polls)
    entries = [(seen.state.feed_url, entry) for seen in found if seen.feed for entry in seen.feed.entries]
    due = pages_due(
        (entry for _, entry in entries), known.pages, now=run.started_at, revisit_after=manner.revisit_after
    )[:MOST_PAGES]
    fetches, pages = await fetch_and_read(source, due, tools)
    batch = Batch(
        source=source.slug,
        window=f"monitor:{_content(found, fetches)}",
        run_id=run.run_id,
        loaded_at=run.started_at,
        fetches=(*(seen.fetch for seen in found), *fetches),
        feeds=tuple(seen.state for seen in found),
        entries=tuple(entries),
        pages=pages,
        gone=gone(fetches, due),
    )
    problems = [(seen.state.feed_url, words) for seen in found if (words := problem_of(seen))]
    unchanged = sum(seen.fetch.outcome in {"not_modified", "same_hash"} for seen in found)
    return Collected(batch, _told(problems, len(found)), len(found), unchanged)


async def fetch_and_read(
    source: Source, due: Sequence[Due], tools: Tools
) -> tuple[tuple[Fetch, ...], tuple[ParsedPage, ...]]:
    """Fetch the pages and read them in the parse pool. One fetch and one outcome a page, in the order of `due`."""
    fetches: list[Fetch] = []
    outcomes: list[ParsedPage] = []
    for first in range(0, len(due), AT_ONCE):
        chunk = due[first : first + AT_ONCE]
        progress.tell(source.slug, "pages", len(outcomes), len(due))
        answers = await asyncio.gather(*(_fetch(tools.fetcher, source.slug, what) for what in chunk))
        pages = [
            Page(source.slug, what.url, body, fetch.content_type, what.entry, fetch.raw, fetch.requested_at)
            for what, (fetch, body) in zip(chunk, answers, strict=True)
            if body is not None
        ]
        parsed = iter(await asyncio.to_thread(tools.pool.parse, read_page, pages, source))
        faults.point("pages.parsed")
        fetches.extend(fetch for fetch, _ in answers)
        outcomes.extend(
            next(parsed) if body is not None else _without_body(source.slug, fetch) for fetch, body in answers
        )
    progress.tell(source.slug, "pages", len(outcomes), len(due))
    return tuple(fetches), tuple(outcomes)


async def _fetch(fetcher: Fetcher, source: str, what: Due) -> tuple[Fetch, bytes | None]:
    return await fetcher.get(what.url, etag=what.etag, last_modified=what.last_modified, source=source, what="page")


def _without_body(source: str, fetch: Fetch) -> ParsedPage:
    """The outcome of a page that brought nothing to read."""
    if fetch.outcome in {"not_modified", "same_hash"}:
        return ParsedPage(source, fetch.url, "unchanged", raw=fetch.raw, fetched_at=fetch.requested_at)
    code = "gone" if _is_gone(fetch) else fetch.outcome
    outcome: ItemOutcome = "quarantined" if fetch.outcome in {"too_large", "blocked"} else "skipped"
    reason = Issue(code, fetch.error or (f"the server answered {fetch.status}" if fetch.status else fetch.outcome))
    return ParsedPage(source, fetch.url, outcome, reason=reason, raw=fetch.raw, fetched_at=fetch.requested_at)


def gone(fetches: Sequence[Fetch], due: Sequence[Due]) -> tuple[str, ...]:
    """The addresses that an article was read from before, and that answer 404 or 410 now."""
    return tuple(fetch.url for fetch, what in zip(fetches, due, strict=True) if what.read_before and _is_gone(fetch))


def _is_gone(fetch: Fetch) -> bool:
    return fetch.outcome == "gone" or fetch.status in {404, 410}


def feed_reader(tools: Tools) -> Parse:
    """Reads feeds in the parse pool."""
    return partial(tools.offload, read_feed)


def read_feed(body: bytes, url: str, content_type: str | None) -> Feed:
    """Runs in a child of the parse pool."""
    return parse_feed(body, url=url, content_type=content_type)


def problem_of(seen: Discovery) -> str:
    """Why a feed brought nothing, in words; empty where all is well."""
    if seen.issue:
        return seen.issue.message
    if seen.feed or seen.fetch.outcome in {"not_modified", "same_hash"}:
        return ""
    return seen.fetch.error or seen.fetch.outcome


def _told(problems: Sequence[tuple[str, str]], feeds: int) -> str:
    """The problems in one line; of a source with one feed, nobody asks which."""
    return "; ".join(words if feeds == 1 else f"{feed}: {words}" for feed, words in problems)


def _content(found: Sequence[Discovery], fetches: Sequence[Fetch]) -> str:
    """The key of what came: the same bodies from the same addresses give the same key."""
    return digest(*sorted(_trace(seen.fetch) for seen in found), *sorted(map(_trace, fetches)))


def _trace(fetch: Fetch) -> str:
    return f"{fetch.url} {fetch.raw.sha256 if fetch.raw else fetch.outcome}"
