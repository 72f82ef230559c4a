"""Progress on a terminal: a line a source while it works. In a pipe, one plain line when a source is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from flows import progress
from flows.console.terminal import inert
from flows.progress import listening


@contextmanager
def shown(out: Console, first: str) -> Iterator[None]:
    """Show on `out` what is told while the block lasts; `first` says what goes on before anything is told."""
    with listening(_plain(out)) if not out.is_terminal else _bars(out, first):
        yield


def _plain(out: Console) -> progress.Listener:
    def show(what: progress.Progress) -> None:
        if what.step in {"loaded", "failed"}:
            out.print(inert(f"  {what.source}: {what.step}"))

    return show


@contextmanager
def _bars(out: Console, first: str) -> Iterator[None]:
    bars = Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(24), MofNCompleteColumn(), TimeElapsedColumn(),
        console=out, transient=True,
    )  # fmt: skip
    rows: dict[str, TaskID] = {"": bars.add_task(first, total=None)}
    lock = Lock()

    def show(what: progress.Progress) -> None:
        with lock:
            if what.source not in rows:
                rows[what.source] = bars.add_task(what.source, total=None)
            row = rows[what.source]
            match what.step:
                case "pages":
                    bars.update(row, completed=what.done, total=what.total or None)
                case "loaded" | "failed":
                    bars.update(row, description=f"{what.source} {what.step}")
                    bars.stop_task(row)
                case "settling" | "published":
                    bars.update(row, description={"settling": "Resolving and checking"}.get(what.step, "Published"))

    with bars, listening(show):
        yield
