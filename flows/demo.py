"""The demonstration: the real monitor flow under a real Prefect, over the newsroom that comes with Aidwire."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.text import Text

from flows.console.acts import print_acts
from flows.console.changes import print_changes
from flows.console.run import exit_code, print_left_out, print_sources
from flows.console.terminal import console, print_whole
from flows.engine import use_temporary_server
from flows.errors import CannotDo
from flows.manual_run import monitor_once
from flows.newsroom.server import DEMO_PORTS, NewsroomError, serve
from flows.runs import RunReport
from flows.settings import Settings
from warehouse import listing
from warehouse.checks import export_hash

QUESTION = "SELECT donors, recipients, what, sum FROM announcements WHERE stage = 'pledged'"


def demonstrate(edition: int) -> int:
    """Run the pipeline over this edition of the newsroom, print what came of it, and give the exit code."""
    started = time.monotonic()
    home = Settings().root / "demo"
    settings = _settings_at(home)
    use_temporary_server(home / "prefect")
    out = console()
    out.print(Text(f"Aidwire reads the bundled newsroom, edition {edition}, on loopback. All data goes to {home}"))
    before = export_hash(settings.snapshot) if settings.snapshot.exists() else None
    try:
        with serve(edition, DEMO_PORTS) as newsroom:
            newsroom.write_sources(settings.own_sources)
            # Every page is looked at again, because two editions may be a minute apart here.
            report = monitor_once(settings, sorted(newsroom.bases), trigger="demo", only_due=False, revisit_hours=0.0)
    except NewsroomError as error:
        raise CannotDo(str(error)) from None
    _print_outcome(out, settings, report, before)
    _print_next(out, settings, time.monotonic() - started)
    return exit_code(report)


def _settings_at(home: Path) -> Settings:
    """Settings of a home apart, for this process and its children."""
    os.environ |= {"AIDWIRE_HOME": str(home), "AIDWIRE_ALLOW_LOOPBACK": "true", "AIDWIRE_HOST_DELAY": "0"}
    return Settings()


def _print_outcome(out: Console, settings: Settings, report: RunReport, before: str | None) -> None:
    changes = listing.changes_of(settings.snapshot, report.run.run_id)
    out.print()
    print_acts(out, listing.announcements(settings.snapshot))
    print_changes(out, changes)
    out.print(Text("What did not become a record, and why", style="bold"))
    print_left_out(out, changes.left_out)
    out.print()
    print_sources(out, report)
    out.print()
    now = export_hash(settings.snapshot)
    if before == now:
        out.print(Text("Nothing changed: the database has the same export hash as before."))
    print_whole(out, f"Export hash {now}")


def _print_next(out: Console, settings: Settings, seconds: float) -> None:
    aidwire, home = _command(), shlex.quote(str(settings.root))
    out.print(Text(f"The database is {settings.snapshot} ({seconds:.0f} seconds). Try next:", style="bold"))
    for line in (
        f'{aidwire} --home {home} sql "{QUESTION}"',
        f'{aidwire} --home {home} search "light tanks"',
        f"{aidwire} --home {shlex.quote(str(settings.root.parent))} demo --next-day",
    ):
        print_whole(out, f"  {line}", style="")


def _command() -> str:
    """How to type this very command here: by its name where the shell would find it, else by its path."""
    found = shutil.which("aidwire")
    here = Path(sys.argv[0])
    if found and here.exists() and Path(found).samefile(here):
        return "aidwire"
    return shlex.quote(os.path.relpath(here) if here.is_relative_to(Path.cwd()) else str(here))
