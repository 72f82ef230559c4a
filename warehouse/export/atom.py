"""Atom (RFC 4287): announcements as a feed that any reader subscribes to."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from warehouse.export.resources import Resource

NAMESPACE = "http://www.w3.org/2005/Atom"
LATEST = 200
"""Entries of a feed: more belong into a table."""

_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))


def write_atom(resource: Resource, folder: Path) -> Path:
    """The latest announcements as `announcements.atom`; an entry's id is a URN of the announcement's own id."""
    rows = sorted(resource.table.to_pylist(), key=lambda row: (_moment(row), row["id"]), reverse=True)[:LATEST]
    register_namespace("", NAMESPACE)
    feed = Element(f"{{{NAMESPACE}}}feed")
    _add(feed, "id", "urn:aidwire:announcements")
    _add(feed, "title", "Announcements of foreign aid")
    _add(feed, "updated", (_moment(rows[0]) if rows else datetime(1970, 1, 1, tzinfo=UTC)).isoformat())
    _add(_add(feed, "author"), "name", "Aidwire")
    for row in rows:
        _entry(feed, row)
    path = folder / f"{resource.name}.atom"
    indent(feed)
    path.write_bytes(tostring(feed, xml_declaration=True, encoding="UTF-8"))
    return path


def _entry(feed: Element, row: dict[str, Any]) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", f"urn:aidwire:announcement:{row['id']}")
    _add(entry, "title", f"{row['donors'] or 'A donor'} to {row['recipients'] or 'a recipient'}: {_given(row)}")
    _add(entry, "updated", _moment(row).isoformat())
    if row["link"]:
        _add(entry, "link").set("href", row["link"])
    _add(entry, "category").set("term", row["stage"])
    _add(entry, "summary", row["quote"] or _given(row))


def _given(row: dict[str, Any]) -> str:
    return ", ".join(part for part in (row["what"], row["sum"]) if part) or "aid"


def _moment(row: dict[str, Any]) -> datetime:
    """Midnight of the day that the announcement bears: Atom wants a moment, and a feed must not make one up."""
    day: date = row["announced_on"] or row["first_reported_on"] or date(1970, 1, 1)
    return datetime.combine(day, time(), UTC)


def _add(parent: Element, name: str, text: str | None = None) -> Element:
    child = SubElement(parent, f"{{{NAMESPACE}}}{name}")
    child.text = text.translate(_NOT_XML) if text else None
    return child
