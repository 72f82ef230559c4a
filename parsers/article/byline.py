"""Who wrote an article, as a line of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from parsers.article.blocks import Block
from parsers.article.jsonld import Linked
from parsers.article.meta import Meta, values
from parsers.article.plain import plain
from parsers.article.words import BY, HINT_BITS

_LONGEST = 120
"""Characters beyond which a line names more than its authors."""


def find_byline(tree: _Element, blocks: Sequence[Block], linked: Linked, meta: Meta) -> str | None:
    """JSON-LD, meta tags, elements marked as author, then a line of a byline's class that begins with `By`."""
    for told in _told(tree, blocks, linked, meta):
        name = BY.sub("", plain(told)).strip(" ,;|-–—")
        if name and len(name) <= _LONGEST and "://" not in name:
            return name
    return None


def _told(tree: _Element, blocks: Sequence[Block], linked: Linked, meta: Meta) -> Iterator[str]:
    yield linked.byline
    yield from values(meta, "byline")
    for path in (".//*[@rel='author']", ".//*[@itemprop='author']"):
        yield from ("".join(element.itertext()) for element in tree.iterfind(path))
    for block in blocks:
        if block.node.above & HINT_BITS["byline"] and len(block.text) <= _LONGEST and BY.match(block.text):
            yield block.text
