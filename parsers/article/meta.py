"""The meta tags of a page, in one pass."""

from __future__ import annotations

from lxml.etree import _Element

from parsers.article.words import META_NAMES

Meta = dict[str, list[str]]
"""Contents by lower-case name, in the order of the page."""

_NAMED_BY = ("property", "name", "itemprop", "http-equiv")


def read_meta(tree: _Element) -> Meta:
    """All meta tags that say something, wherever in the page they stand."""
    found: Meta = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        if not content:
            continue
        for attribute in _NAMED_BY:
            for name in (element.get(attribute) or "").lower().split():
                found.setdefault(name, []).append(content)
    return found


def values(meta: Meta, field: str) -> list[str]:
    """What the tags that words.toml lists for `field` say, best name first."""
    return [content for name in META_NAMES[field] for content in meta.get(name, ())]


def value(meta: Meta, field: str) -> str:
    """The first of `values`, or an empty string."""
    return next(iter(values(meta, field)), "")
