"""Which pages of a source are to be fetched: a pure decision over what its feeds list and what is known already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from flows.fetch.retry import is_soft, next_attempt
from parsers.records import FeedEntry
from warehouse.known import KnownPage

REVISITED_FOR = timedelta(days=30)
"""How long after its first fetch a page is looked at again. News articles are edited within days, if at all."""


@dataclass(frozen=True, slots=True)
class Due:
    """A page to fetch, with what the feed said of it last, and the validators of an earlier answer."""

    url: str
    entry: FeedEntry | None
    etag: str | None = None
    last_modified: str | None = None
    read_before: bool = False


def pages_due(
    entries: Iterable[FeedEntry], known: Mapping[str, KnownPage], *, now: datetime, revisit_after: timedelta
) -> tuple[Due, ...]:
    """What is new, what its feed says was edited, what failed and may be tried again, and what is to be revisited.

    Revisits double their distance: `revisit_after`, twice that, and so on for REVISITED_FOR. In the order of the
    feed, then of the addresses; each address once.
    """
    listed = {entry.url: entry for entry in entries}
    due = [Due(url, entry) for url, entry in listed.items() if url not in known]
    for page in _to_look_at_again(listed, known, now, revisit_after):
        entry = listed.get(page.entry.url, page.entry)
        due.append(Due(entry.url, entry, page.etag, page.last_modified, page.read_before))
    return tuple(due)


def _to_look_at_again(
    listed: Mapping[str, FeedEntry], known: Mapping[str, KnownPage], now: datetime, revisit_after: timedelta
) -> Iterator[KnownPage]:
    for url, page in sorted(known.items()):
        if page.gone:
            continue
        if page.fetched_at is None or page.outcome is None:
            yield page
        elif not page.read_before and is_soft(page.outcome, page.status):
            coming = next_attempt(page.visits, page.fetched_at)
            if coming is not None and coming <= now:
                yield page
        elif (url in listed and _edited(page, listed[url])) or _revisit(page, now, revisit_after):
            yield page


def _edited(page: KnownPage, entry: FeedEntry) -> bool:
    before = page.entry
    return (before.title, before.summary, before.updated_at) != (entry.title, entry.summary, entry.updated_at)


def _revisit(page: KnownPage, now: datetime, revisit_after: timedelta) -> bool:
    if page.fetched_at is None or page.first_fetched_at is None or now - page.first_fetched_at > REVISITED_FOR:
        return False
    distance: timedelta = revisit_after * 2 ** (page.visits - 1)
    return now - page.fetched_at >= distance
