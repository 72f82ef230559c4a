"""What one run is, and what it tells of itself when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from warehouse.listing import Difference

Trigger = Literal["schedule", "backfill", "manual", "reparse", "rebuild", "demo", "test"]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a flow. `started_at` is UTC, and the moment that all records of the run bear."""

    run_id: str
    flow: str
    trigger: Trigger
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Refusal:
    """A page that did not become a record: which, what became of it, and why."""

    url: str
    outcome: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What one source brought. `problem` says in a line why it could not be collected; `""` is well."""

    source: str
    problem: str = ""
    feeds: int = 0
    unchanged_feeds: int = 0
    fetched: int = 0
    stored: int = 0
    unchanged: int = 0
    gone: int = 0
    new_versions: int = 0
    new_claims: int = 0
    refusals: tuple[Refusal, ...] = ()

    def count(self, outcome: str) -> int:
        """How many pages were `skipped` or `quarantined`."""
        return sum(refusal.outcome == outcome for refusal in self.refusals)


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run brought, by source. `violations` are the checks of the warehouse that failed, in words."""

    run: Run
    sources: tuple[SourceReport, ...]
    violations: tuple[str, ...] = ()

    @property
    def failed(self) -> tuple[SourceReport, ...]:
        return tuple(report for report in self.sources if report.problem)


@dataclass(frozen=True, slots=True)
class WindowReport:
    """What one window of a backfill brought; how many of its pages were there already, or lay over the cap."""

    window: str
    there_already: int
    over_cap: int
    loaded: SourceReport


@dataclass(frozen=True, slots=True)
class BackfillReport:
    """What a backfill brought, by window. `dry` has the addresses that it would fetch, where that is all it did."""

    run: Run
    windows: tuple[WindowReport, ...]
    problems: tuple[str, ...] = ()
    violations: tuple[str, ...] = ()
    dry: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReparseReport:
    """How many pages were read anew, what that changes, and whether it was applied."""

    run: Run
    pages: int
    changes: tuple[Difference, ...]
    applied: bool
    violations: tuple[str, ...] = ()


def new_run_id(started_at: datetime, seed: str) -> str:
    """A run id that sorts by time; `seed`, such as Prefect's id of the flow run, tells runs of one second apart."""
    return f"{started_at:%Y%m%dT%H%M%S}-{seed.replace('-', '')[:8]}"
