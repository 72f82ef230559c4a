"""One entry of a feed, from what feedparser made of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parsers.article.moments import Moment, parse_moment
from parsers.feed.links import absolute
from parsers.feed.plain_text import text_of
from parsers.records import FeedEntry

MAX_GUID = 500
MAX_TITLE = 1_000
MAX_DATE = 100
MAX_LANGUAGE = 35
"""BCP 47 section 4.4.1: longer tags than this are never needed."""

Raw = Mapping[str, Any]


def entry_of(raw: Raw, base: str) -> FeedEntry | None:
    """The entry, or None where it has no address that could be fetched."""
    url = _address(raw, base)
    if url is None:
        return None
    updated = _moment(raw, "updated")
    # RDF has dc:date alone and many Atom feeds `updated` alone; both are the day on which the entry came out.
    published_raw = _text(raw, "published") or _text(raw, "updated")
    published = _moment(raw, "published") or updated
    return FeedEntry(
        url=url,
        guid=(_text(raw, "id") or "").strip()[:MAX_GUID] or None,
        title=text_of(_text(raw, "title") or "")[:MAX_TITLE],
        summary=_summary(raw),
        published_on=published.day if published else None,
        published_at=published.at if published else None,
        published_raw=published_raw[:MAX_DATE] if published_raw else None,
        updated_at=updated.at if updated else None,
        language=language_of(raw),
    )


def language_of(raw: Raw) -> str | None:
    """The language tag of a feed or an entry, where it is one."""
    details = raw.get("title_detail")
    named = _text(raw, "language") or (_text(details, "language") if isinstance(details, Mapping) else None)
    if not named or len(named) > MAX_LANGUAGE or not named.replace("-", "").replace("_", "").isalnum():
        return None
    return named.replace("_", "-").lower()


def _address(raw: Raw, base: str) -> str | None:
    """The entry's own page: its link, else the alternate among its links, else a GUID that is an address."""
    candidates = [_text(raw, "link")]
    candidates += [
        _text(link, "href")
        for link in raw.get("links") or ()
        if isinstance(link, Mapping) and link.get("rel", "alternate") == "alternate"
    ]
    guid = _text(raw, "id") or ""
    if guid.startswith(("http://", "https://")):
        candidates.append(guid)
    return next((url for link in candidates if link and (url := absolute(link, base))), None)


def _moment(raw: Raw, field: str) -> Moment | None:
    """The date as it is written. feedparser's own reading makes the 2nd of March of 2023-02-30: it is not used."""
    return parse_moment((_text(raw, field) or "")[:MAX_DATE])


def _summary(raw: Raw) -> str:
    """The longest of what the feed gives of the text: some put a teaser into one element and all into another."""
    contents = raw.get("content") or ()
    written = [raw.get("summary"), *(content.get("value") for content in contents if isinstance(content, Mapping))]
    return max((text_of(text) for text in written if isinstance(text, str)), key=len, default="")


def _text(raw: Raw, field: str) -> str | None:
    """A field that is text: hostile markup can make feedparser hold other things under any name."""
    value = raw.get(field)
    return value if isinstance(value, str) else None
