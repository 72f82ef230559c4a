"""One run over the sources of `AIDWIRE_HOME`, without Prefect, as a process that a test may kill.

`python one_run.py SLUG...`; prints the export hash of the snapshot that it published.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from flows import pipeline
from flows.collect import Pass
from flows.runs import Run, new_run_id
from flows.settings import Settings
from flows.tools import close_tools
from warehouse.checks import export_hash


def main(names: list[str]) -> None:
    settings = Settings()
    at = datetime.now(UTC)
    run = Run(new_run_id(at, at.strftime("%f")), "monitor", "test", at)
    sources = {source.slug: source for source in pipeline.registered(settings, names)}
    pipeline.make_ready(settings, at)
    pipeline.note_beginning(run, list(sources.values()), settings)
    try:
        for errand in pipeline.errands(run, [sources[name] for name in names], Pass(), settings):
            pipeline.load(pipeline.collect_source(errand, settings), settings)
    finally:
        close_tools(run)
    violations = pipeline.finish(run, settings)
    if violations:
        sys.exit(f"the warehouse breaks its promises: {violations}")
    print(export_hash(settings.snapshot))  # noqa: T201 - the answer of this program


if __name__ == "__main__":
    main(sys.argv[1:])
