"""How a thing came, where the next sentence tells it: "The Crotale system ... . The systems had been delivered."

A sentence that names a thing without a word of giving takes its stage from the sentence after it, if that speaks of the
same thing by its noun alone and says that it came.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from parsers.claims.items import ItemMention
from parsers.claims.scene import Scene, View
from parsers.claims.triggers import Trigger
from parsers.claims.units import Unit

CAME = frozenset({"give", "arrive", "receive"})
FATE = CAME | {"decide", "weigh", "request", "refuse", "legislate", "pass"}
"""Kinds of words by which a sentence tells itself how a gift stands."""
NO_HANDING_OVER = frozenset({"help", "assist", "support", "build", "construct"})
DEFINITE = frozenset({"the", "these", "those", "both"})
NEGATIONS = frozenset({"not", "never", "yet"})
REACH = 6
"""Units between the noun and the verb of the second sentence."""


class Sequel(NamedTuple):
    """That a thing came: `before` where it had come before the time that the text speaks of."""

    before: bool


def sequel_of(scene: Scene, index: int) -> Sequel | None:
    """What the sentence after view `index` says of the coming of a thing of it; None where it says nothing."""
    if index + 1 >= len(scene.views):
        return None
    view = scene.views[index]
    heads = {unit.mention.head for unit in view.units if isinstance(unit.mention, ItemMention)}
    if not heads or view.title or _tells_itself(view.units):
        return None
    return _came(scene, scene.views[index + 1], heads)


def _tells_itself(units: Sequence[Unit]) -> bool:
    """Whether a sentence has a word of handing over or deciding; what is "built" or "helps" is not given so."""
    return any(_kind(unit) in FATE and unit.sign not in NO_HANDING_OVER for unit in units)


def _came(scene: Scene, view: View, heads: set[str]) -> Sequel | None:
    for place in range(1, len(view.units)):
        noun = scene.text.tokens[view.units[place].last - 1].low
        known = noun in heads or noun.removesuffix("s") in heads
        if known and view.units[place - 1].sign in DEFINITE:
            after = view.units[place + 1 : place + 1 + REACH]
            told = _done(after)
            if told is not None:
                return told
    return None


def _done(units: Sequence[Unit]) -> Sequel | None:
    """ "Had been delivered", "have already arrived"; not "will be delivered" and not "have not arrived"."""
    if not units or units[0].sign not in ("have", "has", "had"):
        return None
    for unit in units:
        if unit.sign in NEGATIONS:
            return None
        if _kind(unit) in CAME:
            return Sequel(units[0].sign == "had")
    return None


def _kind(unit: Unit) -> str:
    mention = unit.mention
    return mention.kind if isinstance(mention, Trigger) and mention.part != "marker" else ""
