"""Whether sources live: each feed is asked once, read, and judged. Nothing is loaded and no state moves."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.collect import feed_reader, problem_of
from flows.discover.feed import discover
from flows.settings import Settings
from flows.tools import Tools, utc_now
from parsers.sources import Source


@dataclass(frozen=True, slots=True)
class Checked:
    """One feed: how many entries it has and the day of the latest, or why it could not be had."""

    source: str
    feed: str
    entries: int
    latest: str
    problem: str


def check_all(sources: Sequence[Source], settings: Settings) -> tuple[Checked, ...]:
    """Ask all feeds of the sources, side by side and politely."""
    with tempfile.TemporaryDirectory(prefix="aidwire-") as folder:
        apart = settings.model_copy(update={"home": Path(folder)})
        tools = Tools(apart, "check")
        try:
            return tools.wait_for(_check_all(sources, tools))
        finally:
            tools.close()


async def _check_all(sources: Sequence[Source], tools: Tools) -> tuple[Checked, ...]:
    polls = [_check(source.slug, feed.url, tools) for source in sources for feed in source.feeds]
    return tuple(await asyncio.gather(*polls))


async def _check(source: str, feed_url: str, tools: Tools) -> Checked:
    seen = await discover(tools.fetcher, feed_url, None, parse=feed_reader(tools), now=utc_now, source=source)
    entries = seen.feed.entries if seen.feed else ()
    latest = max((entry.published_on.isoformat() for entry in entries if entry.published_on), default="")
    return Checked(source, feed_url, len(entries), latest, problem_of(seen))
