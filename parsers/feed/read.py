"""A whole feed: cleaned, parsed by feedparser, and its entries made into records."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import feedparser

from parsers.feed.clean import clean
from parsers.feed.entries import Raw, entry_of, language_of
from parsers.feed.links import absolute
from parsers.feed.not_a_feed import NotAFeed
from parsers.feed.plain_text import text_of
from parsers.records import Feed, FeedEntry, Issue

MAX_ENTRIES = 5_000
_HTML = re.compile(r"<(?:html|head|body|title|meta|script|div)\b", re.IGNORECASE)
PAGING = ("next", "prev-archive")
"""Link relations to older entries: RFC 5005 sections 3 and 4."""


def parse_feed(body: bytes, *, url: str, content_type: str | None) -> Feed:
    """Read a feed that was fetched from `url`.

    Entries without an address are left out and named in `issues`. Raises NotAFeed, and nothing else.
    """
    text = clean(body, content_type)
    parsed = _parsed(text)
    raw_feed = parsed.get("feed") or {}
    # Plain dicts: feedparser's own answer for a date that is missing with another one.
    raw_entries = [dict(entry) for entry in parsed.get("entries") or () if isinstance(entry, dict)]
    if not raw_entries and not parsed.get("version"):
        raise NotAFeed(_why_not(text))
    entries, issues = _entries(raw_entries[:MAX_ENTRIES], url)
    if len(raw_entries) > MAX_ENTRIES:
        issues.append(Issue("too_many_entries", f"{len(raw_entries)} entries; the first {MAX_ENTRIES} are read"))
    if parsed.get("bozo"):
        issues.append(Issue("not_well_formed", "the feed is not well-formed XML; entries may be missing"))
    return Feed(
        url=url,
        title=text_of(title) if isinstance(title := raw_feed.get("title"), str) else "",
        language=language_of(raw_feed),
        entries=entries,
        next_url=_next_url(raw_feed, url),
        issues=tuple(issues),
    )


def _parsed(text: str) -> dict[str, Any]:
    # Without the feed's address, which would have it resolve `www.example.org/a` as a file of ours.
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        parsed: dict[str, Any] = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers=headers,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:
        # feedparser lets errors of a dozen kinds through on hostile markup; each is the feed's fault.
        words = f"the feed parser gave up on this feed ({type(error).__name__})"
        raise NotAFeed(Issue("unreadable", words)) from error
    return parsed


def _entries(raw_entries: Iterable[Raw], url: str) -> tuple[tuple[FeedEntry, ...], list[Issue]]:
    """Each address once, as its first entry has it; a GUID that several addresses share identifies none of them."""
    read = [entry_of(raw, url) for raw in raw_entries]
    issues = []
    if left_out := read.count(None):
        issues.append(Issue("entry_without_link", f"entries without an address that can be fetched: {left_out}"))
    by_url: dict[str, FeedEntry] = {}
    for entry in read:
        if entry is not None:
            by_url.setdefault(entry.url, entry)
    times = Counter(entry.guid for entry in by_url.values())
    shared = {guid for guid, count in times.items() if guid is not None and count > 1}
    if shared:
        issues.append(Issue("guid_repeats", f"GUIDs that several entries share: {len(shared)}"))
    entries = (replace(entry, guid=None) if entry.guid in shared else entry for entry in by_url.values())
    return tuple(entries), issues


def _next_url(raw_feed: Raw, url: str) -> str | None:
    links = [link for link in raw_feed.get("links") or () if isinstance(link, dict)]
    for rel in PAGING:
        for link in links:
            if link.get("rel") == rel and isinstance(link.get("href"), str):
                return absolute(link["href"], url)
    return None


def _why_not(text: str) -> Issue:
    if _HTML.search(text, 0, 2_000):
        return Issue("html", "an HTML page where a feed should be")
    return Issue("not_a_feed", "neither RSS nor Atom nor RDF")
