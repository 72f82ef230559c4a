"""Addresses as feeds write them, made absolute."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from parsers.feed.trackers import without_trackers

MAX_LENGTH = 2_000
_SPACES = re.compile(r"\s+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST_FIRST = re.compile(r"(?:www\.[^\s/]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24})/", re.IGNORECASE)


def absolute(link: str, base: str) -> str | None:
    """The http or https address that `link` stands for in a feed at `base`; None where it is none.

    Without fragment and tracking parameters. An address with a user name or password is none that may be shown or kept.
    `//host/x` takes the scheme of the feed, `host.example/x` is a host and not a folder, `/x` and `x` are relative.
    """
    link = _SPACES.sub("", link)
    if not link or len(link) > MAX_LENGTH:
        return None
    if not _SCHEME.match(link) and _HOST_FIRST.match(link):
        link = f"//{link}"
    try:
        joined = urljoin(base, link)
        parts = urlsplit(joined)
        whole = bool(parts.hostname) and parts.scheme in ("http", "https") and parts.username is None
    except ValueError:
        return None
    return parts._replace(query=without_trackers(parts.query), fragment="").geturl() if whole else None
