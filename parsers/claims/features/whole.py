"""What holds of a whole text: the words and acts of its headline and its first sentences."""

from __future__ import annotations

from itertools import pairwise

from parsers.claims.features.act import SKIPPED, sign_of
from parsers.claims.features.chain import chain_features
from parsers.claims.scene import Scene

FIRST = 4
"""Sentences from the start that tell what a text is about."""


def text_features(scene: Scene) -> list[str]:
    """Of the question whether a text reports a new gift."""
    found: set[str] = set()
    for view in scene.views[:FIRST]:
        side = "T" if view.title else "B"
        signs = [sign_of(unit) for unit in view.units if unit.what != "word"]
        found |= {f"{side} {unit.sign}" for unit in view.units if unit.sign not in SKIPPED}
        found |= {f"{side}k {sign}" for sign in signs}
        found |= {f"{side}u {a} {b}" for a, b in pairwise(["^", *signs, "$"])}
    for act in scene.acts:
        if act.view >= FIRST:
            break
        side = "T" if scene.views[act.view].title else "B"
        units = scene.views[act.view].units
        found |= {f"!{side}{feature[1:]}" for feature in chain_features(units, act.low, act.high)}
    found.add(f"official {scene.voice.official}")
    found.add(f"size {min(len(scene.views) // 3, 6)}")
    found.add(f"acts {min(len(scene.acts), 6)}")
    found.add(f"parties {min(len(scene.parties), 6)}")
    return list(found)
