"""The part of WordPress's REST interface by which an archive is read: `/wp-json/wp/v2/posts`.

https://developer.wordpress.org/rest-api/reference/posts/ : `after` and `before` are moments, `per_page` is 1 to 100,
a page beyond the last answers 400, and two headers tell the totals.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape

from flows.newsroom.pages import Page
from flows.newsroom.reply import Reply

PATH = "/wp-json/wp/v2/posts"
_JSON = "application/json; charset=UTF-8"


def posts(base: str, pages: Sequence[Page], query: Mapping[str, str]) -> Reply:
    """One page of the posts within the span that the query asks for, newest first."""
    try:
        after = _moment(query.get("after", "0001-01-01T00:00:00"))
        before = _moment(query.get("before", "9999-12-31T23:59:59"))
        per_page, number = int(query.get("per_page", "10")), int(query.get("page", "1"))
    except ValueError:
        return _refusal("rest_invalid_param", "Invalid parameter(s)")
    if not 1 <= per_page <= 100 or number < 1:
        return _refusal("rest_invalid_param", "Invalid parameter(s): per_page, page")
    found = [page for page in pages if after < page.published.astimezone(UTC) < before]
    total_pages = -(-len(found) // per_page)
    if number > max(total_pages, 1):
        return _refusal("rest_post_invalid_page_number", "The page number requested is larger than the number of pages")
    shown = found[(number - 1) * per_page : number * per_page]
    body = json.dumps([_post(base, page) for page in shown], ensure_ascii=False).encode()
    return Reply(200, body, _JSON, headers={"X-WP-Total": str(len(found)), "X-WP-TotalPages": str(total_pages)})


def _moment(value: str) -> datetime:
    """Without a zone it is the site's own time, and the Courier's winter is UTC."""
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _post(base: str, page: Page) -> dict[str, object]:
    return {
        "id": zlib.crc32(page.slug.encode()),
        "date": _plain(page.published),
        "date_gmt": _plain(page.published.astimezone(UTC)),
        "modified": _plain(page.modified),
        "modified_gmt": _plain(page.modified.astimezone(UTC)),
        "slug": page.slug,
        "status": "publish",
        "type": "post",
        "link": base + page.path,
        "title": {"rendered": escape(page.title, quote=False)},
        "content": {"rendered": "".join(f"<p>{escape(p, quote=False)}</p>\n" for p in page.paragraphs)},
        "excerpt": {"rendered": f"<p>{escape(page.summary, quote=False)}</p>\n"},
    }


def _plain(moment: datetime) -> str:
    """WordPress writes its moments without a zone."""
    return moment.replace(tzinfo=None).isoformat()


def _refusal(code: str, message: str) -> Reply:
    body = json.dumps({"code": code, "message": message, "data": {"status": 400}}).encode()
    return Reply(400, body, _JSON)
