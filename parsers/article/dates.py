"""When a page was published and last changed, and by what that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from lxml.html import HtmlElement

from parsers.article.jsonld import Linked
from parsers.article.meta import Meta, values
from parsers.article.moments import Moment, parse_moment
from parsers.records import DateBasis, FeedEntry

_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})[/_-]?(\d{1,2})[/_-]?(\d{1,2})(?!\d)")


class Published(NamedTuple):
    """Day in the outlet's zone, moment in UTC, and basis; all empty where nothing tells."""

    on: date | None = None
    at: datetime | None = None
    basis: DateBasis = "unknown"


def find_published(tree: HtmlElement, linked: Linked, meta: Meta, url: str, entry: FeedEntry | None) -> Published:
    """The publication date by the best witness: JSON-LD, meta tags, the feed, the address, then `time` elements."""
    for raw, basis in _written(linked, meta):
        if moment := parse_moment(raw):
            return Published(moment.day, moment.at, basis)
    if entry is not None and entry.published_on is not None:
        return Published(entry.published_on, entry.published_at, "feed")
    if (found := _URL_DATE.search(url)) and (moment := parse_moment("-".join(found.groups()))):
        return Published(moment.day, None, "url")
    if moment := _first_moment(element.get("datetime") or "" for element in tree.iter("time")):
        return Published(moment.day, moment.at, "text")
    return Published()


def find_modified(linked: Linked, meta: Meta) -> datetime | None:
    """The moment of the last change in UTC, where the page tells its time."""
    moment = _first_moment((linked.modified, *values(meta, "modified")))
    return moment.at if moment else None


def _written(linked: Linked, meta: Meta) -> list[tuple[str, DateBasis]]:
    return [(linked.published, "jsonld"), *((raw, "meta") for raw in values(meta, "published"))]


def _first_moment(raws: Iterable[str]) -> Moment | None:
    return next((moment for raw in raws if (moment := parse_moment(raw))), None)
