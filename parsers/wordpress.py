"""Posts as WordPress's REST interface lists them, to entries.

https://developer.wordpress.org/rest-api/reference/posts/
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from parsers.feed.links import absolute
from parsers.feed.not_a_feed import NotAFeed
from parsers.feed.plain_text import text_of
from parsers.records import FeedEntry, Issue


def parse_posts(body: bytes, url: str) -> tuple[FeedEntry, ...]:
    """Read one page of posts that was fetched from `url`. Raises NotAFeed."""
    try:
        posts = json.loads(body)
    except (ValueError, RecursionError):
        raise NotAFeed(Issue("not_json", "no JSON where WordPress's posts should be")) from None
    if not isinstance(posts, list):
        raise NotAFeed(Issue("not_posts", "JSON, but no list of posts"))
    return tuple(entry for post in posts if isinstance(post, dict) and (entry := _entry(post, url)))


def _entry(post: dict[str, Any], base: str) -> FeedEntry | None:
    link = post.get("link")
    url = absolute(link, base) if isinstance(link, str) else None
    if url is None:
        return None
    raw = post.get("date")
    local = _moment(raw)
    return FeedEntry(
        url=url,
        guid=str(post["id"]) if isinstance(post.get("id"), int) else None,
        title=_rendered(post, "title"),
        summary=_rendered(post, "excerpt"),
        published_on=local.date() if local else None,
        published_at=_utc(post.get("date_gmt")),
        published_raw=raw if isinstance(raw, str) else None,
        updated_at=_utc(post.get("modified_gmt")),
        language=None,
    )


def _rendered(post: dict[str, Any], field: str) -> str:
    value = post.get(field)
    text = value.get("rendered") if isinstance(value, dict) else None
    return text_of(text) if isinstance(text, str) else ""


def _utc(value: object) -> datetime | None:
    """WordPress writes its UTC moments without a zone."""
    moment = _moment(value)
    return moment.replace(tzinfo=UTC) if moment else None


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
