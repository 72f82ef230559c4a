"""What a run tells a person when it ends: a line a source, and what did not become a record and why."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from flows.console.terminal import inert, print_whole
from flows.errors import DONE, FAILED, PARTLY
from flows.runs import RunReport, SourceReport
from warehouse.changes import LeftOut


def print_sources(out: Console, report: RunReport) -> None:
    """One line a source: what came, or why nothing did."""
    width = max((len(source.source) for source in report.sources), default=0)
    for source in report.sources:
        style = "red" if source.problem else ""
        print_whole(out, f"{source.source:<{width}}  {inert(_in_words(source))}", style=style)
    for violation in report.violations:
        out.print(Text(f"A check failed: {inert(violation)}", style="red"))


def _in_words(source: SourceReport) -> str:
    parts = [
        f"{source.stored} pages read",
        f"{source.unchanged} unchanged" if source.unchanged else "",
        f"{source.count('skipped')} skipped" if source.count("skipped") else "",
        f"{source.count('quarantined')} quarantined" if source.count("quarantined") else "",
        f"{source.gone} gone" if source.gone else "",
        f"{source.new_claims} new claims",
    ]
    if source.problem and not source.stored + source.unchanged + len(source.refusals):
        return source.problem
    well = ", ".join(part for part in parts if part)
    return f"{source.problem} ({well})" if source.problem else well


def print_left_out(out: Console, pages: Sequence[LeftOut]) -> None:
    """What did not become a record, each with its reason, and where it is."""
    for page in pages:
        outcome = "no claims" if page.outcome == "stored" else page.outcome
        line = Text(f"{outcome:<12}{inert(page.message)}")
        out.print(line)
        print_whole(out, f"{' ' * 12}{inert(page.url)}")


def exit_code(report: RunReport) -> int:
    """0 all done; 1 no source could be collected; 3 some could not, or a check failed."""
    if report.sources and len(report.failed) == len(report.sources):
        return FAILED
    return PARTLY if report.failed or report.violations else DONE
