"""The backfill flow: what was published in a span of days, window by window, each loaded whole and done once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import cast

from prefect import flow
from prefect.artifacts import create_progress_artifact, update_progress_artifact
from prefect.futures import as_completed
from prefect.runtime import flow_run
from prefect.utilities.annotations import quote

from flows import backfilling, pipeline, steps
from flows.artifacts import publish_backfill, publish_dry_run
from flows.backfill_request import BackfillRequest
from flows.backfilling import Task
from flows.runs import BackfillReport, Run, WindowReport, new_run_id
from flows.settings import Settings
from flows.tools import close_tools

AT_ONCE = 8
"""Windows under way at once: enough to keep hosts and children busy."""


@flow(name="backfill", flow_run_name="backfill {request.start} to {request.end}", persist_result=False)
def backfill(request: BackfillRequest) -> BackfillReport:
    """Find and load what sources published in a span of days. A window that is done is never done again."""
    settings = Settings()
    started_at = datetime.now(UTC)
    run = Run(new_run_id(started_at, str(flow_run.id)), "backfill", "backfill", started_at)
    sources = backfilling.offering(pipeline.registered(settings, request.sources), request)
    pipeline.make_ready(settings, started_at)
    pipeline.note_beginning(run, sources, settings)
    try:
        finds = [(source, steps.find.submit(source.slug, source, request, run)) for source in sources]
        found = [(source, future.result()) for source, future in finds]
        tasks = [
            task for source, listing in found for task in backfilling.tasks(source, listing, request, run, settings)
        ]
        problems = tuple(f"{source.slug}: {issue.message}" for source, listing in found for issue in listing.issues)
        if request.dry_run:
            publish_dry_run(tasks, problems)
            return BackfillReport(run, (), problems, dry=tuple(due.url for task in tasks for due in task.due))
        for source, listing in found:
            pipeline.load(backfilling.listing_collected(source, listing, request, run), settings)
        windows = _work_off(tasks, settings)
    finally:
        close_tools(run)
    violations = pipeline.finish(run, settings)
    report = BackfillReport(run, windows, problems, violations)
    publish_backfill(report, request, settings)
    return report


def _work_off(tasks: Iterable[Task], settings: Settings) -> tuple[WindowReport, ...]:
    tasks = list(tasks)
    progress = create_progress_artifact(0.0, key="backfill-progress", description="Windows done")
    reports: list[WindowReport] = []
    for first in range(0, len(tasks), AT_ONCE):
        futures = {
            steps.collect_window.submit(task.source.slug, task.key, cast(Task, quote(task))): task
            for task in tasks[first : first + AT_ONCE]
        }
        for future in as_completed(list(futures)):
            task = futures[future]
            loaded = pipeline.load(future.result(), settings)
            reports.append(WindowReport(task.key, task.there_already, task.over_cap, loaded))
            update_progress_artifact(progress, 100.0 * len(reports) / len(tasks))  # type: ignore[arg-type]
    return tuple(sorted(reports, key=lambda report: (report.loaded.source, report.window)))
