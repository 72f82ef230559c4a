"""What language a page is in: by its own word, else the feed's, else the source's, else by its text."""

from __future__ import annotations

import re

from lxml.etree import _Element

from parsers.article.jsonld import Linked
from parsers.article.meta import Meta, values
from parsers.records import FeedEntry
from parsers.sources import Source

_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2})?(?=$|[-_,;\s])", re.IGNORECASE)
_ENOUGH = 200
"""Characters from which a guess by letters is worth something."""


def language_tag(
    tree: _Element, meta: Meta, linked: Linked, entry: FeedEntry | None, source: Source | None
) -> str | None:
    """The language as told, as `en` or `en-gb`; None where nobody tells."""
    told: tuple[str | None, ...] = (
        tree.get("lang"),
        tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        *values(meta, "language"),
        linked.language,
        entry.language if entry else None,
        source.language if source else None,
    )
    tags = (_TAG.match(tag.strip()) for tag in told if tag)
    return next((found[0].lower().replace("_", "-") for found in tags if found), None)


def guess_language(text: str) -> str | None:
    """The language of a text by its letters, as `en`; None for a short one."""
    if len(text) < _ENOUGH:
        return None
    # Here, because it loads numpy and a model of 90 languages, which nine pages of ten do not need.
    from py3langid import classify

    return str(classify(text[:1000])[0])
