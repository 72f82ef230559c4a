"""Spans of days in windows: a window is the unit that is loaded at once, and is never done again once it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from flows.discover.span import days_in_address
from parsers.keys import digest
from parsers.records import FeedEntry

WEEK = 7


@dataclass(frozen=True, slots=True)
class Window:
    """Days `first` to `last`, both inclusive, found in one way. `key` names it in the ledger."""

    via: str
    first: date
    last: date
    content: str = ""
    """Tells windows of one span apart that hold different addresses."""

    @property
    def key(self) -> str:
        return f"backfill:{self.via}:{self.first}:{self.last}{':' if self.content else ''}{self.content}"


def weeks(start: date, end: date) -> Iterator[tuple[date, date]]:
    """The weeks from Monday to Sunday that `start` to `end` cover; the first and the last may be cut."""
    first = start
    while first <= end:
        last = min(end, first + timedelta(days=WEEK - 1 - first.weekday()))
        yield first, last
        first = last + timedelta(days=1)


def in_windows(
    entries: Iterable[FeedEntry], via: str, start: date, end: date
) -> Iterator[tuple[Window, tuple[FeedEntry, ...]]]:
    """The entries of each week of the span, in order of address; a week without any has its window too.

    What bears no day goes into the last, what bears one outside into the nearest: its page decides in the end.
    """
    spans = list(weeks(start, end))
    by_first: dict[date, dict[str, FeedEntry]] = {first: {} for first, _ in spans}
    for entry in entries:
        day = _day(entry, start, end)
        first = next(first for first, last in spans if first <= day <= last)
        by_first[first].setdefault(entry.url, entry)
    for first, last in spans:
        found = by_first[first]
        content = digest(*sorted(found)) if via == "urls" else ""
        yield Window(via, first, last, content), tuple(found[url] for url in sorted(found))


def _day(entry: FeedEntry, start: date, end: date) -> date:
    told = days_in_address(entry.url)
    day = entry.published_on or (told[0] if told else None) or (entry.updated_at.date() if entry.updated_at else end)
    return min(max(day, start), end)
