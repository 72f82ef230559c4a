"""The parse pool: untrusted bytes are read in child processes that may hang, swell or die without harming the run.

Children live long and take pages in batches. Each page ends stored, unchanged, skipped or quarantined: a batch that
overstays or takes its child down is done again page by page, so that only the culprit is quarantined.
Why processes, and why pebble: docs/decisions/0004-parse-pool.md.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from itertools import chain
from types import TracebackType
from typing import NamedTuple

from pebble import ProcessExpired, ProcessPool

from flows.children import bare_forkserver, bound_memory
from parsers.records import Issue, Page, ParsedPage
from parsers.sources import Source

BATCH = 16
"""Pages a batch: a hand-over costs 0.5 ms (2026-11-22, two cores), a page some 70 ms."""

BATCHES_A_CHILD = 200
"""Batches before a child is replaced, which bounds what leaks inside C libraries."""

Read = Callable[[Page, Source | None], ParsedPage]


class Limits(NamedTuple):
    """How many children, and what one item may take."""

    processes: int
    seconds: float
    memory_mb: int


class ParsePool:
    """Reads pages in children with `read`, a function that a child can import by its name.

    Safe to use from many threads; `close` or a `with` block ends the children.
    """

    def __init__(self, limits: Limits, read: Read) -> None:
        self._read = read
        self._seconds = limits.seconds
        self._pool = ProcessPool(
            max_workers=limits.processes,
            max_tasks=BATCHES_A_CHILD,
            initializer=bound_memory,
            initargs=[limits.memory_mb],
            context=bare_forkserver("flows.pool", "parsers.page"),
        )

    def parse(self, pages: Sequence[Page], source: Source | None) -> tuple[ParsedPage, ...]:
        """Read `pages` of one source. One result a page, in the order given, whatever the pages do."""
        batches = [tuple(pages[first : first + BATCH]) for first in range(0, len(pages), BATCH)]
        scheduled = [(batch, self._schedule(batch, source)) for batch in batches]
        return tuple(chain.from_iterable(self._result(batch, future, source) for batch, future in scheduled))

    def close(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def __enter__(self) -> ParsePool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _schedule(self, batch: tuple[Page, ...], source: Source | None) -> Future[tuple[ParsedPage, ...]]:
        # A batch gets the time of one item: it needs far less, unless one of its pages is a culprit.
        future: Future[tuple[ParsedPage, ...]] = self._pool.schedule(
            read_batch, args=(self._read, batch, source, 2 * self._seconds), timeout=self._seconds
        )
        return future

    def _result(
        self, batch: tuple[Page, ...], future: Future[tuple[ParsedPage, ...]], source: Source | None
    ) -> tuple[ParsedPage, ...]:
        try:
            return future.result()
        except TimeoutError:
            issue = Issue("timeout", f"reading took longer than {self._seconds:g} seconds")
        except ProcessExpired as death:
            issue = Issue("crash", f"the process that read it died ({_cause(death.exitcode)})")
        if len(batch) == 1:
            return (quarantined(batch[0], issue),)
        singles = [((page,), self._schedule((page,), source)) for page in batch]
        return tuple(chain.from_iterable(self._result(single, future, source) for single, future in singles))


def quarantined(page: Page, issue: Issue) -> ParsedPage:
    """The record of a page that could not be read; its raw bytes stay in the archive at `raw`."""
    return ParsedPage(page.source, page.url, "quarantined", reason=issue, raw=page.raw)


def read_batch(read: Read, batch: tuple[Page, ...], source: Source | None, last: float) -> tuple[ParsedPage, ...]:
    """Runs in a child: an error of one page is that page's own. After `last` seconds the kernel ends the child."""
    # The pool's own watchdog dies with the parent; a child that hangs inside C would then spin for ever.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, last)
    try:
        return tuple(_read_one(read, page, source) for page in batch)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _read_one(read: Read, page: Page, source: Source | None) -> ParsedPage:
    try:
        return read(page, source)
    except Exception as error:  # whatever hostile bytes bring about ends here, named
        return quarantined(page, Issue(type(error).__name__, f"{type(error).__name__}: {error}".rstrip(": ")[:500]))


def _cause(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        return f"signal {-exitcode}"
    return f"exit code {exitcode}"
