"""Manners: one request at a time a host, a pause between two, and silence for as long as the host asks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from flows.fetch.exchange import Answer

MAX_DELAY = 60.0
"""Seconds: longer crawl delays are cut to this, or one host's pages would outlast the run."""
PATIENCE = 10.0
"""Seconds of asked silence that a run sits out; for more it goes on without the host."""
MAX_SILENCE = timedelta(days=1)
"""The longest Retry-After that is believed."""


class Silent(Exception):  # noqa: N818 - it says what happened, and no caller outside this package sees it
    """The host asked not to be asked before `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class Hosts:
    """Who may speak to which host when. `delay` is the pause in seconds where a robots.txt asks for none."""

    def __init__(self, *, concurrency: int, delay: float, now: Callable[[], datetime]) -> None:
        self._everyone = asyncio.Semaphore(concurrency)
        self._delay = delay
        self._now = now
        self._locks: dict[str, asyncio.Lock] = {}
        self._free_at: dict[str, float] = {}
        self._silent_until: dict[str, datetime] = {}

    @asynccontextmanager
    async def turn(self, host: str, crawl_delay: float | None) -> AsyncIterator[None]:
        """Wait for the host to be free and its pause to be over; hold it meanwhile.

        Raises Silent where the host asked for a longer silence than PATIENCE.
        """
        loop = asyncio.get_running_loop()
        async with self._locks.setdefault(host, asyncio.Lock()):
            await asyncio.sleep(max(0.0, self._free_at.get(host, 0.0) - loop.time(), self._silence_left(host)))
            async with self._everyone:
                try:
                    yield
                finally:
                    pause = self._delay if crawl_delay is None else min(max(crawl_delay, self._delay), MAX_DELAY)
                    self._free_at[host] = loop.time() + pause

    def silence(self, host: str, until: datetime) -> None:
        """Ask nothing of the host before then."""
        self._silent_until[host] = until

    def _silence_left(self, host: str) -> float:
        until = self._silent_until.get(host)
        if until is None:
            return 0.0
        left = (until - self._now()).total_seconds()
        if left > PATIENCE:
            raise Silent(until)
        return left


def asked_silence(answer: Answer, now: datetime) -> datetime | None:
    """The moment before which a server that answered 429 or 503 wants no request, where it says so."""
    if answer.status not in (429, 503):
        return None
    return retry_at(answer.header("retry-after") or "", now)


def retry_at(value: str, now: datetime) -> datetime | None:
    """The moment that a Retry-After header names, in seconds or as a date; None where it names none to come."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        moment = now + timedelta(seconds=int(value[:9]))
    else:
        try:
            moment = parsedate_to_datetime(value)
        except ValueError:
            return None
        moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    if moment <= now:
        return None
    return now + MAX_SILENCE if moment > now + MAX_SILENCE else moment.astimezone(UTC)
