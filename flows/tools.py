"""What all sources of a run share in one process: the archive, one polite fetcher on its own loop, and the parse pool.

Tasks may run on any worker process; each process opens its tools when its first task asks for them.
"""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from threading import Lock, Thread
from typing import Any, TypeVar

from flows.fetch import Archive, Fetcher
from flows.pool import Lost, ParsePool, limits_of
from flows.runs import Run
from flows.settings import Settings
from parsers.feed import NotAFeed

T = TypeVar("T")


class Tools:
    """Open until `close`. One fetcher for all sources, because politeness goes by host and hosts are shared."""

    def __init__(self, settings: Settings, segment: str) -> None:
        self.settings = settings
        self.archive = Archive(settings.archive, run_id=segment)
        self.pool = ParsePool(limits_of(settings))
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="fetching", daemon=True)
        self._thread.start()
        self.fetcher = Fetcher(settings, self.archive, now=utc_now)
        self.wait_for(self.fetcher.__aenter__())

    def wait_for(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Run `coroutine` on the loop of the fetcher, and give what it gives."""
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    async def offload(self, function: Callable[..., T], *args: object) -> T:
        """Run a pure function in the parse pool. A child that is lost over a feed is no feed."""
        try:
            return await asyncio.to_thread(self.pool.call, function, *args)
        except Lost as lost:
            raise NotAFeed(lost.issue) from None

    def close(self) -> None:
        self.wait_for(self.fetcher.__aexit__())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self.pool.close()
        self.archive.close()


_open: dict[str, Tools] = {}
_opening = Lock()


def tools_of(run: Run, settings: Settings) -> Tools:
    """This process's tools for the run, opened when first asked for."""
    with _opening:
        if run.run_id not in _open:
            _open[run.run_id] = Tools(settings, f"{run.run_id}.{socket.gethostname()[:40]}.{os.getpid()}")
        return _open[run.run_id]


def close_tools(run: Run) -> None:
    """Close what this process opened for the run, if it did."""
    with _opening:
        tools = _open.pop(run.run_id, None)
    if tools:
        tools.close()


def utc_now() -> datetime:
    return datetime.now(UTC)
