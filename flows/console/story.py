"""One announcement for people: what it is, who reports it, the words behind each field, and its history."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from flows.console.acts import print_acts
from flows.console.terminal import console, inert, print_whole
from warehouse.listing import Story, Words


def print_story(story: Story) -> None:
    """Print all that there is to tell."""
    out = console()
    print_acts(out, [story.act])
    out.print(Text("Reports", style="bold"))
    for report in story.reports:
        day = report.published_on.isoformat() if report.published_on else "no date"
        relation = report.relation.replace("_", " ")
        out.print(Text(inert(f"{day}  {relation:<13} {report.source}: {report.title}")))
        print_whole(out, f"{' ' * 12}{inert(report.url)}")
    out.print(Text("\nWords", style="bold"))
    for (source, _), words in groupby(story.words, key=lambda found: (found.source, found.url)):
        out.print(Text(source, style="dim"))
        out.print(Padding(_words(words), (0, 0, 0, 2), expand=False))
    out.print(Text("\nHistory", style="bold"))
    for version in story.history:
        reason = version.reason.replace("_", " ")
        at = f"{version.recorded_from:%Y-%m-%d %H:%M}"
        out.print(Text(f"{at} UTC  {reason}: {version.stage}, confidence {version.confidence:.2f}"))


def _words(found: Iterable[Words]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(justify="right", style="dim")
    table.add_column(overflow="fold")
    for words in found:
        place = f"{words.start}-{words.end}" if words.start is not None else words.how
        table.add_row(Text(words.field), Text(place), Text(f"“{inert(words.quote)}”" if words.quote else "–"))
    return table
