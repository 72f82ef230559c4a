"""Marks that a page bears: that it is cut off by a paywall, that it was corrected."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.article.blocks import Block
from parsers.article.jsonld import Linked
from parsers.article.meta import Meta, values
from parsers.article.words import CORRECTION, PAYWALL

_LOCKED = frozenset(
    ["locked", "metered", "premium", "paid", "subscriber", "subscribers", "subscription", "hard", "false", "no"]
)
_SHORT = 400
"""Characters: a call to subscribe stands in a short paragraph, a sentence about subscribing in a long one."""
_BEHIND = 4
"""Blocks behind the last paragraph in which such a call cuts an article off; further down every page has one."""


def is_paywalled(linked: Linked, meta: Meta, paragraphs: Sequence[str], blocks: Sequence[Block]) -> bool:
    """By schema.org's isAccessibleForFree, a content tier, or a call to subscribe right where the text ends."""
    if linked.paywalled or any(tier.lower() in _LOCKED for tier in values(meta, "paid")):
        return True
    last = paragraphs[-1] if paragraphs else ""
    end = next((at for at in range(len(blocks) - 1, -1, -1) if blocks[at].text == last), None)
    if end is None:
        return False
    return any(len(block.text) < _SHORT and PAYWALL.search(block.text) for block in blocks[end : end + _BEHIND])


def correction_note(paragraphs: Sequence[str]) -> str | None:
    """The paragraph that says what was corrected; such notes stand first or last."""
    edges = [*paragraphs[-4:][::-1], *paragraphs[:2]]
    return next((text for text in edges if CORRECTION.match(text)), None)
