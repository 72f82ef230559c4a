"""Addresses that a person gives, checked before anything is fetched."""

from __future__ import annotations

from collections.abc import Iterable

from flows.fetch.guard import Policy, Refused, check_url
from parsers.records import FeedEntry

MOST = 5_000
"""Addresses at once."""


class BadAddresses(ValueError):  # noqa: N818 - it says what was given
    """Addresses that cannot be taken; the message names the first few of them and why."""


def by_urls(lines: Iterable[str], policy: Policy) -> tuple[FeedEntry, ...]:
    """An entry for each address, one a line; blank lines and lines that begin with `#` are passed over.

    Raises BadAddresses, so that nothing is fetched where a single one is wrong.
    """
    addresses = list(
        dict.fromkeys(line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#"))
    )
    if not addresses:
        raise BadAddresses("no address was given")
    if len(addresses) > MOST:
        raise BadAddresses(f"{len(addresses):,} addresses were given; {MOST:,} is the most")
    entries, wrong = [], []
    for address in addresses:
        try:
            entries.append(_entry(str(check_url(address, policy))))
        except Refused as refused:
            wrong.append(f"{address[:100]!r}: {refused}")
    if wrong:
        more = f", and {len(wrong) - 3} more" if len(wrong) > 3 else ""
        raise BadAddresses("; ".join(wrong[:3]) + more)
    return tuple(entries)


def _entry(url: str) -> FeedEntry:
    return FeedEntry(url, None, "", "", None, None, None, None, None)
