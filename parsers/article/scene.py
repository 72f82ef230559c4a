"""What the model is told of each block among the others, once the first look has said which are likely text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from parsers.article.blocks import Block, Node
from parsers.article.features import HEADINGS, Told, extent, weigh

_KEPT = (2, 3, 12, 14, 15, 16, 20, 21, 22)
"""Places of the own features that matter among the others too."""
_OPENS_ASIDE = 15
"""Place among the own features."""
_CONTEXT_KEPT = range(10)
_ABOVE_KEPT = (0, 2, 3, 5, 6, 15, 17)
_INHERITED_KEPT = (2, 3, 4, 5, 8, 9, 10, 11, 12, 13, 14, 17)
"""Bits of context and hints that matter among the others too, in the order of words.toml."""


class Scene(NamedTuple):
    """A page after the first look: likelihood of each block by itself, and nodes weighed by likely text."""

    blocks: Sequence[Block]
    likely: Sequence[float]
    masses: Sequence[float]
    total: float
    mains: tuple[frozenset[int], ...]
    """Indexes of the nodes inside the deepest element that holds 50, 75 and 90 % of the likely text."""
    shapes: dict[tuple[str, str], list[float]]
    """By shape of node and parent: blocks, characters, links, likelihoods, all summed."""
    texts: dict[str, int]
    heading: int
    """Index of the block that is the title, -1 where there is none."""
    first: int
    last: int
    """First and last block that is surely text."""
    sofar: Sequence[float]
    """Mass before each block."""
    asides: Sequence[int]
    """How many blocks ago a short one began like the head of an aside (`Related`, `Comments`), at most 30."""


def _shape(block: Block) -> tuple[str, str]:
    node = block.node
    return node.shape, node.parent.shape if node.parent else ""


def set_scene(
    blocks: Sequence[Block], nodes: Sequence[Node], own: Sequence[Sequence[float]], likely: Sequence[float], told: Told
) -> Scene:
    """Weigh the page by likely text and gather what each block is compared with."""
    masses = [chance * extent(block.text) for chance, block in zip(likely, blocks, strict=True)]
    total = weigh(nodes, blocks, masses)
    shapes: dict[tuple[str, str], list[float]] = {}
    texts: dict[str, int] = {}
    heading = -1
    sofar: list[float] = []
    asides: list[int] = []
    running, ago = 0.0, 30
    for index, block in enumerate(blocks):
        text = block.text
        tally = shapes.setdefault(_shape(block), [0.0, 0.0, 0.0, 0.0])
        tally[0] += 1
        tally[1] += len(text)
        tally[2] += block.links
        tally[3] += likely[index]
        texts[text] = texts.get(text, 0) + 1
        if (block.tag == "h1" and heading < 0) or (len(text) > 10 and text == told.title):
            heading = index
        sofar.append(running)
        running += masses[index]
        ago = 0 if own[index][_OPENS_ASIDE] and len(text) < 60 else min(ago + 1, 30)
        asides.append(ago)
    sure = [index for index, mass in enumerate(masses) if mass > 100]
    first, last = (sure[0], sure[-1]) if sure else (0, len(blocks) - 1)
    mains = tuple(_inside(nodes, share * total) for share in (0.5, 0.75, 0.9))
    return Scene(blocks, likely, masses, total, mains, shapes, texts, heading, first, last, sofar, asides)


def _inside(nodes: Sequence[Node], mass: float) -> frozenset[int]:
    """Indexes of the deepest node of at least `mass` and of all nodes below it."""
    main = max((node.index for node in nodes if node.mass >= mass), default=0)
    found = {main}
    for node in nodes[main + 1 :]:
        if node.parent is None or node.parent.index not in found:
            break
        found.add(node.index)
    return frozenset(found)


_EDGE = (0.0, 0.0, 0.0, 0.0)


def scene_features(scene: Scene, index: int, own: Sequence[float], hinted: float) -> list[float]:
    """What a block is among the others. `own` are its own features, `hinted` is what names around it say of it."""
    blocks, likely, total = scene.blocks, scene.likely, scene.total
    block = blocks[index]
    node = block.node
    parent = node.parent or node
    above = parent.parent or parent
    top = above.parent or above
    count = len(blocks)
    text = block.text
    length = len(text)
    shape = scene.shapes[_shape(block)]
    start, end = max(0, index - 4), min(count, index + 5)
    here = scene.sofar[index]
    before = here - scene.sofar[start]
    behind = (scene.sofar[end] if end < count else total) - here - scene.masses[index]
    return [
        likely[index],
        hinted,
        *_neighbour(scene, index - 1, node),
        *_neighbour(scene, index + 1, node),
        likely[index - 2] if index > 1 else 0.0,
        likely[index + 2] if index + 2 < count else 0.0,
        before,
        behind,
        here / total,
        index / count,
        min(index - scene.first, 30.0),
        min(scene.last - index, 30.0),
        min(index - scene.heading, 40.0) if scene.heading >= 0 else -50.0,
        node.mass / total,
        parent.mass / total,
        above.mass / total,
        top.mass / total,
        float(parent.blocks),
        float(above.blocks),
        (parent.links + 1) / (parent.chars + 1),
        (above.links + 1) / (above.chars + 1),
        parent.mass / (parent.chars + 1),
        above.mass / (above.chars + 1),
        *(float(node.index in main) for main in scene.mains),
        shape[0],
        shape[1] / shape[0],
        shape[2] / (shape[1] + 1),
        shape[3] / shape[0],
        float(scene.texts[text]),
        total,
        float(count),
        float(length),
        block.links / length,
        float(block.tag in HEADINGS),
        float(block.tag == "li"),
        float(block.tag == "p"),
        block.emphasis / length,
        float(scene.asides[index]),
        *(own[place] for place in _KEPT),
        *(float(node.context >> bit & 1) for bit in _CONTEXT_KEPT),
        *(float(node.above >> bit & 1) for bit in _ABOVE_KEPT),
        *(float(node.inherited >> bit & 1) for bit in _INHERITED_KEPT),
    ]


def _neighbour(scene: Scene, index: int, node: Node) -> tuple[float, ...]:
    """Likelihood, length, share of links and kinship of the block at `index`; zeros beyond the ends of the page."""
    if not 0 <= index < len(scene.blocks):
        return _EDGE
    other = scene.blocks[index]
    length = len(other.text)
    return scene.likely[index], float(length), other.links / length, float(other.node.parent is node.parent)
