"""When two names of a thing are the same, as the score counts it."""

from __future__ import annotations

import re

GENERIC = frozenset(
    {"system", "new", "modern", "additional", "more", "other", "the", "of", "and", "for", "a", "an", "type", "made"}
    | {"s", "equipment"}
)


def words(name: str) -> set[str]:
    """Plain word stems of a name, without those that tell nothing."""
    found = {word.lower() for word in re.findall(r"[0-9A-Za-z]+", name)}
    stems = {word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in found}
    return {stem.replace("armored", "armoured").replace("defense", "defence") for stem in stems} - GENERIC


def same_item(one: str, other: str) -> bool:
    """Half of all words in common, or all words of one in the other."""
    a, b = words(one), words(other)
    if not a or not b:
        return one.strip().lower() == other.strip().lower()
    return len(a & b) / len(a | b) >= 0.5 or a <= b or b <= a
