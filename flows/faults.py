"""Named points at which a test may kill the process, to prove that nothing is lost or doubled.

Off unless `AIDWIRE_FAULT` is set: `<point>` kills at the first passage, `<point>:<n>` at the n-th.
"""

from __future__ import annotations

import os
import signal

POINTS = (
    "discover.before",
    "feed.fetched",
    "feed.archived",
    "feed.parsed",
    "page.fetched",
    "page.archived",
    "pages.parsed",
    "load.begin",
    "load.collection",
    "load.claims",
    "load.before_commit",
    "load.after_commit",
    "resolve.before",
    "resolve.before_commit",
    "resolve.after_commit",
    "check.after",
    "snapshot.copied",
    "snapshot.swapped",
)

_passages: dict[str, int] = {}


def point(name: str) -> None:
    """Pass the point `name`. Raises ValueError for a name that is not in POINTS, so that no test aims at nothing."""
    if name not in POINTS:
        raise ValueError(f"no fault point is named {name!r}")
    wanted = os.environ.get("AIDWIRE_FAULT")
    if not wanted:
        return
    target, _, nth = wanted.partition(":")
    if name != target:
        return
    _passages[name] = _passages.get(name, 0) + 1
    if _passages[name] >= int(nth or 1):
        os.kill(os.getpid(), signal.SIGKILL)
