"""Parameters of an address that tell who sent the reader and nothing of the page: without them a page has one address.

courlan's list is wider and was refused: it takes out `cid`, `source` and `session`, by which some sites name their
articles, and sorts and rewrites what it leaves, so that the address is no longer the one that the feed gave.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path


def without_trackers(query: str) -> str:
    """The query of an address without tracking parameters; the rest stands as it was, in its order."""
    return "&".join(part for part in query.split("&") if not _trackers().fullmatch(part.partition("=")[0]))


@cache
def _trackers() -> re.Pattern[str]:
    with (Path(__file__).parent / "trackers.csv").open(encoding="utf-8", newline="") as lines:
        names = [row["parameter"] for row in csv.DictReader(lines)]
    return re.compile("|".join(re.escape(name).replace(r"\*", ".*") for name in names), re.IGNORECASE)
