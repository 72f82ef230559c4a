"""What the auxiliaries before a verb of giving settle, however the rest of the clause reads.

"Would be sent" has not come; "has already given" is told as history. Of the acts of the training texts that say "will"
or "would", 5 in 266 are labelled delivered, and of 8 that say "has already", 6 are background (2026-11-22).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from parsers.claims.triggers import Trigger
from parsers.claims.units import Unit

Outlook = Literal["ahead", "behind", ""]

AHEAD = frozenset({"will", "would", "shall", "'ll"})
HAVE = frozenset({"have", "has", "had", "'ve"})
PASSED_OVER = frozenset({"be", "been", "also", "now", "soon", "then", "already", "immediately", "together"})
COMING = frozenset({"give", "arrive", "receive"})


def outlook_of(units: Sequence[Unit], low: int, high: int) -> Outlook:
    """Of the first verb of giving among units `low` up to, without, `high`."""
    for place in range(low, high):
        mention = units[place].mention
        if isinstance(mention, Trigger) and mention.part == "verb" and mention.kind in COMING:
            return _before(units, low, place)
    return ""


def _before(units: Sequence[Unit], low: int, verb: int) -> Outlook:
    already = False
    for place in range(verb - 1, low - 1, -1):
        sign = units[place].sign
        if sign in AHEAD:
            return "ahead"
        if sign in HAVE:
            return "behind" if already else ""
        if sign not in PASSED_OVER:
            return ""
        already = already or sign == "already"
    return ""
