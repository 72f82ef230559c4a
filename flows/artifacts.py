"""What a run leaves in the Prefect UI: its summary, the new announcements with their words, and how the sources are."""

from __future__ import annotations

import re

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.announcement_table import shortened
from flows.runs import RunReport
from flows.settings import Settings
from flows.terminal import inert
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
