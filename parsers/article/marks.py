"""Marks that a page bears: that it is cut off by a paywall, that it was corrected."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.article.jsonld import Linked
from parsers.article.meta import Meta, values
from parsers.article.words import CORRECTION, PAYWALL

_LOCKED = frozenset(
    ["locked", "metered", "premium", "paid", "subscriber", "subscribers", "subscription", "hard", "false", "no"]
)
_SHORT = 400
"""Characters: a call to subscribe stands in a short paragraph, a sentence about subscribing in a long one."""


def is_paywalled(linked: Linked, meta: Meta, paragraphs: Sequence[str]) -> bool:
    """By schema.org's isAccessibleForFree, a content tier, or a last paragraph that asks for a subscription."""
    if linked.paywalled or any(tier.lower() in _LOCKED for tier in values(meta, "paid")):
        return True
    return any(len(text) < _SHORT and PAYWALL.search(text) for text in paragraphs[-2:])


def correction_note(paragraphs: Sequence[str]) -> str | None:
    """The paragraph that says what was corrected; such notes stand first or last."""
    edges = [*paragraphs[-4:][::-1], *paragraphs[:2]]
    return next((text for text in edges if CORRECTION.match(text)), None)
