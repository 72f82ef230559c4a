"""One feed: asked for with its validators, read if it changed, and what the next poll needs to know."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from flows import faults
from flows.discover.polling import address, after_change, after_failure, after_gone, after_silence, sighted
from flows.fetch import Fetcher
from parsers.feed import NotAFeed
from parsers.records import Feed, FeedEntry, FeedState, Fetch, Issue

AHEAD = timedelta(hours=48)
"""How far a date may lie ahead: zones and embargoes explain two days, slips of the pen the rest."""
Parse = Callable[[bytes, str, str | None], Awaitable[Feed]]
"""Body, address and content type to a Feed. Raises NotAFeed. In a run this is the parse pool."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What one poll of a feed brought.

    `feed` is None where nothing new came; `fetch.outcome` says whether that is well (`not_modified`, `same_hash`) or
    not, and `issue` says in words what was wrong with a feed that came. `state` is to be stored with the entries.
    """

    fetch: Fetch
    state: FeedState
    feed: Feed | None = None
    issue: Issue | None = None


async def discover(
    fetcher: Fetcher,
    feed_url: str,
    known: FeedState | None,
    *,
    parse: Parse,
    now: Callable[[], datetime],
    source: str = "",
) -> Discovery:
    """Poll `feed_url`, of which `known` is what the last poll left. Raises nothing that the web or the feed does."""
    faults.point("discover.before")
    state = known or FeedState(feed_url)
    fetch, body = await fetcher.get(
        address(known, feed_url),
        etag=state.etag,
        last_modified=state.last_modified,
        source=source,
        what="feed",
    )
    at = now()
    if fetch.outcome == "gone":
        return Discovery(fetch, after_gone(state, at))
    if fetch.outcome == "not_modified":
        return Discovery(fetch, after_silence(sighted(state, fetch), at))
    if body is None:
        return Discovery(fetch, after_failure(state, at, retry_at=fetch.retry_at))
    state = sighted(state, fetch)
    body_sha256 = hashlib.sha256(body).hexdigest()
    if body_sha256 == state.body_sha256:
        seen = replace(state, etag=fetch.etag, last_modified=fetch.last_modified)
        return Discovery(replace(fetch, outcome="same_hash"), after_silence(seen, at))
    try:
        feed = await parse(body, fetch.final_url, fetch.content_type)
    except NotAFeed as error:
        return Discovery(fetch, after_failure(state, at), issue=error.issue)
    faults.point("feed.parsed")
    feed = replace(feed, entries=tuple(_not_ahead(entry, at) for entry in feed.entries))
    if not feed.entries and state.entries_seen:
        words = f"the feed is empty, and had {state.entries_seen} entries before"
        return Discovery(fetch, after_failure(state, at), issue=Issue("empty_feed", words))
    read = replace(
        state,
        etag=fetch.etag,
        last_modified=fetch.last_modified,
        body_sha256=body_sha256,
        entries_seen=len(feed.entries),
    )
    return Discovery(fetch, after_change(read, at), feed)


def _not_ahead(entry: FeedEntry, now: datetime) -> FeedEntry:
    """The entry without a date that has not come yet; what the feed wrote stays in `published_raw`."""
    latest = now + AHEAD
    if entry.updated_at is not None and entry.updated_at > latest:
        entry = replace(entry, updated_at=None)
    if entry.published_on is not None and entry.published_on > latest.date():
        entry = replace(entry, published_on=None, published_at=None)
    return entry
