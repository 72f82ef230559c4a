"""The archive of a site by its feed: from page to page (RFC 5005), until the entries are older than the span."""

from __future__ import annotations

from flows.discover.listing import Gathering, Listing
from parsers.feed import parse_feed
from parsers.records import Feed, Issue

MAX_PAGES = 200


async def by_paging(gathering: Gathering, feed_url: str) -> Listing:
    """What the feed and its older pages list for the span. A feed without pages tells of its newest entries alone."""
    url: str | None = feed_url
    seen: set[str] = set()
    while url is not None and url not in seen and not gathering.full:
        if len(seen) >= MAX_PAGES:
            gathering.issues.append(Issue("cap", f"more than {MAX_PAGES} pages of the feed; the rest was not read"))
            break
        seen.add(url)
        feed = await gathering.read(url, read_page)
        if feed is None:
            break
        gathering.take(feed.entries)
        days = [entry.published_on for entry in feed.entries if entry.published_on]
        # Feeds run from new to old; a page with one stray date among older ones is the last that is needed.
        url = None if days and gathering.span.is_after(max(days)) else feed.next_url
    return gathering.listing()


def read_page(body: bytes, url: str) -> Feed:
    """Runs apart. Raises NotAFeed."""
    return parse_feed(body, url=url, content_type=None)
