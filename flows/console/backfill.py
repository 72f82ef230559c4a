"""A backfill on the command line: the request that was typed, and what came of it."""

from __future__ import annotations

from pydantic import ValidationError
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from flows.backfill_request import BackfillRequest
from flows.console.terminal import console, inert, print_whole
from flows.errors import DONE, PARTLY, WrongUse
from flows.runs import BackfillReport


def asked(**fields: object) -> BackfillRequest:
    """The request of these fields. Raises WrongUse with the field and what is wrong with it."""
    try:
        return BackfillRequest.model_validate(fields)
    except ValidationError as error:
        raise WrongUse("; ".join(_in_words(dict(detail)) for detail in error.errors())) from None


def _in_words(detail: dict[str, object]) -> str:
    location = detail["loc"]
    field = str(location[0]).replace("_", "-") if isinstance(location, tuple) and location else ""
    words = str(detail["msg"]).removeprefix("Value error, ").replace("Input should", "should")
    if str(detail["type"]).startswith("date"):
        words = f"{str(detail['input'])!r} is no date; write it as 2023-01-04"
    return f"--{field}: {words}" if field else words


def print_backfill(report: BackfillReport) -> int:
    """A line a window, and what could not be listed. Gives the exit code."""
    out = console()
    for url in report.dry:
        print_whole(out, inert(url), style="")
    if report.dry or not report.windows:
        words = f"{len(report.dry)} pages would be fetched" if report.dry else "Nothing to do: every window is done"
        out.print(Text(words, style="bold"))
    else:
        out.print(_windows(report))
    for problem in (*report.problems, *report.violations):
        print_whole(out, inert(problem), style="red")
    return PARTLY if report.problems or report.violations else DONE


def _windows(report: BackfillReport) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for head in ("Source", "Window", "Read", "There", "Skipped", "Quarantined", "New claims"):
        table.add_column(head, justify="left" if head in {"Source", "Window"} else "right")
    for row in report.windows:
        loaded = row.loaded
        cells = (
            loaded.source, row.window.removeprefix("backfill:"), loaded.stored, row.there_already,
            loaded.count("skipped"), loaded.count("quarantined"), loaded.new_claims,
        )  # fmt: skip
        table.add_row(*(Text(inert(str(cell))) for cell in cells))
    return table
