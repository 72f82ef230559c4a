"""An HTTP answer, and when a client that asks conditionally gets 304 in its place."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, body and headers. `changed` is the moment of the last change, where the newsroom tells it."""

    status: int
    body: bytes
    content_type: str = HTML
    changed: datetime | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def all_headers(self) -> dict[str, str]:
        """The headers to send, with both validators (RFC 9110, section 8.8) on what was found."""
        headers = {"Content-Type": self.content_type, **self.headers}
        if self.status == 200:
            headers["ETag"] = self.etag
            if self.changed:
                headers["Last-Modified"] = format_datetime(self.changed.astimezone(UTC), usegmt=True)
        return headers

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


def unless_unchanged(reply: Reply, request: Mapping[str, str]) -> Reply:
    """The reply, or 304 where the client holds the same already. If-None-Match goes before If-Modified-Since."""
    if reply.status != 200:
        return reply
    held = request.get("If-None-Match")
    if held is not None:
        unchanged = reply.etag in {tag.strip().removeprefix("W/") for tag in held.split(",")}
    else:
        unchanged = _not_since(reply.changed, request.get("If-Modified-Since"))
    return Reply(304, b"", reply.content_type, headers={"ETag": reply.etag}) if unchanged else reply


def _not_since(changed: datetime | None, since: str | None) -> bool:
    if changed is None or since is None:
        return False
    try:
        return changed <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False  # a date that nobody can read is as good as none (RFC 9110, section 13.1.3)
