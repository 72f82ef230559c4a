"""When a page was published and last changed, and by what that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

import pytz
from lxml.etree import _Element

from parsers.article.blocks import Block
from parsers.article.jsonld import Linked
from parsers.article.meta import Meta, values
from parsers.article.moments import Moment, parse_moment
from parsers.article.words import HINT_BITS, UPDATED
from parsers.article.written_dates import first_written_date
from parsers.records import DateBasis, FeedEntry

_URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})([/_-]?)(\d{2})\2(\d{2})(?!\d)|/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?=/)"
)
_URL_WORDED = re.compile(r"/((?:19|20)\d{2})/([a-z]{3})/(\d{1,2})/")
_SCRIPTED = re.compile(
    r'"(?:date_?published|published_?(?:at|date)|publish_?date|publication_?date|pub_?date)"\s*:\s*"([^"]{8,40})"',
    re.IGNORECASE,
)
_SHORT = 160
"""Characters: a dateline stands in a short block, or at the head of a longer one."""
_BEFORE, _BEHIND = 6, 12
"""Blocks before and behind the title in which its date is looked for."""


class Published(NamedTuple):
    """Day in the outlet's zone, moment in UTC, and basis; all empty where nothing tells."""

    on: date | None = None
    at: datetime | None = None
    basis: DateBasis = "unknown"


class Witnesses(NamedTuple):
    """All that may tell when a page was published. `written` is what a source's own rule found."""

    tree: _Element
    blocks: Sequence[Block]
    title: str
    linked: Linked
    meta: Meta
    url: str
    language: str | None
    written: str = ""
    zone: str | None = None
    entry: FeedEntry | None = None


def find_published(page: Witnesses) -> Published:
    """By the source's rule, JSON-LD, meta tags, microdata, the feed, the address, a dateline at the title or a `time`
    element, whichever tells first. Of a moment in UTC the day is that of the outlet (see `_outlet_day`)."""
    for raw, basis in _machine_written(page):
        if moment := parse_moment(raw):
            return Published(_outlet_day(moment, page), moment.at, basis)
        if day := first_written_date(raw, page.language):
            return Published(day, None, basis)
    if page.entry is not None and page.entry.published_on is not None:
        return Published(page.entry.published_on, page.entry.published_at, "feed")
    if day := url_day(page.url):
        return Published(day, None, "url")
    if day := _dateline(page):
        return Published(day, None, "text")
    if moment := _in_scripts(page.tree) or _time_element(page.tree):
        return Published(_outlet_day(moment, page), moment.at, "text")
    return Published()


def find_modified(linked: Linked, meta: Meta) -> datetime | None:
    """The moment of the last change in UTC, where the page tells its time."""
    told = (linked.modified, *values(meta, "modified"))
    return next((moment.at for raw in told if (moment := parse_moment(raw))), None)


def url_day(url: str) -> date | None:
    """The day in an address such as `/2023/01/04/title`, `/2023-01-04-title` or `/2023/jan/04/title`."""
    if found := _URL_DATE.search(url):
        parts = [part for part in found.groups() if part and part.isdigit()]
        moment = parse_moment("-".join(parts))
        return moment.day if moment else None
    if found := _URL_WORDED.search(url):
        return first_written_date(f"{found[3]} {found[2]} {found[1]}", "en")
    return None


def _machine_written(page: Witnesses) -> Iterator[tuple[str, DateBasis]]:
    yield page.written, "text"
    yield page.linked.published, "jsonld"
    for raw in values(page.meta, "published"):
        yield raw, "meta"
    for element in page.tree.iterfind(".//*[@itemprop='datePublished']"):
        yield element.get("datetime") or element.get("content") or "", "meta"
    for element in page.tree.iterfind(".//time[@pubdate]"):
        yield element.get("datetime") or "", "meta"


def _outlet_day(moment: Moment, page: Witnesses) -> date:
    """The day of a moment in the outlet's zone: the zone that it was written in, else that of the source.

    A moment written in UTC tells nothing of the outlet's own day; an address or a dateline does that is one day off and
    can be right somewhere on earth.
    """
    if moment.at is None or not moment.utc:
        return moment.day
    if page.zone:
        return moment.at.astimezone(pytz.timezone(page.zone)).date()
    possible = {(moment.at + timedelta(hours=hours)).date() for hours in (-11, 13)}
    witness = url_day(page.url) or _dateline(page)
    return witness if witness in possible and witness is not None else moment.day


def _dateline(page: Witnesses) -> date | None:
    """The date written nearest behind the title, else just before it, else in any short line of a dateline's class.

    What says that the page was updated counts where nothing else does.
    """
    at = title_place(page.blocks, page.title)
    near = (*page.blocks[at : at + _BEHIND], *reversed(page.blocks[max(0, at - _BEFORE) : at]))
    marked = (block for block in page.blocks if block.node.above & HINT_BITS["byline"] and len(block.text) <= _SHORT)
    updated = None
    for block in (*near, *marked):
        head = block.text[:_SHORT]
        if any(map(str.isdigit, head)) and (day := first_written_date(head, page.language)):
            if not UPDATED.match(head):
                return day
            updated = updated or day
    return updated


def _in_scripts(tree: _Element) -> Moment | None:
    """What the page's scripts call its date of publication, in JSON-LD that is broken or in the state of a web app."""
    told = (found[1] for script in tree.iter("script") for found in _SCRIPTED.finditer(script.text or ""))
    return next((moment for raw in told if (moment := parse_moment(raw))), None)


def _time_element(tree: _Element) -> Moment | None:
    """The first `time` behind the heading, else the first of all."""
    first, headed = None, False
    for element in tree.iter("h1", "time"):
        if element.tag == "h1":
            headed = True
        elif moment := parse_moment(element.get("datetime") or ""):
            if headed:
                return moment
            first = first or moment
    return first


def title_place(blocks: Sequence[Block], title: str) -> int:
    """Index of the block that is the title, else of the first that begins with it, else of the first h1, else 0."""
    known = title.casefold()
    exact = (at for at, block in enumerate(blocks) if known and block.text.casefold() == known)
    begun = (at for at, block in enumerate(blocks) if known and block.text.casefold().startswith(known))
    headings = (at for at, block in enumerate(blocks) if block.tag == "h1")
    return next(exact, next(begun, next(headings, 0)))
