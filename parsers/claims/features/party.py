"""What holds of the place where a party is named: the words beside it, and the acts before and after it."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.claims.features.act import SKIPPED, sign_of
from parsers.claims.packs.words import words
from parsers.claims.triggers import Trigger
from parsers.claims.units import Unit

NEAR = 6
FORMS_OF_BE = frozenset({"be", "been", "is", "are", "was", "were", "being"})
MARKS_OF_TITLE = words("claims/packs/en/clause_words.csv", list="mark_of_title")


def place_features(units: Sequence[Unit], clauses: Sequence[int], place: int) -> list[str]:
    """Of the party at `place`, within its sentence."""
    before = _next_sign(units, place, -1)
    after = _next_sign(units, place, 1)
    found = [f"b {before}", f"a {after}", f"ba {before} {after}"]
    left = _trigger(units, place, -1)
    right = _trigger(units, place, 1)
    if left is not None:
        found += _link("L", units, clauses, left, place, before)
    else:
        found.append("L none")
    if right is not None:
        found += _link("R", units, clauses, place, right, after)
    else:
        found.append("R none")
    if left is not None and right is not None:
        found.append(f"LR {sign_of(units[left])} {sign_of(units[right])}")
    if not any(unit.what == "P" for unit in units[:place]):
        found.append("first")
    if not any(unit.what == "P" for unit in units[place + 1 :]):
        found.append("last")
    return found


def _next_sign(units: Sequence[Unit], place: int, step: int) -> str:
    place += step
    while 0 <= place < len(units):
        if units[place].sign not in MARKS_OF_TITLE:
            return sign_of(units[place])
        place += step
    return "^" if step < 0 else "$"


def _trigger(units: Sequence[Unit], place: int, step: int) -> int | None:
    """The nearest verb or noun of the lexicon, not one of reporting."""
    place += step
    while 0 <= place < len(units):
        mention = units[place].mention
        if isinstance(mention, Trigger) and mention.part != "marker" and mention.kind != "report":
            return place
        place += step
    return None


def _link(side: str, units: Sequence[Unit], clauses: Sequence[int], low: int, high: int, beside: str) -> list[str]:
    """Of the way between a party and a trigger: `low` stands before `high`."""
    trigger = units[low] if side == "L" else units[high]
    kind = sign_of(trigger)
    way = [sign_of(unit) for unit in units[low + 1 : high] if unit.sign not in SKIPPED]
    breaks = clauses[high] - clauses[low]
    found = [f"{side} {kind}", f"{side}p {kind} {beside}", f"{side}l {trigger.sign}", f"{side}c {breaks > 0} {kind}"]
    if len(way) <= NEAR:
        found.append(f"{side}w {kind} {' '.join(way)}" if len(way) < 4 else f"{side}n {kind}")
        found += [f"{side}i {sign}" for sign in way]
    else:
        found.append(f"{side}far {kind}")
    if side == "L" and _passive(units, low):
        found.append(f"Lpassive {beside}")
    if side == "R" and _passive(units, high):
        found.append("Rpassive")
    return found


def _passive(units: Sequence[Unit], place: int) -> bool:
    mention = units[place].mention
    if not isinstance(mention, Trigger) or mention.part != "verb" or mention.tag != "ed":
        return False
    return any(unit.sign in FORMS_OF_BE for unit in units[max(0, place - 3) : place])
