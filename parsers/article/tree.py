"""Markup to one lxml tree, which metadata and text share."""

from __future__ import annotations

from lxml import etree

from parsers.article.limits import check_markup
from parsers.article.unreadable import unreadable


def build_tree(markup: str) -> etree._Element:
    """The tree of a page. Raises Unreadable for what holds no markup or would hang the parser."""
    if (refused := check_markup(markup)) is not None:
        raise unreadable(refused.code, refused.message)
    # From bytes, because lxml refuses text that begins with an XML declaration. `huge_tree` lifts the
    # depth from 256 to 2048, below which libxml2 drops the rest of the page without a word.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, collect_ids=False, remove_pis=True, remove_comments=True
    )
    try:
        tree = etree.fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError:
        tree = None
    if tree is None:
        raise unreadable("no_markup", "the page is empty or holds no markup")
    return tree
