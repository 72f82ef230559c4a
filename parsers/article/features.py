"""What the model is told of each block by itself, and of its names. All numbers, all in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from parsers.article.blocks import Block, Blocks, Node
from parsers.article.words import HINT_BITS, LABELS, OPENING

HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
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


_WIDE = re.compile("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
"""Letters of Chinese, Japanese and Korean, one of which says as much as two or three of an alphabet."""
_LABEL = 50
_MARKS = " .:…"
_DEAD = HINT_BITS["dead"]
_NOTHING = [0.0] * 36


class Told(NamedTuple):
    """What the page tells of its article outside of the text."""

    title: str = ""
    description: str = ""
    body: str = ""
    """`articleBody` of its JSON-LD, on one line."""


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
    heading = tag in HEADINGS
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
