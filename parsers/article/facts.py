"""What else a page says of its article: its own address and its tags."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element

from parsers.article.jsonld import Linked
from parsers.article.meta import Meta, values
from parsers.article.plain import plain


def canonical_url(tree: _Element, meta: Meta, linked: Linked, url: str) -> str | None:
    """The address that the page gives as its own, if it is on the same site: others are mistakes or syndication."""
    links = [element.get("href") or "" for element in tree.iter("link") if "canonical" in (element.get("rel") or "")]
    for candidate in (*links, *values(meta, "url"), linked.url):
        if not candidate.strip():
            continue
        try:
            address = urljoin(url, candidate.strip())
            parts = urlsplit(address)
            same = parts.scheme in ("http", "https") and parts.hostname and _site(address) == _site(url)
        except ValueError:
            continue
        if same:
            return str(address)
    return None


def _site(address: str) -> str:
    """The last two labels of a host; too wide for `gov.uk`, which errs on the side of believing the page."""
    return ".".join((urlsplit(address).hostname or "").rsplit(".", 2)[-2:])


def tags_of(linked: Linked, meta: Meta) -> tuple[str, ...]:
    """Keywords of the page, each once, in its order."""
    told = linked.tags or tuple(word for content in values(meta, "tags") for word in content.split(","))
    return tuple(dict.fromkeys(tag for word in told if (tag := plain(word))))
