"""The cheap reader: learned weights judge each block of a page, and know how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from parsers.article.blocks import Block, Blocks
from parsers.article.features import (
    Told,
    inherit_hints,
    own_features,
    prose_mass,
    scene_features,
    set_scene,
    weigh,
)
from parsers.article.model import first_look, load_model, name_scorer, second_look

_HOPELESS = 0.01
"""Likelihood at the first look from which a block gets a second one."""


class Judged(NamedTuple):
    """Blocks of a page with the likelihood that each is text of the article."""

    blocks: Sequence[Block]
    likely: Sequence[float]

    def text(self) -> list[str]:
        """The blocks that are more likely text than not."""
        return [block.text for block, chance in zip(self.blocks, self.likely, strict=True) if chance > 0.5]

    def certainty(self) -> float:
        """1 less the characters expected to be judged wrongly, as a share of the text; 0 where there is no text."""
        taken = wrong = 0.0
        for block, chance in zip(self.blocks, self.likely, strict=True):
            length = len(block.text)
            taken += length if chance > 0.5 else 0.0
            wrong += length * min(chance, 1 - chance)
        return 1 - wrong / taken if taken else 0.0


def judge(page: Blocks, told: Told) -> Judged:
    """Every block of the page with its likelihood."""
    blocks, nodes = page
    if not blocks:
        return Judged((), ())
    model = load_model()
    inherit_hints(nodes, weigh(nodes, blocks, [prose_mass(block) for block in blocks]))
    score = name_scorer(model)
    own = [own_features(block, told) for block in blocks]
    hinted = [score(block.node) for block in blocks]
    first = [first_look(model, features, hint) for features, hint in zip(own, hinted, strict=True)]
    scene = set_scene(blocks, nodes, own, first, told)
    likely = [
        second_look(model, scene_features(scene, at, own[at], hinted[at])) if chance > _HOPELESS else 0.0
        for at, chance in enumerate(first)
    ]
    return Judged(blocks, likely)
