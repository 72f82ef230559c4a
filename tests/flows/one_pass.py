"""One monitor pass without Prefect, as a process that a test can kill: `python -m tests.flows.one_pass SOURCE...`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

from flows import pipeline
from flows.collect import Pass
from flows.runs import Run, new_run_id
from flows.settings import Settings
from flows.tools import close_tools


def main(names: list[str]) -> None:
    settings, now = Settings(), datetime.now(UTC)
    run = Run(new_run_id(now, f"{now.microsecond:06d}"), "monitor", "test", now)
    sources = pipeline.registered(settings, names)
    pipeline.make_ready(settings, now)
    pipeline.note_beginning(run, sources, settings)
    for errand in pipeline.errands(run, sources, Pass(revisit_after=timedelta(days=1)), settings):
        pipeline.load(pipeline.collect_source(errand, settings), settings)
    close_tools(run)
    sys.stdout.write(f"{pipeline.finish(run, settings)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
