"""An element of the tree to the paragraphs that a reader sees."""

from __future__ import annotations

from lxml.etree import _Element

from parsers.article.blocks import read_blocks


def paragraphs(element: _Element) -> list[str]:
    """Texts of the blocks under `element`, in order, without empty ones."""
    return [block.text for block in read_blocks(element).blocks]
