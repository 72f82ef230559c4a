"""An outlet's sitemaps (sitemaps.org): an index, one file a month, and a news sitemap of what is on the front page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from flows.newsroom.pages import Outlet, Page

CONTENT_TYPE = "application/xml; charset=utf-8"
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def index(base: str, pages: Iterable[Page]) -> bytes:
    """All sitemaps of the outlet; a month's `lastmod` is its last edit."""
    months: dict[str, str] = {}
    for page in pages:
        months[month(page)] = max(months.get(month(page), ""), page.modified.date().isoformat())
    places = [(f"{base}/sitemap-{name}.xml", edited) for name, edited in sorted(months.items(), reverse=True)]
    places.append((f"{base}/sitemap-news.xml", max(months.values(), default="")))
    rows = (f"<sitemap><loc>{escape(loc)}</loc><lastmod>{edited}</lastmod></sitemap>" for loc, edited in places)
    return _document("sitemapindex", rows)


def of_pages(base: str, pages: Iterable[Page]) -> bytes:
    """The given pages, with the moment of their last edit."""
    return _document(
        "urlset",
        (f"<url><loc>{escape(base + p.path)}</loc><lastmod>{p.modified.isoformat()}</lastmod></url>" for p in pages),
    )


def of_news(outlet: Outlet, base: str, pages: Sequence[Page]) -> bytes:
    """The given pages with name, language, date and title, as Google's news sitemaps have them."""
    return _document("urlset", (_news(outlet, base, page) for page in pages), f' xmlns:news="{_NEWS}"')


def month(page: Page) -> str:
    """`2023-01`: the file of the sitemap that a page stands in."""
    return f"{page.published:%Y-%m}"


def _news(outlet: Outlet, base: str, page: Page) -> str:
    return (
        f"<url><loc>{escape(base + page.path)}</loc><news:news>"
        f"<news:publication><news:name>{escape(outlet.name)}</news:name>"
        f"<news:language>{page.language}</news:language></news:publication>"
        f"<news:publication_date>{page.published.isoformat()}</news:publication_date>"
        f"<news:title>{escape(page.title)}</news:title></news:news></url>"
    )


def _document(root: str, rows: Iterable[str], spaces: str = "") -> bytes:
    body = "\n".join(rows)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_SPACE}"{spaces}>\n{body}\n</{root}>\n'.encode()
