"""Prints what the hostile feeds cost: `python tests/hostile/figures.py`, for docs/reliability.md."""

from __future__ import annotations

import resource
import time
from collections import Counter

from feeds import HERE, everything

from parsers.feed import NotAFeed, parse_feed


def ends(body: bytes, content_type: str | None) -> str:
    try:
        parse_feed(body, url=HERE, content_type=content_type)
    except NotAFeed as error:
        return error.issue.code
    return "feed"


def main() -> None:
    found: Counter[str] = Counter()
    slowest = whole = 0.0
    for made in everything():
        started = time.process_time()
        found[ends(made.body, made.content_type)] += 1
        taken = time.process_time() - started
        slowest, whole = max(slowest, taken), whole + taken
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    print(f"{found.total()} feeds, {whole:.1f} s of CPU, {slowest:.2f} s the slowest, {peak:.0f} MB")  # noqa: T201
    print(dict(found.most_common()))  # noqa: T201


if __name__ == "__main__":
    main()
