"""What a run leaves in the Prefect UI: its summary, the new announcements with their words, and how the sources are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.backfill_request import BackfillRequest
from flows.backfilling import Task
from flows.console.acts import shortened
from flows.console.terminal import inert
from flows.runs import BackfillReport, RunReport
from flows.settings import Settings
from warehouse import listing

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")


def publish_artifacts(report: RunReport, settings: Settings) -> None:
    """Create the artifacts of a monitor run."""
    new = listing.new_announcements(settings.snapshot, report.run.run_id)
    create_markdown_artifact(_summary(report, len(new)), key="run-summary", description="What the run brought")
    if new:
        create_table_artifact([_row(act) for act in new], key="new-announcements", description="New announcements")
    health = [
        {name: str(value) if value is not None else "" for name, value in row._asdict().items()}
        for row in listing.health(settings.snapshot)
    ]
    create_table_artifact(health, key="source-health", description="How each source is")


def publish_dry_run(tasks: Sequence[Task], problems: Sequence[str]) -> None:
    """Create the artifact of a backfill that only tells what it would fetch."""
    rows = [
        {"source": task.source.slug, "window": task.key, "would fetch": inert(due.url)}
        for task in tasks
        for due in task.due
    ]
    told = "; ".join(map(escaped, problems))
    create_table_artifact(rows or [{"would fetch": "nothing"}], key="backfill-dry-run", description=told or "Dry run")


def publish_backfill(report: BackfillReport, request: BackfillRequest, settings: Settings) -> None:
    """Create the artifacts of a backfill: its windows, and the new announcements."""
    windows = [
        {
            "source": row.loaded.source,
            "window": row.window,
            "read": row.loaded.stored,
            "there already": row.there_already,
            "skipped": row.loaded.count("skipped"),
            "quarantined": row.loaded.count("quarantined"),
            "over the cap": row.over_cap,
            "new versions": row.loaded.new_versions,
            "new claims": row.loaded.new_claims,
        }
        for row in report.windows
    ]
    if windows:
        create_table_artifact(windows, key="backfill-windows", description="What each window brought")
    new = listing.new_announcements(settings.snapshot, report.run.run_id)
    problems = "".join(f"\n\n{escaped(words)}" for words in (*report.problems, *report.violations))
    note = f"\n\nNote: {escaped(request.note)}" if request.note else ""
    summary = (
        f"**{len(new)} new announcements** from {request.start} to {request.end} by {request.via}, "
        f"in run `{report.run.run_id}`: {len(windows)} windows done now.{note}{problems}"
    )
    create_markdown_artifact(summary, key="run-summary", description="What the backfill brought")
    if new:
        create_table_artifact([_row(act) for act in new], key="new-announcements", description="New announcements")


def publish_difference(changes: Sequence[listing.Difference]) -> None:
    """Create the artifact of a reparse: what it changes, field by field."""
    rows = [{name: escaped(value or "") for name, value in change._asdict().items()} for change in changes]
    create_table_artifact(rows or [{"id": "nothing changes"}], key="reparse-diff", description="What a reparse changes")


def escaped(text: str) -> str:
    """Text from the web as Markdown that shows it as it stands."""
    return _MARKDOWN.sub(r"\\\1", inert(text))


def _summary(report: RunReport, new: int) -> str:
    head = "| source | read | unchanged | skipped | quarantined | gone | new claims | problem |"
    rows = [
        f"| {escaped(s.source)} | {s.stored} | {s.unchanged} | {s.count('skipped')} | {s.count('quarantined')} "
        f"| {s.gone} | {s.new_claims} | {escaped(s.problem)} |"
        for s in report.sources
    ]
    violations = "".join(f"\n\n**A check failed:** {escaped(words)}" for words in report.violations)
    table = "\n".join([head, "|---" * 8 + "|", *rows])
    return f"**{new} new announcements** in run `{report.run.run_id}`\n\n{table}{violations}"


def _row(act: listing.Act) -> dict[str, str]:
    return {
        "date": act.announced_on.isoformat() if act.announced_on else "",
        "donor": escaped(act.donors or ""),
        "recipient": escaped(act.recipients or ""),
        "what": escaped(act.what or ""),
        "sum": escaped(act.sum or ""),
        "stage": act.stage,
        "quote": escaped(shortened(act.quote or "")),
        "link": inert(act.link or ""),
    }
