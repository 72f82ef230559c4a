"""To which act a thing or a sum belongs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from parsers.claims.scene import Scene, Spot


def nearest_act(scene: Scene, spot: Spot, numbers: Sequence[int]) -> int | None:
    """Of the acts `numbers` (rising): the one in the clause of a thing, else the nearest in its sentence, else the last
    one before it, else the first one after it."""
    clause = scene.views[spot.view].clauses[spot.unit]
    here = _within(scene, numbers, spot.view)
    if here:
        return min(here, key=lambda number: (_distance(scene.acts[number].clause, clause), number))
    before = bisect_right(numbers, spot.view, key=lambda number: scene.acts[number].view)
    if before:
        return numbers[before - 1]
    return numbers[0] if numbers else None


def _within(scene: Scene, numbers: Sequence[int], view: int) -> Sequence[int]:
    high = bisect_right(numbers, view, key=lambda number: scene.acts[number].view)
    low = high
    while low and scene.acts[numbers[low - 1]].view == view:
        low -= 1
    return numbers[low:high]


def _distance(act: int, thing: int) -> float:
    """Clauses between an act and a thing; an act before the thing is a little nearer than one after it."""
    return thing - act if thing >= act else act - thing + 0.5
