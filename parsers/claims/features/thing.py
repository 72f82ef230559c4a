"""What holds of a thing or sum beside an act: where it stands, and what stands between."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.claims.features.act import SKIPPED, sign_of
from parsers.claims.features.party import MARKS_OF_TITLE
from parsers.claims.triggers import Trigger
from parsers.claims.units import Unit


def thing_place(units: Sequence[Unit], place: int) -> list[str]:
    """Of the thing or sum at `place` within its sentence, whatever act it belongs to."""
    before = _signs(units, place, -1, 3)
    after = _signs(units, place, 1, 3)
    found = [f"b {before[0]}", f"bb {before[1]} {before[0]}", f"a {after[0]}", f"aa {after[0]} {after[1]}"]
    found += [f"lb {sign}" for sign in before[1:]] + [f"la {sign}" for sign in after[1:]]
    left, right = _trigger(units, place, -1), _trigger(units, place, 1)
    found.append(f"L {sign_of(units[left])}" if left is not None else "L none")
    found.append(f"R {sign_of(units[right])}" if right is not None else "R none")
    if left is not None:
        found.append(f"Ll {units[left].sign} {before[0]}")
        if place - left <= 4:
            found.append("Lw " + " ".join(sign_of(unit) for unit in units[left:place] if unit.sign not in SKIPPED))
    return found


def _signs(units: Sequence[Unit], place: int, step: int, count: int) -> list[str]:
    found: list[str] = []
    place += step
    while 0 <= place < len(units) and len(found) < count:
        if units[place].sign not in MARKS_OF_TITLE:
            found.append(sign_of(units[place]))
        place += step
    return found + ["^" if step < 0 else "$"] * (count - len(found))


def _trigger(units: Sequence[Unit], place: int, step: int) -> int | None:
    place += step
    while 0 <= place < len(units):
        mention = units[place].mention
        if isinstance(mention, Trigger) and mention.part != "marker":
            return place
        place += step
    return None
