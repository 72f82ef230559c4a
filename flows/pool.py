"""The parse pool: untrusted bytes are read in child processes that may hang, swell or die without harming the run.

Children live long and take pages in batches. Each page ends stored, unchanged, skipped or quarantined: a batch that
overstays or takes its child down is done again page by page, so that only the culprit is quarantined.
Why processes, and why pebble: docs/decisions/0004-parse-pool.md.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from itertools import chain
from types import TracebackType
from typing import NamedTuple, TypeVar

from pebble import ProcessExpired, ProcessPool

from flows.children import bare_forkserver, bound_memory
from flows.settings import Settings
from parsers.records import Issue, Page, ParsedPage
from parsers.sources import Source

BATCH = 16
"""Pages a batch: a hand-over costs 0.5 ms (2026-11-22, two cores), a page some 70 ms."""

BATCHES_A_CHILD = 200
"""Batches before a child is replaced, which bounds what leaks inside C libraries."""

Read = Callable[[Page, Source | None], ParsedPage]
"""A function that a child can import by its name, such as `parsers.page.read_page`."""
T = TypeVar("T")


class Limits(NamedTuple):
    """How many children, and what one item may take."""

    processes: int
    seconds: float
    memory_mb: int


def limits_of(settings: Settings) -> Limits:
    return Limits(settings.parse_processes, settings.parse_seconds, settings.parse_memory_mb)


class Lost(Exception):  # noqa: N818 - reads as what happened
    """The child that worked on something hung or died. `issue` says which."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


class ParsePool:
    """Reads untrusted bytes in children. Safe to use from many threads; a `with` block ends the children."""

    def __init__(self, limits: Limits) -> None:
        self._seconds = limits.seconds
        self._pool = ProcessPool(
            max_workers=limits.processes,
            max_tasks=BATCHES_A_CHILD,
            initializer=bound_memory,
            initargs=[limits.memory_mb],
            context=bare_forkserver("flows.pool", "parsers.page", "parsers.feed"),
        )

    def call(self, function: Callable[..., T], *args: object) -> T:
        """What `function` gives for `args`, in a child. Raises what it raises, and Lost where it never comes back."""
        return self._result(self._schedule(function, *args))

    def parse(self, read: Read, pages: Sequence[Page], source: Source | None) -> tuple[ParsedPage, ...]:
        """Read `pages` of one source. One result a page, in the order given, whatever the pages do."""
        batches = [tuple(pages[first : first + BATCH]) for first in range(0, len(pages), BATCH)]
        scheduled = [(batch, self._schedule(read_batch, read, batch, source)) for batch in batches]
        return tuple(chain.from_iterable(self._batch(read, batch, source, future) for batch, future in scheduled))

    def close(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def __enter__(self) -> ParsePool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _schedule(self, function: Callable[..., T], *args: object) -> Future[T]:
        # A batch gets the time of one item: it needs far less, unless one of its pages is a culprit.
        future: Future[T] = self._pool.schedule(
            call_with_alarm, args=(2 * self._seconds, function, *args), timeout=self._seconds
        )
        return future

    def _result(self, future: Future[T]) -> T:
        try:
            return future.result()
        except TimeoutError:
            raise Lost(Issue("timeout", f"reading took longer than {self._seconds:g} seconds")) from None
        except ProcessExpired as death:
            raise Lost(Issue("crash", f"the process that read it died ({_cause(death.exitcode)})")) from None

    def _batch(
        self, read: Read, batch: tuple[Page, ...], source: Source | None, future: Future[tuple[ParsedPage, ...]]
    ) -> tuple[ParsedPage, ...]:
        try:
            return self._result(future)
        except Lost as lost:
            if len(batch) == 1:
                return (quarantined(batch[0], lost.issue),)
            return tuple(chain.from_iterable(self._singly(read, batch, source)))

    def _singly(self, read: Read, batch: tuple[Page, ...], source: Source | None) -> Iterator[tuple[ParsedPage, ...]]:
        """Read pages each on its own, side by side."""
        singles = [((page,), self._schedule(read_batch, read, (page,), source)) for page in batch]
        return (self._batch(read, single, source, future) for single, future in singles)


def quarantined(page: Page, issue: Issue) -> ParsedPage:
    """The record of a page that could not be read; its raw bytes stay in the archive at `raw`."""
    return ParsedPage(page.source, page.url, "quarantined", reason=issue, raw=page.raw, fetched_at=page.fetched_at)


def call_with_alarm(seconds: float, function: Callable[..., T], *args: object) -> T:
    """Runs in a child. After `seconds` the kernel ends the child."""
    # The pool's own watchdog dies with the parent; a child that hangs inside C would then spin for ever.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return function(*args)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def read_batch(read: Read, batch: tuple[Page, ...], source: Source | None) -> tuple[ParsedPage, ...]:
    """Runs in a child: an error of one page is that page's own."""
    return tuple(_read_one(read, page, source) for page in batch)


def _read_one(read: Read, page: Page, source: Source | None) -> ParsedPage:
    try:
        return read(page, source)
    except Exception as error:  # whatever hostile bytes bring about ends here, named
        words = f"{type(error).__name__}: {error}".rstrip(": ")[:500]
        return quarantined(page, Issue(type(error).__name__, words))


def _cause(exitcode: int | None) -> str:
    return f"signal {-exitcode}" if exitcode is not None and exitcode < 0 else f"exit code {exitcode}"
