"""A look at this installation: each finding is a line, and says what to do where something is wrong."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from rich.table import Table
from rich.text import Text

from flows.console.terminal import console, inert
from flows.errors import DONE, FAILED
from flows.settings import Settings
from parsers.sources import SourceError, load_sources
from warehouse import listing
from warehouse.connection import WarehouseError, reading
from warehouse.migrations import check_version

PARTS = ("aidwire", "prefect", "duckdb", "feedparser", "trafilatura", "aiohttp", "lxml")
LOW_DISK = 1_000_000_000
"""Bytes free under which a run may not end."""
STYLES = {"well": "green", "note": "", "wrong": "red"}


class Finding(NamedTuple):
    """One thing looked at."""

    about: str
    state: Literal["well", "note", "wrong"]
    words: str


def examine(settings: Settings) -> tuple[Finding, ...]:
    """Look at the installation, the data folder, the database and the sources. Changes nothing."""
    return (*_installed(), *_data(settings), *_database(settings), *_sources(settings))


def print_findings(findings: Sequence[Finding]) -> int:
    """Print a line a finding; 1 if something is wrong, else 0."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(overflow="fold")
    for finding in findings:
        table.add_row(Text(finding.about, style="bold"), Text(inert(finding.words), style=STYLES[finding.state]))
    console().print(table)
    return FAILED if any(finding.state == "wrong" for finding in findings) else DONE


def _installed() -> Iterator[Finding]:
    yield Finding("Python", "note", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PARTS)
    yield Finding("Installed", "note", versions)


def _data(settings: Settings) -> Iterator[Finding]:
    root = settings.root
    existing = next(folder for folder in (root, *root.parents) if folder.exists())
    if not os.access(existing, os.W_OK):
        yield Finding("Data", "wrong", f"{root} cannot be written; set AIDWIRE_HOME to a folder of yours")
        return
    yield Finding("Data", "well", f"{root}{'' if root.exists() else ' (not made yet)'}")
    free = shutil.disk_usage(existing).free
    state: Literal["note", "wrong"] = "note" if free > LOW_DISK else "wrong"
    yield Finding("Disk", state, f"{free / 1e9:.1f} GB free{'' if free > LOW_DISK else '; a run needs more'}")
    segments = list(settings.archive.glob("*.warc.gz"))
    size = sum(path.stat().st_size for path in segments)
    yield Finding("Archive", "note", f"{settings.archive}: {len(segments)} segments, {size / 1e6:.1f} MB")


def _database(settings: Settings) -> Iterator[Finding]:
    if not settings.snapshot.exists():
        yield Finding("Database", "note", f"none yet at {settings.snapshot}; 'aidwire run' or 'aidwire demo' makes one")
        return
    try:
        with reading(settings.snapshot) as connection:
            check_version(connection, settings.snapshot)
        acts = len(listing.announcements(settings.snapshot))
    except WarehouseError as error:
        yield Finding("Database", "wrong", str(error))
        return
    size = Path(settings.snapshot).stat().st_size / 1e6
    yield Finding("Database", "well", f"{settings.snapshot}: {acts} announcements, {size:.1f} MB")


def _sources(settings: Settings) -> Iterator[Finding]:
    try:
        sources = load_sources(settings.own_sources)
    except SourceError as error:
        yield Finding("Sources", "wrong", str(error))
        return
    yield Finding("Sources", "well", f"{len(sources)} registered; your own go under {settings.own_sources}")
    for row in listing.health(settings.snapshot) if settings.snapshot.exists() else ():
        last = f"{row.last_answer_at:%Y-%m-%d %H:%M} UTC" if row.last_answer_at else "never"
        state: Literal["note", "wrong"] = "wrong" if row.failures else "note"
        failing = f"; its feeds failed {row.failures} times in a row" if row.failures else ""
        yield Finding(f"  {row.source}", state, f"last worked {last}, {row.articles} articles{failing}")
