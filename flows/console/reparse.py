"""What a reparse tells a person: what changes, field by field, and whether it was applied."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from flows.console.terminal import console, inert
from flows.errors import DONE, PARTLY
from flows.runs import ReparseReport


def print_reparse(report: ReparseReport) -> int:
    """Print the changes. Gives the exit code: 3 where a check failed."""
    out = console()
    if report.changes:
        table = Table(box=SIMPLE_HEAD, pad_edge=False)
        for head in ("Announcement", "Field", "Before", "After"):
            table.add_column(head, overflow="fold")
        for change in report.changes:
            table.add_row(*(Text(inert(cell or "–")) for cell in change))
        out.print(table)
    records = len({change.id for change in report.changes})
    outcome = "changed" if report.applied else "would change; --apply does it"
    words = (
        f"{report.pages} pages read anew; {records} announcements {outcome}"
        if records
        else (f"{report.pages} pages read anew; nothing changes")
    )
    out.print(Text(words, style="bold"))
    for violation in report.violations:
        out.print(Text(f"A check failed: {inert(violation)}", style="red"))
    return PARTLY if report.violations else DONE
