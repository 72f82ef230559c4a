"""Content-derived keys: the same input gives the same keys, in any order and on any machine."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from datetime import date

from parsers.records import Claim

KEY_LENGTH = 20
"""Hex digits kept of a SHA-256: 80 bits, so a collision among a billion keys has odds of about one in two million."""


def digest(*parts: str) -> str:
    """A short key of the given parts. Parts are joined by a unit separator, so ("ab", "c") is not ("a", "bc")."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:KEY_LENGTH]


def article_key(canonical_url: str) -> str:
    """The key of an article: its canonical address."""
    return digest("article", canonical_url)


def version_key(article_id: str, reading_text: str) -> str:
    """The key of one version of an article: whose it is and what it says."""
    return digest("version", article_id, reading_text)


def claim_key(version_id: str, claim: Claim) -> str:
    """The key of a claim: the version that makes it and all of its content but how it was found and how sure."""
    content = asdict(replace(claim, evidence=()))
    for how_found in ("evidence", "confidence", "extractor"):
        del content[how_found]
    spans = sorted(f"{e.field}:{e.start}:{e.end}" for e in claim.evidence)
    return digest("claim", version_id, json.dumps(content, sort_keys=True, default=_iso), *spans)


def announcement_key(claim_id: str) -> str:
    """The key of an announcement: the claim that first reported it."""
    return digest("announcement", claim_id)


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a claim holds a {type(value).__name__}, which has no place in its key")
