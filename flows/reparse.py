"""The reparse flow: what lies in the archive, read by the rules as they are now. No network; a diff comes first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from prefect import flow
from prefect.runtime import flow_run

from flows import pipeline, reparsing
from flows.artifacts import publish_difference
from flows.pool import ParsePool, limits_of
from flows.reparsing import Span
from flows.runs import ReparseReport, Run, new_run_id
from flows.settings import Settings
from parsers.records import Batch
from warehouse.listing import difference


@flow(name="reparse", flow_run_name="reparse", persist_result=False)
def reparse(
    start: date | None = None, end: date | None = None, sources: list[str] | None = None, apply: bool = False
) -> ReparseReport:
    """Read archived pages anew and tell what would change, field by field; with `apply`, change it."""
    settings = Settings()
    started_at = datetime.now(UTC)
    run = Run(new_run_id(started_at, str(flow_run.id)), "reparse", "reparse", started_at)
    chosen = {source.slug: source for source in pipeline.registered(settings, sources or ())}
    pipeline.make_ready(settings, started_at)
    archived = reparsing.archived(settings, chosen, Span(start, end))

    def found(pool: ParsePool) -> Iterator[Batch]:
        for slug, entries in archived.items():
            yield from reparsing.batches(chosen[slug], entries, run, settings, pool)

    with ParsePool(limits_of(settings)) as pool, reparsing.copy_of(settings) as copy:
        before = settings.snapshot
        pages = reparsing.load_and_settle(copy, run, settings, found(pool))
        changes = difference(before, copy)
        publish_difference(changes)
        violations: tuple[str, ...] = ()
        if apply:
            reparsing.load_and_settle(settings.live, run, settings, found(pool))
            violations = pipeline.finish(run, settings)
    return ReparseReport(run, pages, changes, apply, violations)
