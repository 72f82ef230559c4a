"""Sitemaps (sitemaps.org, with Google's news extension) to the addresses that they list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from parsers.article.moments import Moment, parse_moment
from parsers.feed.links import absolute
from parsers.feed.not_a_feed import NotAFeed
from parsers.feed.plain_text import text_of
from parsers.records import FeedEntry, Issue

MAX_ADDRESSES = 50_000
"""What the protocol allows a file: https://www.sitemaps.org/protocol.html"""


@dataclass(frozen=True, slots=True)
class SubMap:
    """Another sitemap that an index lists, and when that was last changed."""

    url: str
    changed: Moment | None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """An index has `maps`, any other sitemap has `entries`. What only `lastmod` dates is dated by `updated_at`."""

    maps: tuple[SubMap, ...] = ()
    entries: tuple[FeedEntry, ...] = ()


def parse_sitemap(body: bytes, url: str) -> Sitemap:
    """Read a sitemap that was fetched from `url`: XML, or text with an address a line. Raises NotAFeed."""
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return Sitemap(entries=tuple(_listed(body, url)))
    # Entities stay unresolved and nothing is fetched: a DOCTYPE can neither swell nor reach out.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    kind = "" if root is None else _name(root)
    rows = [_fields(row) for row in list(root)[:MAX_ADDRESSES]] if kind in ("urlset", "sitemapindex") else []
    if kind == "urlset":
        return Sitemap(entries=tuple(entry for row in rows if (entry := _entry(row, url))))
    if kind == "sitemapindex":
        return Sitemap(maps=tuple(_maps(rows, url)))
    raise NotAFeed(Issue("not_a_sitemap", "neither a sitemap nor an index of sitemaps"))


def _listed(body: bytes, base: str) -> Iterator[FeedEntry]:
    lines = body.decode("utf-8", "replace").splitlines()
    found = [
        entry for line in lines[:MAX_ADDRESSES] if line.startswith("http") and (entry := _entry({"loc": line}, base))
    ]
    if not found:
        raise NotAFeed(Issue("not_a_sitemap", "neither a sitemap nor a list of addresses"))
    yield from found


def _fields(row: etree._Element) -> dict[str, str]:
    """The texts within a row by the name of their element, whatever its namespace; the first of a name counts."""
    fields: dict[str, str] = {}
    for element in row.iter():
        if isinstance(element.tag, str) and element.text:
            fields.setdefault(_name(element), element.text)
    return fields


def _name(element: etree._Element) -> str:
    """The name without its namespace; etree.QName raises on a namespace that holds a brace."""
    return str(element.tag).rpartition("}")[2]


def _maps(rows: list[dict[str, str]], base: str) -> Iterator[SubMap]:
    for row in rows:
        if url := absolute(row.get("loc", ""), base):
            yield SubMap(url, parse_moment(row.get("lastmod", "")))


def _entry(row: dict[str, str], base: str) -> FeedEntry | None:
    url = absolute(row.get("loc", ""), base)
    if url is None:
        return None
    published = parse_moment(row.get("publication_date", ""))
    changed = parse_moment(row.get("lastmod", ""))
    return FeedEntry(
        url=url,
        guid=None,
        title=text_of(row.get("title", "")),
        summary="",
        published_on=published.day if published else None,
        published_at=published.at if published else None,
        published_raw=row.get("publication_date"),
        updated_at=changed.at if changed else None,
        language=row.get("language"),
    )
