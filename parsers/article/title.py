"""The title of an article as its reader sees it, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from lxml.etree import _Element

from parsers.article.jsonld import Linked
from parsers.article.meta import Meta, values
from parsers.article.plain import plain

_SEPARATOR = re.compile(r"\s+(?:[-–—|·•»«:/~>‹›]|::|\|\|)\s+|\s*[|｜]\s*")
_ALIKE = 0.3
"""Dice likeness in words from which a heading is the told title, reworded: unrelated ones share `the` and `of`."""
_WORD = re.compile(r"\w+")


def find_title(tree: _Element, linked: Linked, meta: Meta, *, publisher: str, url: str) -> str:
    """The main heading where the page's own machine-readable titles bear it out, else the first of those.

    The heading is what readers see; the others are often cut, reworded for search engines or longer by the site's name.
    """
    sites = {_letters(name) for name in (publisher, *_domain_names(url)) if name}
    told = [plain(title) for title in (linked.headline, *values(meta, "title"))]
    tags = [plain("".join(element.itertext())) for element in tree.iterfind("head/title")]
    clean = [title for title in (without_site(title, sites) for title in told) if title]
    clean = clean or [title for title in (without_site(title, sites) for title in tags) if title]
    headings = [text for element in tree.iter("h1") if (text := plain("".join(element.itertext())))]
    likeness, _, heading = max(
        (
            (max(_likeness(heading, title) for title in clean), -order, heading)
            for order, heading in enumerate(headings)
            if clean and _letters(heading) not in sites
        ),
        default=(0.0, 0, ""),
    )
    if likeness >= _ALIKE:
        return without_site(heading, sites)
    return clean[0] if clean else max(headings, key=len, default="")


def _likeness(heading: str, title: str) -> float:
    """Words in common as a share of all words of both (Dice), of the title or of its part that is most alike."""
    ours = set(_WORD.findall(heading.casefold()))
    return max(_dice(ours, set(_WORD.findall(part.casefold()))) for part in (title, *_SEPARATOR.split(title)))


def _dice(ours: set[str], theirs: set[str]) -> float:
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else 0.0


def _domain_names(url: str) -> Iterable[str]:
    """The parts of an address that may be a site's name: `example.co.uk` and `example` of `www.example.co.uk`."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return [host, *(label for label in host.split(".") if len(label) > 3)]


def without_site(title: str, sites: set[str]) -> str:
    """`title` without a last or first part that is the name of the site, in letters and digits alone."""
    marks = list(_SEPARATOR.finditer(title))
    if marks and _letters(title[marks[-1].end() :]) in sites:
        return without_site(title[: marks[-1].start()], sites)
    if marks and _letters(title[: marks[0].start()]) in sites:
        return title[marks[0].end() :]
    return title


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
