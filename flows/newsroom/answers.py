"""What an outlet answers: from an address to a reply, with no socket in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl, urlsplit

from flows.newsroom import feeds, sitemaps, wordpress
from flows.newsroom.pages import Outlet, Page
from flows.newsroom.render import article_html, front_html
from flows.newsroom.reply import HTML, Reply

_MISSING = Reply(404, b"<!doctype html><title>Not found</title><h1>This page is not here</h1>")
_GONE = Reply(410, b"<!doctype html><title>Gone</title><h1>This page was withdrawn</h1>")


@dataclass(frozen=True)
class Site:
    """One outlet in one edition at one address. `front` is what its feed shows first; `archive` lies behind it."""

    outlet: Outlet
    base: str
    front: tuple[Page, ...]
    archive: tuple[Page, ...]

    def answer(self, target: str) -> Reply:
        """The reply to a GET of `target`: path and query as they stand in the request line."""
        parts = urlsplit(target)
        query = dict(parse_qsl(parts.query))
        if parts.path in self._by_path:
            return self._article(self._by_path[parts.path])
        if parts.path == self.outlet.feed:
            return self._feed(query)
        if parts.path == wordpress.PATH and self.outlet.wordpress:
            return wordpress.posts(self.base, self._live, query)
        return self._fixed.get(parts.path, _MISSING)

    @cached_property
    def _by_path(self) -> dict[str, Page]:
        return {page.path: page for page in (*self.archive, *self.front)}

    @cached_property
    def _live(self) -> tuple[Page, ...]:
        return tuple(page for page in (*self.front, *self.archive) if page.status == 200)

    @cached_property
    def _fixed(self) -> Mapping[str, Reply]:
        """What has no query: the front page, robots.txt and the sitemaps."""
        listed = tuple(page for page in self._live if not page.path.startswith(self.outlet.forbidden))
        fixed = {
            "/": _bytes(front_html(self.outlet, self.base, self.front).encode(), HTML),
            "/robots.txt": _bytes(self._robots(), "text/plain; charset=utf-8"),
            "/sitemap.xml": _bytes(sitemaps.index(self.base, listed), sitemaps.CONTENT_TYPE),
            "/sitemap-news.xml": _bytes(
                sitemaps.of_news(self.outlet, self.base, [page for page in listed if page in self.front]),
                sitemaps.CONTENT_TYPE,
            ),
        }
        for name in {sitemaps.month(page) for page in listed}:
            of_month = [page for page in listed if sitemaps.month(page) == name]
            fixed[f"/sitemap-{name}.xml"] = _bytes(sitemaps.of_pages(self.base, of_month), sitemaps.CONTENT_TYPE)
        return fixed

    def _robots(self) -> bytes:
        return f"User-agent: *\nDisallow: {self.outlet.forbidden}\n\nSitemap: {self.base}/sitemap.xml\n".encode()

    def _article(self, page: Page) -> Reply:
        if page.status != 200:
            return _GONE if page.status == 410 else _MISSING
        at = self.front.index(page) if page in self.front else 0
        others = _neighbours(self.front, at)
        return Reply(200, article_html(self.outlet, self.base, page, others).encode(), changed=page.modified)

    def _feed(self, query: Mapping[str, str]) -> Reply:
        """Page 1 is the front; from page 2 on comes the archive. A page that is none answers 404, as WordPress does."""
        paged = query.get("paged", "1")
        number = int(paged) if paged.isdecimal() else 0
        size = self.outlet.per_page
        last = 1 + -(-len(self.archive) // size)
        if not 1 <= number <= last:
            return _MISSING
        shown = self.front if number == 1 else self.archive[(number - 2) * size : (number - 1) * size]
        onward = f"{self.base}{self.outlet.feed}?paged={number + 1}" if number < last else None
        body = feeds.WRITERS[self.outlet.feed_format](self.outlet, self.base, shown, onward)
        return Reply(200, body, feeds.CONTENT_TYPES[self.outlet.feed_format], feeds.last_change(shown))


def _neighbours(pages: Sequence[Page], at: int) -> list[Page]:
    """Three other pages, in a ring."""
    return [pages[(at + step) % len(pages)] for step in range(1, min(4, len(pages)))]


def _bytes(body: bytes, content_type: str) -> Reply:
    return Reply(200, body, content_type)
