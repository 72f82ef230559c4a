"""The title of an article as its reader sees it, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from lxml.etree import _Element

from parsers.article.blocks import Block
from parsers.article.jsonld import Linked
from parsers.article.meta import Meta, values
from parsers.article.plain import plain
from parsers.article.written_dates import first_written_date

_SEPARATOR = re.compile(r"\s+(?:[-–—|·•»«:/~>‹›]|::|\|\|)\s+|\s*[|｜]\s*")
_ALIKE = 0.3
"""Dice likeness in words from which a heading is the told title, reworded: unrelated ones share `the` and `of`."""
_PARAGRAPH = 150
"""Characters beyond which a line is no title."""
_LABEL = 20
"""Characters up to which it is one of a rubric."""
_HEADINGS = frozenset(["h1", "h2", "h3", "h4"])
_WORD = re.compile(r"\w+")


def find_title(tree: _Element, blocks: Sequence[Block], linked: Linked, meta: Meta, *, publisher: str, url: str) -> str:
    """The main heading where the page's own machine-readable titles bear it out, else the first of those.

    The heading is what readers see; the others are often cut, reworded for search engines or longer by the site's name.
    A page whose title tag alone speaks, and names the site's section only, has its title in bold above the text.
    """
    sites = {_letters(name) for name in (publisher, *_domain_names(url)) if name}
    told = [plain(title) for title in (linked.headline, *values(meta, "title"))]
    tags = [plain("".join(element.itertext())) for element in tree.iterfind("head/title")]
    clean = [title for title in (without_site(title, sites) for title in told) if title]
    by_tag = not clean
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
    if by_tag and clean:
        bold = [block.text for block in blocks if _is_bold(block)]
        if not any(_likeness(line, clean[0]) > _ALIKE for line in bold):
            return _bold_line(blocks) or clean[0]
    return clean[0] if clean else max(headings, key=len, default="")


def _bold_line(blocks: Sequence[Block]) -> str:
    """The last heading or bold line before the first long paragraph, datelines aside."""
    lines: list[str] = []
    for block in blocks:
        if len(block.text) > _PARAGRAPH and not block.links:
            break
        if len(block.text) > _LABEL and _is_bold(block) and first_written_date(block.text, None) is None:
            lines.append(block.text)
    return lines[-1] if lines else ""


def _is_bold(block: Block) -> bool:
    length = len(block.text)
    return length <= _PARAGRAPH and (block.tag in _HEADINGS or block.emphasis > 0.9 * length)


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
