"""The title of an article, without the name of the site."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from parsers.article.jsonld import Linked
from parsers.article.meta import Meta, value
from parsers.article.plain import plain

_SEPARATOR = re.compile(r"\s+(?:[|\-–—·•»«:/~]|::|\|\|)\s+|\s*\|\s*")


def find_title(tree: HtmlElement, linked: Linked, meta: Meta, publisher: str) -> str:
    """The first of headline, og:title, the heading and the title tag that says anything."""
    heading = next((text for h1 in tree.iter("h1") if len(text := plain(h1.text_content())) > 10), "")
    tag = next((plain(title.text_content()) for title in tree.iter("title")), "")
    for candidate in (linked.headline, value(meta, "title"), heading, tag):
        if candidate.strip():
            return without_site(plain(candidate), publisher)
    return ""


def without_site(title: str, publisher: str) -> str:
    """`title` without a last or first part that is the publisher's name."""
    parts = _SEPARATOR.split(title)
    if len(parts) > 1 and publisher:
        name = _letters(publisher)
        if _letters(parts[-1]) == name:
            return title[: title.rindex(parts[-1])].rstrip(" |-–—·•»«:/~")
        if _letters(parts[0]) == name:
            return title[len(parts[0]) :].lstrip(" |-–—·•»«:/~")
    return title


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
