"""What the ways into an archive have in common: entries of a span of days, from answers that a parser reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from flows.discover.span import Span, may_hold
from flows.fetch import Fetcher
from parsers.feed import NotAFeed
from parsers.records import FeedEntry, Fetch, Issue

T = TypeVar("T")


class Offload(Protocol):
    """Runs a pure function apart from the event loop: in a run, in the parse pool. A child that is lost is NotAFeed."""

    async def __call__(self, function: Callable[..., T], *args: object) -> T: ...


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries that may be of the span, what was fetched to learn of them, and what was wrong on the way."""

    entries: tuple[FeedEntry, ...]
    fetches: tuple[Fetch, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(slots=True)
class Gathering:
    """A listing on its way. `cap` is the most entries; `source` goes to the journal."""

    fetcher: Fetcher
    offload: Offload
    span: Span
    cap: int
    source: str
    entries: dict[str, FeedEntry] = field(default_factory=dict)
    fetches: list[Fetch] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    async def read(self, url: str, parse: Callable[[bytes, str], T]) -> T | None:
        """Fetch `url` and have it parsed; None where that failed, which is noted."""
        fetch, body = await self.fetcher.get(url, source=self.source, what="sitemap")
        self.fetches.append(fetch)
        if body is None:
            self.issues.append(Issue(fetch.outcome, f"{url}: {fetch.error}"))
            return None
        try:
            return await self.offload(parse, body, fetch.final_url)
        except NotAFeed as error:
            self.issues.append(Issue(error.issue.code, f"{url}: {error.issue.message}"))
            return None

    def take(self, entries: tuple[FeedEntry, ...]) -> None:
        """Keep those that may be of the span, each address once, up to the cap."""
        for entry in entries:
            if len(self.entries) < self.cap and may_hold(self.span, entry):
                self.entries.setdefault(entry.url, entry)

    @property
    def full(self) -> bool:
        return len(self.entries) >= self.cap

    def listing(self) -> Listing:
        if self.full:
            self.issues.append(Issue("cap", f"more than {self.cap} addresses; the first {self.cap} are taken"))
        return Listing(tuple(self.entries.values()), tuple(self.fetches), tuple(self.issues))
