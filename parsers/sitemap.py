"""Sitemaps (sitemaps.org, with Google's news extension) to the addresses that they list."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

from parsers.article.moments import parse_moment
from parsers.feed.links import absolute
from parsers.feed.plain_text import text_of
from parsers.records import FeedEntry, Issue

MAX_BYTES = 50_000_000
"""Of a file once unpacked, and MAX_ADDRESSES in it: https://www.sitemaps.org/protocol.html"""
MAX_ADDRESSES = 50_000
_GZIP = 16 + zlib.MAX_WBITS


class NotASitemap(Exception):  # noqa: N818 - it says what the bytes are, and callers read `except NotASitemap`
    """Bytes that give no sitemap. `issue` says why."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue)
        self.issue = issue


@dataclass(frozen=True, slots=True)
class Place:
    """Another sitemap that an index lists, and the day of its last edit."""

    url: str
    edited_on: date | None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """An index has `sitemaps`, any other sitemap has `entries`. What only `lastmod` dates has an `updated_at` alone."""

    sitemaps: tuple[Place, ...] = ()
    entries: tuple[FeedEntry, ...] = ()


def parse_sitemap(body: bytes) -> Sitemap:
    """Read a sitemap: XML or an address a line, either of them packed by gzip or not. Raises NotASitemap."""
    body = _unpacked(body).lstrip(b"\xef\xbb\xbf \t\r\n")
    if not body.startswith(b"<"):
        return Sitemap(entries=_lines(body))
    # Entities stay unresolved and nothing is fetched: a DOCTYPE can neither swell nor reach out.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    root = etree.fromstring(body, parser)
    kind = etree.QName(root).localname if root is not None else ""
    if kind not in ("urlset", "sitemapindex"):
        raise NotASitemap(Issue("not_a_sitemap", "neither a sitemap nor an index of sitemaps"))
    rows = (_fields(row) for row in list(root)[:MAX_ADDRESSES])
    if kind == "sitemapindex":
        return Sitemap(sitemaps=tuple(_places(rows)))
    return Sitemap(entries=tuple(_entries(rows)))


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(_GZIP).decompress(body, MAX_BYTES)
    except zlib.error:
        raise NotASitemap(Issue("not_a_sitemap", "a packed sitemap that cannot be unpacked")) from None


def _lines(body: bytes) -> tuple[FeedEntry, ...]:
    lines = body.decode("utf-8", "replace").splitlines()[:MAX_ADDRESSES]
    entries = tuple(_entries({"loc": line} for line in lines))
    if not entries:
        raise NotASitemap(Issue("not_a_sitemap", "neither a sitemap nor a list of addresses"))
    return entries


def _fields(row: etree._Element) -> dict[str, str]:
    """The texts within a row by the name of their element, whatever its namespace; the first of a name counts."""
    fields: dict[str, str] = {}
    for element in row.iter():
        if isinstance(element.tag, str) and element.text:
            fields.setdefault(etree.QName(element).localname, element.text)
    return fields


def _places(rows: Iterator[dict[str, str]]) -> Iterator[Place]:
    for row in rows:
        edited = parse_moment(row.get("lastmod", ""))
        if url := absolute(row.get("loc", ""), ""):
            yield Place(url, edited.day if edited else None)


def _entries(rows: Iterator[dict[str, str]]) -> Iterator[FeedEntry]:
    for row in rows:
        published, edited = parse_moment(row.get("publication_date", "")), parse_moment(row.get("lastmod", ""))
        if url := absolute(row.get("loc", ""), ""):
            yield FeedEntry(
                url=url,
                guid=None,
                title=text_of(row.get("title", "")),
                summary="",
                published_on=published.day if published else None,
                published_at=published.at if published else None,
                published_raw=row.get("publication_date"),
                updated_at=edited.at if edited else None,
                language=row.get("language"),
            )
