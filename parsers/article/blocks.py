"""A page as a row of text blocks, each with the element that holds it."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.etree import _Element

from parsers.article.hints import hints_of
from parsers.article.plain import squeeze
from parsers.article.words import BLOCK_TAGS, CONTEXT_TAGS, EMPHASIS_TAGS, SILENT_TAGS

_MAX_DEPTH = 200
"""Elements nested deeper are read as one run of text: real pages stay far above, and Python's stack ends at 1000."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Node:
    """A block element. `context` and `hints` are bit sets: what it lies in, and what its class and id hint at."""

    __slots__ = (
        "above",
        "blocks",
        "chars",
        "context",
        "hints",
        "index",
        "inherited",
        "links",
        "mass",
        "parent",
        "shape",
        "tag",
    )

    def __init__(self, tag: str, parent: Node | None, index: int, shape: str, hints: int) -> None:
        self.tag = tag
        self.parent = parent
        self.index = index
        self.shape = shape
        self.hints = hints
        self.context: int = CONTEXT_TAGS.get(tag, 0) | (parent.context if parent else 0)
        self.above: int = 0
        self.inherited: int = 0
        self.mass: float = 0.0
        self.blocks: int = 0
        self.chars: int = 0
        self.links: int = 0


class Block(NamedTuple):
    """A run of text that a reader sees as one piece. `links` and `emphasis` count its characters in such elements."""

    text: str
    links: int
    emphasis: int
    tag: str
    node: Node


class Blocks(NamedTuple):
    """The blocks of a page in its order, and all block elements, parents before children."""

    blocks: list[Block]
    nodes: list[Node]


def read_blocks(tree: _Element) -> Blocks:
    """The blocks of a page, or of any element of one."""
    body = tree.find("body")
    reader = _Reader()
    reader.walk(tree if body is None else body, None, False, False, 0)
    return Blocks(reader.blocks, reader.nodes)


class _Reader:
    """One walk over a tree. State is the text run that is being gathered."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.nodes: list[Node] = []
        self.run: list[str] = []
        self.links = 0
        self.emphasis = 0

    def walk(self, element: _Element, node: Node | None, linked: bool, strong: bool, depth: int) -> None:
        tag = element.tag
        opens = node is None or tag in BLOCK_TAGS
        if opens:
            if node is not None:
                self.flush(node)
            node = self.open(element, tag, node)
        elif tag == "a":
            linked = True
        elif tag in EMPHASIS_TAGS:
            strong = True
        assert node is not None  # noqa: S101 - for the type checker: the first element always opens a node
        if text := element.text:
            self.add(text, linked, strong)
        breaks = 0
        for child in element:
            child_tag = child.tag
            if child_tag == "br":
                breaks += 1
                if breaks > 1:
                    self.flush(node)
                else:
                    self.run.append(" ")
            elif child_tag not in SILENT_TAGS and not (child_tag in BLOCK_TAGS and _is_hidden(child)):
                if depth < _MAX_DEPTH:
                    self.walk(child, node, linked, strong, depth + 1)
                else:
                    self.add(" ".join(child.itertext()), linked, strong)
                breaks = 0
            if tail := child.tail:
                self.add(tail, linked, strong)
                if not tail.isspace():
                    breaks = child_tag == "br"
        if opens:
            self.flush(node)

    def open(self, element: _Element, tag: str, parent: Node | None) -> Node:
        names = element.get("class") or ""
        own = f"{names} {element.get('id') or ''} {element.get('itemprop') or ''}".strip()
        # The class of the body names the kind of page and every feature it has, so it hints at nothing.
        node = Node(tag, parent, len(self.nodes), f"{tag}.{names}", hints_of(own) if own and parent else 0)
        self.nodes.append(node)
        return node

    def add(self, text: str, linked: bool, strong: bool) -> None:
        self.run.append(text)
        if linked:
            self.links += len(text)
        if strong:
            self.emphasis += len(text)

    def flush(self, node: Node) -> None:
        if self.run:
            text = squeeze("".join(self.run))
            if text:
                length = len(text)
                self.blocks.append(Block(text, min(self.links, length), min(self.emphasis, length), node.tag, node))
            self.run.clear()
            self.links = self.emphasis = 0


def _is_hidden(element: _Element) -> bool:
    style = element.get("style")
    return (style is not None and _HIDDEN.search(style) is not None) or element.get("hidden") is not None
