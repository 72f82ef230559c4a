"""The steps of a run as plain functions, in order: prepare, collect, load, finish. No Prefect here."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from flows import faults, progress
from flows.collect import Collected, Pass, collect
from flows.errors import WrongUse
from flows.names import item_names, party_names
from flows.plan import REVISITED_FOR
from flows.runs import Refusal, Run, SourceReport
from flows.settings import Settings
from flows.tools import tools_of
from parsers.announcements import REACH_DAYS, resolve
from parsers.sources import Source, load_sources
from warehouse.checks import run as run_checks
from warehouse.connection import writing
from warehouse.known import Known, known_of
from warehouse.load import load_batch
from warehouse.migrations import migrate
from warehouse.rates import load_packaged_rates
from warehouse.reference import SourceRow, name_items, name_parties, register_sources
from warehouse.resolution import settle
from warehouse.runs import began
from warehouse.snapshot import publish

LISTED_FOR = REVISITED_FOR + timedelta(days=15)
"""How far back pages count as known: as long as they are revisited, and while feeds still list them."""

_loading = Lock()
"""One load at a time in this process; between processes DuckDB's own lock holds."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One source and what to do with it: all that a task needs, so that it can run on any worker."""

    run: Run
    source: Source
    known: Known
    manner: Pass


def registered(settings: Settings, names: Sequence[str] = ()) -> tuple[Source, ...]:
    """The registered sources, or those named. Raises WrongUse for an unknown name, SourceError for a broken file."""
    sources = load_sources(settings.own_sources)
    unknown = sorted(set(names) - sources.keys())
    if unknown:
        raise WrongUse(f"no source is named {', '.join(map(repr, unknown))}; 'aidwire sources list' shows them all")
    return tuple(source for slug, source in sources.items() if not names or slug in names)


def make_ready(settings: Settings, at: datetime) -> None:
    """Bring the warehouse up to this version. Raises WarehouseError where it is newer or cannot be written."""
    migrated = migrate(settings.live, at=at, deadline=settings.lock_deadline)
    if migrated or not settings.snapshot.exists():
        publish(settings.live, settings.snapshot, deadline=settings.lock_deadline)


def note_beginning(run: Run, sources: Sequence[Source], settings: Settings) -> None:
    """Note the run, and what views need to speak in words: sources, names of parties and items, rates of exchange."""
    version = importlib.metadata.version("aidwire")
    with _loading, writing(settings.live, settings.lock_deadline) as connection:
        began(connection, run.run_id, flow=run.flow, trigger=run.trigger, code_version=version, at=run.started_at)
        register_sources(connection, map(_source_row, sources))
        name_parties(connection, party_names(settings.own_gazetteers))
        name_items(connection, item_names(settings.own_gazetteers))
        load_packaged_rates(connection, run.started_at)


def _source_row(source: Source) -> SourceRow:
    return (
        source.slug, source.name, source.home, source.country, source.language, source.kind, source.tier,
        source.terms.text,
    )  # fmt: skip


def errands(run: Run, sources: Sequence[Source], manner: Pass, settings: Settings) -> tuple[Errand, ...]:
    """One errand a source, with what the snapshot knows of it: readers never meet the writer."""
    since = run.started_at - LISTED_FOR
    return tuple(
        Errand(run, source, known_of(settings.snapshot, source.slug, since=since), manner) for source in sources
    )


def collect_source(errand: Errand, settings: Settings) -> Collected:
    """Collect one source. What was fetched is on the disk when this returns."""
    tools = tools_of(errand.run, settings)
    collected = tools.wait_for(collect(errand.source, errand.known, errand.run, errand.manner, tools))
    tools.archive.sync()
    return collected


def load(collected: Collected, settings: Settings) -> SourceReport:
    """Load what one source brought, in one transaction, and say what that was."""
    batch = collected.batch
    with _loading, writing(settings.live, settings.lock_deadline) as connection:
        loaded = load_batch(connection, batch, faults.point)
    refusals = tuple(
        Refusal(page.url, page.outcome, page.reason.code, page.reason.message)
        for page in batch.pages
        if page.reason and page.outcome in {"skipped", "quarantined"}
    )
    unread = tuple(
        Refusal(page.url, "unread", page.reason.code, page.reason.message)
        for page in batch.pages
        if page.reason and page.outcome == "stored"
    )
    report = SourceReport(
        source=batch.source,
        problem=collected.problem,
        feeds=collected.feeds,
        unchanged_feeds=collected.unchanged_feeds,
        fetched=sum(page.outcome != "unchanged" for page in batch.pages),
        stored=sum(page.outcome == "stored" for page in batch.pages),
        unchanged=sum(page.outcome == "unchanged" for page in batch.pages),
        gone=len(batch.gone),
        new_versions=loaded.versions,
        new_claims=loaded.claims,
        refusals=refusals + unread,
    )
    progress.tell(batch.source, "failed" if report.problem else "loaded", words=report.problem)
    return report


def finish(run: Run, settings: Settings) -> tuple[str, ...]:
    """Resolve the new claims into announcements, check the whole, publish it. Gives the checks that failed."""
    progress.tell("", "settling")
    with _loading, writing(settings.live, settings.lock_deadline) as connection:
        settle(connection, resolve, reach_days=REACH_DAYS, run_id=run.run_id, at=run.started_at, fault=faults.point)
        violations = run_checks(connection)
    faults.point("check.after")
    publish(settings.live, settings.snapshot, fault=faults.point)
    progress.tell("", "published")
    return tuple(f"{found.promise} ({found.rows} rows do not)" for found in violations)
