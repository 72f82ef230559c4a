"""A page as HTML: the outlet's template, with all the clutter that an article extractor has to leave behind."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from html import escape
from string import Template

from flows.newsroom.pages import HERE, Outlet, Page


def article_html(outlet: Outlet, base: str, page: Page, others: Sequence[Page]) -> str:
    """The page as its outlet serves it; `others` are linked as further reading. `base` has no slash at its end."""
    values = {
        "outlet": outlet.name,
        "tagline": outlet.tagline,
        "base": base,
        "feed": outlet.feed,
        "language": page.language,
        "title": page.title,
        "summary": page.summary,
        "byline": page.byline,
        "section": page.section,
        "address": base + page.path,
        "published": page.published.isoformat(),
        "modified": page.modified.isoformat(),
        "day": f"{page.published.day} {page.published:%B %Y}",
        "time": f"{page.published:%H:%M}",
    }
    fragments = {
        "paragraphs": "\n".join(f"<p>{escape(text, quote=False)}</p>" for text in page.paragraphs),
        "correction": f'<p class="correction">{escape(page.correction)}</p>' if page.correction else "",
        "tags": "".join(f'<a rel="tag" href="/tag/{escape(tag)}">{escape(tag)}</a> ' for tag in page.tags),
        "tag_meta": "\n".join(f'<meta property="article:tag" content="{escape(tag)}">' for tag in page.tags),
        "related": "\n".join(f'<li><a href="{escape(p.path)}">{escape(p.title)}</a></li>' for p in others),
        "json_ld": _json_ld(outlet, base, page),
    }
    return _template(outlet.slug).substitute({key: escape(text) for key, text in values.items()} | fragments)


def front_html(outlet: Outlet, base: str, pages: Sequence[Page]) -> str:
    """The outlet's front page: its latest headlines."""
    links = "\n".join(f'<li><a href="{escape(p.path)}">{escape(p.title)}</a></li>' for p in pages)
    return _template("front").substitute(
        outlet=escape(outlet.name), tagline=escape(outlet.tagline), feed=escape(base + outlet.feed), links=links
    )


@cache
def _template(name: str) -> Template:
    return Template((HERE / "templates" / f"{name}.html").read_text(encoding="utf-8"))


def _json_ld(outlet: Outlet, base: str, page: Page) -> str:
    """schema.org's NewsArticle. `</` is broken up, as in any script element that holds data."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": base + page.path,
        "headline": page.title,
        "description": page.summary,
        "datePublished": page.published.isoformat(),
        "dateModified": page.modified.isoformat(),
        "author": [{"@type": "Person", "name": page.byline}],
        "publisher": {"@type": "NewsMediaOrganization", "name": outlet.name, "url": base + "/"},
        "articleSection": page.section,
        "inLanguage": page.language,
    }
    return json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
