"""Things that a sentence lists side by side: three or more kinds, each of its own."""

from __future__ import annotations

from typing import cast

from parsers.claims.items import ItemMention
from parsers.claims.scene import Scene, Spot

LINKS = frozenset({",", ";", "and", "&", "or", "the", "a", "an", "as", "well"})
LONG = 3
"""Things from which on a list is one of kinds: "light tanks and Bastion carriers" may be two names that come again."""

Listing = tuple[int, int]
"""View and number of a list."""


def listings_of(scene: Scene, index: int) -> dict[int, Listing]:
    """The list that each thing of a view stands in, by the place of its unit; things in no long list are left out."""
    key = ("listings", index)
    if key not in scene.memory:
        scene.memory[key] = _listings(scene, index)
    return cast(dict[int, Listing], scene.memory[key])


def listing_of(scene: Scene, spot: Spot) -> Listing | None:
    """The list that a thing stands in, if any."""
    return listings_of(scene, spot.view).get(spot.unit)


def _listings(scene: Scene, index: int) -> dict[int, Listing]:
    lists: list[list[int]] = [[]]
    for place, unit in enumerate(scene.views[index].units):
        if isinstance(unit.mention, ItemMention):
            lists[-1].append(place)
        elif unit.what != "N" and unit.sign not in LINKS:
            lists.append([])
    return {place: (index, number) for number, places in enumerate(lists) if len(places) >= LONG for place in places}
