"""A span of days, and which addresses may belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from parsers.records import FeedEntry

SLACK = timedelta(days=1)
"""Feeds, sitemaps and pages tell a day in zones of their own: the page's own date decides in the end."""
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/_]?(0[1-9]|1[0-2])(?:[-/_]?(0[1-9]|[12]\d|3[01]))?(?!\d)")


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first - SLACK <= day <= self.last + SLACK

    def is_before(self, day: date) -> bool:
        """Whether the whole span lies before that day."""
        return self.last + SLACK < day

    def is_after(self, day: date) -> bool:
        """Whether the whole span lies after that day."""
        return day < self.first - SLACK


def may_hold(span: Span, entry: FeedEntry) -> bool:
    """Whether an entry may be of the span: by its date, else by its address, else unless it was last changed before."""
    if entry.published_on is not None:
        return span.holds(entry.published_on)
    if (days := days_in_address(entry.url)) is not None:
        return not (span.is_before(days[0]) or span.is_after(days[1]))
    return entry.updated_at is None or not span.is_after(entry.updated_at.date())


def days_in_address(url: str) -> tuple[date, date] | None:
    """The first and last day that an address may mean, such as `/2023/01/04/` or `sitemap-2023-01.xml`."""
    for found in _IN_ADDRESS.finditer(url):
        year, month, day = int(found[1]), int(found[2]), found[3]
        try:
            if day:
                return date(year, month, int(day)), date(year, month, int(day))
            next_month = date(year + month // 12, month % 12 + 1, 1)
        except ValueError:
            continue
        return date(year, month, 1), next_month - timedelta(days=1)
    return None
