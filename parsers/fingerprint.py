"""Bottom-k fingerprints of texts: two outlets that print the same wire copy share most of theirs.

The k smallest hashes of a text's word shingles are a fair sample of them, so the share of two samples estimates the
share of the texts (Broder, "On the resemblance and containment of documents", 1997). Simhash was measured and refused:
it misses copies that were cut short (DESIGN.md section 5).
"""

from __future__ import annotations

import re
from hashlib import blake2b
from heapq import nsmallest
from itertools import pairwise

SAMPLE = 64
"""Hashes kept of a text."""

FEWEST = 12
"""A text with fewer shingles tells nothing: two short sentences about one thing share most of their words by nature."""

_WORD = re.compile(r"\w+")
_SIGNED_64 = 2**63 - 1


def fingerprint(text: str) -> tuple[int, ...]:
    """The `SAMPLE` smallest hashes, in order, of the text's runs of three words; fewer for a text that has fewer.

    Hashes are below 2**63, so that they fit a signed integer of 64 bits.
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    shingles = {f"{first} {second} {third}" for (first, second), (_, third) in pairwise(pairwise(words))}
    return tuple(nsmallest(SAMPLE, map(_hash, shingles)))


def containment(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The estimated share of the shorter text that the longer one holds: a copy cut short has nearly 1.

    0 where either is too short to tell.
    """
    if min(len(one), len(other)) < FEWEST:
        return 0.0
    # Up to the smaller of the two largest hashes, both samples are complete, and can be compared one by one.
    reach = min(one[-1] if len(one) == SAMPLE else _SIGNED_64, other[-1] if len(other) == SAMPLE else _SIGNED_64)
    first, second = {h for h in one if h <= reach}, {h for h in other if h <= reach}
    return len(first & second) / (min(len(first), len(second)) or 1)


def _hash(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode("utf-8", "replace"), digest_size=8).digest(), "big") & _SIGNED_64
