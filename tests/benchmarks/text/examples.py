"""Pages of the corpus as the trainer needs them: features of each block, and whether it is text of the article."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

import numpy as np
from lxml.etree import _Element
from numpy.typing import NDArray

from parsers.article.blocks import Block, Blocks, read_blocks
from parsers.article.decode import decode
from parsers.article.features import Told, is_idle, own_features, read_names
from parsers.article.jsonld import read_jsonld
from parsers.article.meta import read_meta, value
from parsers.article.plain import lines_without_tags, plain
from parsers.article.title import find_title
from parsers.article.tree import build_tree
from parsers.article.words import CONTEXT_TAGS, HINT_GROUPS
from tests.benchmarks.text.corpus import Sample

CONTEXTS = max(CONTEXT_TAGS.values()).bit_length()
HINTS = len(HINT_GROUPS)
_SAME = 0.6
"""Share of a block's words that must stand in the true text, in order, for the block to be text."""
_UNNAMED = 0.5
"""Weight of a page without its names beside the page as it is."""


class Example(NamedTuple):
    """One page, or (not `whole`) one page whose names and HTML5 elements were taken away."""

    sample: Sample
    whole: bool
    markup: str
    page: Blocks
    told: Told
    own: NDArray[np.float64]
    names: NDArray[np.float64]
    """Bits of context, of near names and of inherited names."""
    idle: NDArray[np.bool_]
    truth: NDArray[np.bool_]
    weights: NDArray[np.float64]


def examples_of(sample: Sample) -> Iterator[Example]:
    """The page as it is, then without its names: sites not seen before name things in ways not seen before."""
    yield _example(sample, build_tree(decode(sample.body, None)), whole=True)
    yield _example(sample, _without_names(build_tree(decode(sample.body, None))), whole=False)


def _example(sample: Sample, tree: _Element, *, whole: bool) -> Example:
    meta, linked = read_meta(tree), read_jsonld(tree, sample.url)
    page = read_blocks(tree)
    publisher = linked.publisher or value(meta, "publisher")
    title = find_title(tree, page.blocks, linked, meta, publisher=publisher, url=sample.url)
    told = Told(title, plain(value(meta, "description")), " ".join(lines_without_tags(linked.body)) if whole else "")
    read_names(page)
    truth = _truth(page.blocks, sample.text)
    lengths = np.array([len(block.text) for block in page.blocks])
    return Example(
        sample,
        whole,
        decode(sample.body, None),
        page,
        told,
        np.array([own_features(block, told) for block in page.blocks]),
        np.array([_bits(block) for block in page.blocks], dtype=float),
        np.array([is_idle(block) for block in page.blocks]),
        truth,
        # By the root of the length, and pages of many short blocks no heavier than pages of few long ones.
        (1.0 if whole else _UNNAMED) * np.sqrt(lengths + 10) / np.sqrt(lengths[truth].sum() + 300),
    )


def _without_names(tree: _Element) -> _Element:
    for element in tree.iter("*"):
        for name in ("class", "id", "itemprop"):
            element.attrib.pop(name, None)
        if element.tag in ("article", "main", "section", "aside", "header", "footer", "figure"):
            element.tag = "div"
    return tree


def _bits(block: Block) -> list[int]:
    node = block.node
    widths = ((node.context, CONTEXTS), (node.above, HINTS), (node.inherited, HINTS))
    return [bits >> place & 1 for bits, width in widths for place in range(width)]


def _truth(blocks: list[Block], text: str) -> NDArray[np.bool_]:
    words = [(word, at) for at, block in enumerate(blocks) for word in _words(block.text)]
    common = np.zeros(len(blocks))
    matcher = SequenceMatcher(None, _words(text), [word for word, _ in words], autojunk=False)
    for run in matcher.get_matching_blocks():
        for _, at in words[run.b : run.b + run.size]:
            common[at] += 1
    counts = np.array([max(1, len(_words(block.text))) for block in blocks])
    return common / counts > _SAME


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in text).split()
