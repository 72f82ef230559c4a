"""The table of announcements: one line an act, and under it the words that say it and where they stand.

Nine columns fit no terminal of 80; so what is long (the quote, the link) has lines of its own, and links stay whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from flows.console.terminal import inert, print_whole
from warehouse.listing import Act

QUOTED = 220
"""Characters of a quote that the table shows; `aidwire show` has all of it."""
INDENT = 12
"""Under the column that follows the date."""


def print_acts(out: Console, acts: Sequence[Act]) -> None:
    """Print the acts under one head. Looks right from 80 columns on, on a terminal and in a pipe."""
    widths = _widths(out.width)
    out.print(_row(widths, ["Date", "Donor", "Recipient", "What", "Sum", "Stage", "Reports"], style="bold"))
    out.print(Rule(style="dim", characters="─"))
    for act in acts:
        _print_act(out, act, widths)


def _widths(width: int) -> list[int]:
    """Widths of the seven columns: four are fixed, the rest is shared out."""
    free = width - (10 + 12 + 7) - 6 * 2
    donor = recipient = max(9, free // 5)
    money = max(11, min(17, free // 4))
    return [10, donor, recipient, free - donor - recipient - money, money, 12, 7]


def _row(widths: list[int], cells: Sequence[str], style: str = "") -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for number, width in enumerate(widths):
        table.add_column(width=width, overflow="fold", justify="right" if number == len(widths) - 1 else "left")
    table.add_row(*(Text(cell, style=style) for cell in cells))
    return table


def _print_act(out: Console, act: Act, widths: list[int]) -> None:
    cells = [
        _day(act.announced_on), _words(act.donors), _words(act.recipients), _words(act.what),
        # A sum a line: they are reported side by side, and seldom add up.
        _words(act.sum).replace(", ", "\n"), act.stage.replace("_", " "), str(act.reports),
    ]  # fmt: skip
    out.print(_row(widths, cells))
    if act.quote:
        quote = Text(f"“{shortened(inert(act.quote))}”", style="italic")
        out.print(Padding(quote, (0, 0, 0, INDENT), expand=False))
    if act.link:
        print_whole(out, f"{' ' * INDENT}{inert(act.link)}")
    out.print()


def shortened(quote: str) -> str:
    """The quote, cut at a word where it is longer than QUOTED."""
    return quote if len(quote) <= QUOTED else f"{quote[:QUOTED].rsplit(' ', 1)[0]} …"


def _day(day: date | None) -> str:
    return day.isoformat() if day else "no date"


def _words(text: str | None) -> str:
    return inert(text) if text else "–"
