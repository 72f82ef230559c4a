"""The cheap reader: learned weights judge each block of a page, and know how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from parsers.article.blocks import Block, Blocks, Node
from parsers.article.features import Told, is_idle, own_features, read_names
from parsers.article.model import Model, first_look, name_scorer, second_look
from parsers.article.scene import scene_features, set_scene

_CELL = 80
"""Characters up to which a cell of a table is no paragraph of its own."""
HOPELESS = 0.005
"""Likelihood at the first look from which a block gets a second one."""


class Judged(NamedTuple):
    """Blocks of a page with the likelihood that each is text of the article."""

    blocks: Sequence[Block]
    likely: Sequence[float]

    def text(self) -> tuple[str, ...]:
        """The blocks that are more likely text than not; short cells of one row of a table as one line."""
        lines: list[str] = []
        last: Node | None = None
        for block, chance in zip(self.blocks, self.likely, strict=True):
            if chance <= 0.5:
                continue
            cell = block.node if block.tag in ("td", "th") and len(block.text) <= _CELL else None
            if cell and last and cell is not last and cell.parent is last.parent:
                lines[-1] += f" | {block.text}"
            else:
                lines.append(block.text)
            last = cell
        return tuple(lines)

    def with_vote(self, other: Sequence[str], weight: float) -> Judged:
        """The same with `weight` more for each block that stands in the text of `other`, and less for all the rest."""
        words = "".join(map(_letters, other))
        votes = (weight if _letters(block.text) in words else -weight for block in self.blocks)
        return Judged(self.blocks, [chance + vote for chance, vote in zip(self.likely, votes, strict=True)])

    def certainty(self) -> float:
        """1 less the characters expected to be judged wrongly, as a share of the text; 0 where there is no text."""
        taken = wrong = 0.0
        for block, chance in zip(self.blocks, self.likely, strict=True):
            length = len(block.text)
            taken += length if chance > 0.5 else 0.0
            wrong += length * min(chance, 1 - chance)
        return 1 - wrong / taken if taken else 0.0


def _letters(text: str) -> str:
    """A text without blanks and punctuation, which extractors set differently."""
    return "".join(filter(str.isalnum, text))


def judge(page: Blocks, told: Told, model: Model) -> Judged:
    """Every block of the page with its likelihood."""
    blocks, nodes = page
    if not blocks:
        return Judged((), ())
    read_names(page)
    score = name_scorer(model)
    own = [own_features(block, told) for block in blocks]
    hinted = [score(block.node) for block in blocks]
    first = [0.0 if is_idle(block) else first_look(model, own[at], hinted[at]) for at, block in enumerate(blocks)]
    scene = set_scene(blocks, nodes, own, first, told)
    likely = [
        second_look(model, scene_features(scene, at, own[at], hinted[at])) if chance > HOPELESS else 0.0
        for at, chance in enumerate(first)
    ]
    return Judged(blocks, likely)
