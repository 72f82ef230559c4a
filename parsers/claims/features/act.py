"""What holds of a clause that may tell of an act of aid: its words and their order, its neighbours, its document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.claims.packs.words import words
from parsers.claims.triggers import Trigger
from parsers.claims.units import Unit

SKIPPED = words("claims/packs/en/clause_words.csv", list="skipped")


def sign_of(unit: Unit) -> str:
    """A word of the lexicon by its kind and form, others by their sign: fewer and wider features."""
    mention = unit.mention
    if isinstance(mention, Trigger):
        return f"{mention.kind}.{mention.tag}" if mention.part == "verb" else mention.kind
    return unit.sign


def clause_features(units: Sequence[Unit], low: int, high: int) -> list[str]:
    """Of units `low` up to, without, `high`, with what stands around them in the sentence."""
    found: set[str] = set()
    before = before_kind = "^"
    for unit in units[low:high]:
        sign = unit.sign
        if sign in SKIPPED:
            continue
        kind = sign_of(unit)
        found.add(f"w {sign}")
        if unit.what in ("verb", "noun"):
            found.add(f"k {kind}")
        found.add(f"b {before} {sign}")
        found.add(f"kb {before_kind} {kind}")
        before, before_kind = sign, kind
    found.update(_skeleton(units[low:high]))
    for unit in units[:low]:
        if unit.what != "word" or unit.sign in ("?", '"'):
            found.add(f"l {sign_of(unit)}")
    for unit in units[high:]:
        if unit.what != "word" or unit.sign in ("?", '"'):
            found.add(f"r {sign_of(unit)}")
    return list(found)


def _skeleton(units: Sequence[Unit]) -> list[str]:
    """Threes of what is no plain word: "P decide.s M aid P" whatever stands between."""
    signs = ["^", *(sign_of(unit) for unit in units if unit.what != "word" or unit.sign in ("WE", "IT", "THEY")), "$"]
    found = [f"t {a} {b} {c}" for a, b, c in zip(signs, signs[1:], signs[2:], strict=False)]
    return found + [f"u {a} {b}" for a, b in pairwise(signs)]
