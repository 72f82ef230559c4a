"""What the model is told of each block: first by itself, then among the others. All numbers, all in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from parsers.article.blocks import Block, Blocks, Node
from parsers.article.words import HINT_BITS, LABELS, OPENING

_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
_TERMINAL = frozenset(".!?…。！？؟।")
_QUOTES = "\"'”’»)]」』"
_YEAR_OR_TIME = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b")
_STOPS = (". ", "? ", "! ", "。", "！", "？", "؟ ", "। ", ".” ", '." ')
_TAGS = ("p", "li", "h1", "td", "div", "section", "blockquote", "figcaption", "dd", "pre", "header")
_LIKE = {
    "th": "td",
    "article": "section",
    "main": "section",
    "body": "section",
    "figure": "figcaption",
    "caption": "figcaption",
    "dt": "dd",
    "footer": "header",
    "aside": "header",
    "address": "header",
}
"""Tags that stand for each other."""


_KEPT = (2, 3, 12, 14, 15, 16, 20, 21, 22)
"""Places of the own features that matter among the others too."""


_LABEL = 50
_MARKS = " .:…"
_DEAD = HINT_BITS["dead"]
_NOTHING = [0.0] * 36
_OPENS_ASIDE = 15
"""Place among the own features."""
_CONTEXT_KEPT = range(10)
_ABOVE_KEPT = (0, 2, 3, 5, 6, 15, 17)
_INHERITED_KEPT = (2, 3, 4, 5, 8, 9, 10, 11, 12, 13, 14, 17)
"""Bits of context and hints that matter among the others too, in the order of words.toml."""


class Told(NamedTuple):
    """What the page tells of its article outside of the text."""

    title: str = ""
    description: str = ""
    body: str = ""
    """`articleBody` of its JSON-LD, on one line."""


_WIDE = re.compile("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
"""Letters of Chinese, Japanese and Korean, one of which says as much as two or three of an alphabet."""


def extent(text: str) -> int:
    """Length of a text as alphabets count it."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def sentences(text: str) -> int:
    """About how many sentences end in `text`."""
    return sum(map(text.count, _STOPS)) + (text.rstrip(_QUOTES)[-1:] in _TERMINAL)


def is_idle(block: Block) -> bool:
    """Whether a block is no paragraph at first sight: part of comments and the like, a label (`Advertisement`), or a
    link and little else. More than half of all blocks are."""
    if block.node.inherited & _DEAD:
        return True
    length = len(block.text)
    if length < _LABEL and block.text.casefold().rstrip(_MARKS) in LABELS:
        return True
    if length >= 200 or block.links < 0.5 * length:
        return False
    return block.links >= 0.9 * length or OPENING.match(block.text) is not None


def own_features(block: Block, told: Told) -> list[float]:
    """What a block shows by itself; 36 numbers, all 0 for an idle one."""
    if is_idle(block):
        return _NOTHING
    text = block.text
    length = extent(text)
    linked = block.links / len(text)
    ends = text.rstrip(_QUOTES)[-1:] in _TERMINAL
    stops = sentences(text) if length > 25 else int(ends)
    words = text.split()
    capital = sum(word[0].isupper() for word in words[:30]) / min(len(words), 30)
    tag = block.tag
    heading = tag in _HEADINGS
    kind = _LIKE.get(tag, tag)
    return [
        log(length),
        linked,
        min(stops, 5.0),
        float(ends),
        float(length < 25),
        float(25 <= length < 60),
        float(60 <= length < 120),
        float(length >= 240),
        float(linked > 0.3),
        float(linked > 0.8),
        float(linked == 0),
        float(length >= 60 and ends and linked < 0.4),
        capital,
        block.emphasis / len(text),
        float(length < 120 and _YEAR_OR_TIME.search(text) is not None),
        float(OPENING.match(text) is not None),
        float(text[0].islower()),
        float(text.isupper()),
        float(text[-1] == ":"),
        float(text[0] in '"“«„‘'),
        float(text == told.title),
        float(length > 20 and text[:60] == told.description[:60]),
        (1.0 if text[:80] in told.body else -1.0) if told.body else 0.0,
        float(heading),
        *(float(kind == known) for known in _TAGS),
        float(not heading and kind not in _TAGS),
    ]


def prose_mass(block: Block) -> float:
    """How much running text a block holds, in characters, by its looks alone."""
    mass = extent(block.text) - 1.5 * block.links
    if mass < 25 or (mass < 80 and not sentences(block.text)):
        return 0.0
    return mass


def weigh(nodes: Sequence[Node], blocks: Sequence[Block], masses: Sequence[float]) -> float:
    """Give every node the mass, blocks, characters and links below it. Returns the mass of the page, at least 1."""
    for node in nodes:
        node.mass = 0.0
        node.blocks = node.chars = node.links = 0
    for block, mass in zip(blocks, masses, strict=True):
        node = block.node
        node.mass += mass
        node.blocks += 1
        node.chars += len(block.text)
        node.links += block.links
    for node in reversed(nodes):
        parent = node.parent
        if parent is not None:
            parent.mass += node.mass
            parent.blocks += node.blocks
            parent.chars += node.chars
            parent.links += node.links
    return max(nodes[0].mass, 1.0)


def read_names(page: Blocks) -> None:
    """Set on every node `above` (hints of the three nearest elements) and `inherited` (of all ancestors that hold less
    than 60 % of the page's prose: what holds the article as a whole says nothing about its parts)."""
    total = weigh(page.nodes, page.blocks, [prose_mass(block) for block in page.blocks])
    for node in page.nodes:
        parent = node.parent
        node.inherited = node.hints if node.mass < 0.6 * total else 0
        node.above = node.hints
        if parent is not None:
            node.inherited |= parent.inherited
            node.above |= parent.hints
            if parent.parent is not None:
                node.above |= parent.parent.hints


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
        float(block.tag in _HEADINGS),
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
