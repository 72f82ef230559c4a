"""The steps of a reparse as plain functions: pages out of the archive, read anew, tried out on a copy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from flows import faults
from flows.fetch import Archive
from flows.fetch.archive import JournalEntry
from flows.pool import ParsePool
from flows.runs import Run
from flows.settings import Settings
from parsers.announcements import REACH_DAYS, resolve
from parsers.claims import EXTRACTOR
from parsers.page import read_page
from parsers.records import Batch, Issue, Page, ParsedPage
from parsers.sources import Source
from warehouse.connection import writing
from warehouse.known import entries_of
from warehouse.load import load_batch
from warehouse.resolution import settle
from warehouse.snapshot import publish

AT_ONCE = 200
"""Pages held in memory: at 2 MB a page at most, 400 MB."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which pages were fetched, both inclusive; None leaves a side open."""

    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def archived(settings: Settings, sources: dict[str, Source], span: Span) -> dict[str, list[JournalEntry]]:
    """The pages of each source that were fetched in the span and lie in the archive, in the order of their fetch."""
    found = [
        entry
        for entry in Archive(settings.archive).journal()
        if entry.what == "page"
        and entry.fetch.raw is not None
        and entry.fetch.outcome == "ok"
        and entry.source in sources
        and span.holds(entry.fetch.requested_at.date())
    ]
    found.sort(key=lambda entry: (entry.source, entry.fetch.requested_at, entry.fetch.url))
    return {source: list(entries) for source, entries in groupby(found, key=lambda entry: entry.source)}


def batches(
    source: Source, entries: list[JournalEntry], run: Run, settings: Settings, pool: ParsePool
) -> Iterator[Batch]:
    """The pages of one source, read by the extractor as it is now, a bounded number at a time."""
    archive = Archive(settings.archive)
    listed = entries_of(settings.snapshot, {entry.fetch.url for entry in entries})
    for first in range(0, len(entries), AT_ONCE):
        chunk = entries[first : first + AT_ONCE]
        pages: list[Page] = []
        lost: list[ParsedPage] = []
        for entry in chunk:
            fetch = entry.fetch
            try:
                body = archive.read(fetch.raw) if fetch.raw else b""
            except LookupError as error:
                lost.append(_lost(source, entry, str(error)))
                continue
            pages.append(
                Page(
                    source.slug,
                    fetch.url,
                    body,
                    fetch.content_type,
                    listed.get(fetch.url),
                    fetch.raw,
                    fetch.requested_at,
                )
            )
        parsed = pool.parse(read_page, pages, source)
        window = f"reparse:{EXTRACTOR}:{chunk[0].fetch.requested_at:%Y%m%dT%H%M%S.%f}:{len(chunk)}"
        yield Batch(source.slug, window, run.run_id, run.started_at, pages=(*parsed, *lost))


@contextmanager
def copy_of(settings: Settings) -> Iterator[Path]:
    """A copy of the warehouse on which a reparse is tried out, for as long as the block lasts."""
    with TemporaryDirectory(prefix=".reparse-", dir=settings.root) as folder:
        copy = Path(folder) / "copy.duckdb"
        publish(settings.live, copy, deadline=settings.lock_deadline)
        yield copy


def load_and_settle(database: Path, run: Run, settings: Settings, found: Iterator[Batch]) -> int:
    """Load the batches into `database` and resolve what is new. Gives how many pages there were."""
    count = 0
    for batch in found:
        with writing(database, settings.lock_deadline) as connection:
            load_batch(connection, batch, faults.point)
        count += len(batch.pages)
    with writing(database, settings.lock_deadline) as connection:
        settle(connection, resolve, reach_days=REACH_DAYS, run_id=run.run_id, at=run.started_at, fault=faults.point)
    return count


def _lost(source: Source, entry: JournalEntry, words: str) -> ParsedPage:
    return ParsedPage(source.slug, entry.fetch.url, "quarantined", reason=Issue("archive", words), raw=entry.fetch.raw)
