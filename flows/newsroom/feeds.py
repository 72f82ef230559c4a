"""An outlet's feed: RSS 2.0 or Atom, in numbered pages that name the next one (RFC 5005, section 3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from xml.etree import ElementTree as ET

from flows.newsroom.pages import Outlet, Page

_ATOM = "http://www.w3.org/2005/Atom"
_DC = "http://purl.org/dc/elements/1.1/"
ET.register_namespace("atom", _ATOM)
ET.register_namespace("dc", _DC)

CONTENT_TYPES = {"rss": "application/rss+xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8"}


def rss(outlet: Outlet, base: str, pages: Sequence[Page], next_url: str | None) -> bytes:
    """RSS 2.0 with HTML in the descriptions, as news systems write it."""
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _text(channel, "title", outlet.name)
    _text(channel, "link", base + "/")
    _text(channel, "description", outlet.tagline)
    _text(channel, "language", outlet.language)
    _text(channel, "lastBuildDate", format_datetime(last_change(pages), usegmt=True))
    if next_url:
        ET.SubElement(channel, f"{{{_ATOM}}}link", rel="next", href=next_url)
    for page in pages:
        item = ET.SubElement(channel, "item")
        _text(item, "title", page.title)
        _text(item, "link", base + page.path)
        _text(item, "guid", f"{outlet.slug}:{page.slug}").set("isPermaLink", "false")
        _text(item, "pubDate", format_datetime(page.published))
        _text(item, "description", f"<p>{escape(page.summary, quote=False)}</p>")
        if page.byline:
            _text(item, f"{{{_DC}}}creator", page.byline)
        for tag in page.tags:
            _text(item, "category", tag)
    return _document(root)


def atom(outlet: Outlet, base: str, pages: Sequence[Page], next_url: str | None) -> bytes:
    """Atom (RFC 4287); an edited page keeps its id and bears a later `updated`."""
    root = ET.Element(f"{{{_ATOM}}}feed")
    _text(root, f"{{{_ATOM}}}id", f"tag:{outlet.slug},2023:feed")
    _text(root, f"{{{_ATOM}}}title", outlet.name)
    _text(root, f"{{{_ATOM}}}updated", last_change(pages).isoformat())
    ET.SubElement(root, f"{{{_ATOM}}}link", rel="self", href=base + outlet.feed)
    if next_url:
        ET.SubElement(root, f"{{{_ATOM}}}link", rel="next", href=next_url)
    for page in pages:
        entry = ET.SubElement(root, f"{{{_ATOM}}}entry")
        _text(entry, f"{{{_ATOM}}}id", f"tag:{outlet.slug},2023:{page.slug}")
        _text(entry, f"{{{_ATOM}}}title", page.title)
        ET.SubElement(entry, f"{{{_ATOM}}}link", rel="alternate", href=base + page.path)
        _text(entry, f"{{{_ATOM}}}published", page.published.isoformat())
        _text(entry, f"{{{_ATOM}}}updated", page.modified.isoformat())
        _text(entry, f"{{{_ATOM}}}summary", page.summary)
    return _document(root)


WRITERS = {"rss": rss, "atom": atom}


def last_change(pages: Sequence[Page]) -> datetime:
    """When the newest of the pages was published or edited, in UTC and whole seconds, as HTTP and RSS write it."""
    return max(page.modified for page in pages).astimezone(UTC).replace(microsecond=0)


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = text
    return child


def _document(root: ET.Element) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}'.encode()
