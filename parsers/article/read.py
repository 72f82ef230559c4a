"""One fetched page to one Article: what is where, and which witness is heard first."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from parsers.article.dates import find_modified, find_published
from parsers.article.decode import decode
from parsers.article.general import main_text
from parsers.article.jsonld import Linked, read_jsonld
from parsers.article.limits import MAX_BYTES
from parsers.article.marks import correction_note, is_paywalled
from parsers.article.meta import Meta, read_meta, value, values
from parsers.article.plain import plain
from parsers.article.rules import Ruled, apply_rules
from parsers.article.title import find_title
from parsers.article.tree import build_tree
from parsers.article.unreadable import unreadable
from parsers.records import Article, BodyBasis, FeedEntry
from parsers.sources import Source

_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)


class Body(NamedTuple):
    """The text of the article, where it is from and what found it."""

    paragraphs: tuple[str, ...]
    basis: BodyBasis
    method: str


def parse_article(
    body: bytes, *, url: str, content_type: str | None, entry: FeedEntry | None = None, source: Source | None = None
) -> Article:
    """The article in a page as it was fetched. `entry` is what the feed said of it, `source` brings its own rules.

    Reads at most MAX_BYTES. Raises Unreadable where there is no text to be had; nothing else.
    Dates are not held against a clock: what lies ahead is for the caller to refuse.
    """
    markup = decode(body[:MAX_BYTES], content_type)
    tree = build_tree(markup)
    meta, linked = read_meta(tree), read_jsonld(tree, url)
    ruled = apply_rules(markup, source.article) if source else Ruled()
    found = _find_body(tree, ruled, source, entry)
    publisher = linked.publisher or value(meta, "publisher") or (source.name if source else "")
    published = find_published(tree, linked, meta, url, entry)
    return Article(
        url=url,
        title=ruled.title or find_title(tree, linked, meta, publisher) or (entry.title if entry else ""),
        text="\n\n".join(found.paragraphs),
        canonical_url=_canonical(tree, meta, linked, url),
        byline=plain(ruled.byline or linked.byline or value(meta, "byline")) or None,
        section=plain(linked.section or value(meta, "section")) or None,
        language=_language(tree, meta, linked, entry, source),
        published_on=published.on,
        published_at=published.at,
        published_date_basis=published.basis,
        modified_at=find_modified(linked, meta),
        publisher=plain(publisher) or None,
        tags=_tags(linked, meta),
        paywalled=is_paywalled(linked, meta, found.paragraphs),
        correction_note=correction_note(found.paragraphs),
        body_basis=found.basis,
        method=found.method,
    )


def _find_body(tree: HtmlElement, ruled: Ruled, source: Source | None, entry: FeedEntry | None) -> Body:
    """By the source's rules, else in general; the feed's summary where the page has less to say than that."""
    if ruled.paragraphs and source:
        found = Body(ruled.paragraphs, "page", f"source:{source.slug}")
    else:
        found = Body(tuple(main_text(tree)), "page", "general")
    summary = plain(entry.summary) if entry else ""
    if len(summary) > sum(map(len, found.paragraphs)):
        return Body((summary,), "feed", "feed")
    if not found.paragraphs:
        raise unreadable("no_article_text", "the page holds no article text, and the feed gave none")
    return found


def _canonical(tree: HtmlElement, meta: Meta, linked: Linked, url: str) -> str | None:
    """The address that the page gives as its own, if it lies on the same site: others are mistakes or syndication."""
    links = [
        link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for candidate in (*links, *values(meta, "url"), linked.url):
        try:
            address = urljoin(url, candidate.strip())
            same_site = urlsplit(address).hostname and _site(address) == _site(url)
        except ValueError:
            continue
        if candidate.strip() and same_site and urlsplit(address).scheme in ("http", "https"):
            return str(address)
    return None


def _site(address: str) -> str:
    return ".".join((urlsplit(address).hostname or "").rsplit(".", 2)[-2:])


def _language(
    tree: HtmlElement, meta: Meta, linked: Linked, entry: FeedEntry | None, source: Source | None
) -> str | None:
    """The page's own word, then the feed's, then the source's; the primary tag in lower case (`en`)."""
    root = tree.getroottree().getroot()
    told: tuple[str | None, ...] = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        *values(meta, "language"),
        linked.language,
        entry.language if entry else None,
        source.language if source else None,
    )
    return next((found[0].lower() for tag in told if tag and (found := _LANGUAGE.match(tag.strip()))), None)


def _tags(linked: Linked, meta: Meta) -> tuple[str, ...]:
    told = linked.tags or tuple(word for content in values(meta, "tags") for word in content.split(","))
    return tuple(dict.fromkeys(tag for word in told if (tag := plain(word))))
