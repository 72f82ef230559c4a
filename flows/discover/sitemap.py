"""The archive of a site by its sitemaps: from the index to the files that may hold days of the span."""

from __future__ import annotations

from collections import deque

from yarl import URL

from flows.discover.listing import Gathering, Listing
from flows.discover.span import Span, days_in_address
from flows.fetch.body import BoundedBody, Garbled, TooLarge
from parsers.feed import NotAFeed
from parsers.records import Issue
from parsers.sitemap import Sitemap, SubMap, parse_sitemap

MAX_MAPS = 500
"""Sitemaps read for one span; a daily paper that keeps a file a day has 366 a year."""
MAX_DEPTH = 3
MAX_UNPACKED = 50_000_000
"""Bytes of a sitemap, as the protocol has it."""


async def by_sitemap(gathering: Gathering, home: str, sitemap: str | None) -> Listing:
    """What the sitemaps of a site list: from `sitemap`, else those that robots.txt names, else `/sitemap.xml`."""
    starts = [sitemap] if sitemap else await _starts(gathering, home)
    waiting = deque((start, 1) for start in starts)
    seen = set(starts)
    while waiting and not gathering.full and len(gathering.fetches) < MAX_MAPS:
        url, depth = waiting.popleft()
        found = await gathering.read(url, read_sitemap)
        if found is None:
            continue
        gathering.take(found.entries)
        if depth < MAX_DEPTH:
            fresh = [sub for sub in found.maps if sub.url not in seen and _may_hold(gathering.span, sub)]
            waiting.extend((sub.url, depth + 1) for sub in fresh)
            seen.update(sub.url for sub in fresh)
    if waiting and not gathering.full:
        gathering.issues.append(Issue("cap", f"more than {MAX_MAPS} sitemaps; the rest was not read"))
    return gathering.listing()


def read_sitemap(body: bytes, url: str) -> Sitemap:
    """Runs apart: unpacks a `.xml.gz` within bounds and parses it. Raises NotAFeed."""
    if body.startswith(b"\x1f\x8b"):
        unpacked = BoundedBody("gzip", MAX_UNPACKED)
        try:
            unpacked.add(body)
            body = unpacked.finish()
        except (TooLarge, Garbled) as error:
            raise NotAFeed(Issue("not_a_sitemap", str(error))) from None
    return parse_sitemap(body, url)


async def _starts(gathering: Gathering, home: str) -> list[str]:
    robots = await gathering.fetcher.robots(URL(home))
    named = list(dict.fromkeys(robots.parsed.sitemaps))
    return named or [str(URL(home).join(URL("/sitemap.xml")))]


def _may_hold(span: Span, sub: SubMap) -> bool:
    """A file that was last changed before the span, or whose name tells another month, holds none of its days."""
    if sub.changed is not None and span.is_after(sub.changed.day):
        return False
    days = days_in_address(sub.url)
    return days is None or not (span.is_before(days[0]) or span.is_after(days[1]))
