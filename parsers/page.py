"""One fetched page to its article and claims: what a child of the parse pool does with each item."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.article import Unreadable, parse_article
from parsers.article.decode import decode
from parsers.claims import EXTRACTOR, read
from parsers.fingerprint import fingerprint
from parsers.records import Article, Issue, Page, ParsedPage
from parsers.sources import Source

_MARKUP = re.compile(r"\s*(?:<\?xml|<!doctype|<!--|<(?:html|head|body|article|div|p|title|meta)\b)", re.IGNORECASE)


def read_page(page: Page, source: Source | None = None) -> ParsedPage:
    """Read one page. It ends stored, or skipped where it holds no article, with the reason.

    A stored page has a reason too where its claims could not be read (`unsupported_language`).
    Whatever else is raised is for the caller to quarantine, by its class.
    """
    parsed = read_article(page, source)
    return _with_claims(parsed, parsed.article) if parsed.article else parsed


def read_article(page: Page, source: Source | None = None) -> ParsedPage:
    """Read the article of one page and leave its claims aside."""
    begun = ParsedPage(page.source, page.url, "skipped", raw=page.raw, fetched_at=page.fetched_at)
    try:
        article = parse_article(
            page.body, url=page.url, content_type=page.content_type, entry=page.entry, source=source
        )
    except Unreadable as unreadable:
        return replace(begun, reason=unreadable.issue)
    return replace(begun, outcome="stored", article=article)


def read_page_or_text(page: Page, source: Source | None = None) -> ParsedPage:
    """Read what a person points at: a page of HTML, or plain text, which is taken as it stands."""
    text = decode(page.body, page.content_type)
    if _MARKUP.match(text):
        return read_page(page, source)
    begun = ParsedPage(page.source, page.url, "skipped", raw=page.raw, fetched_at=page.fetched_at)
    if not text.strip() or "\0" in text:
        return replace(begun, reason=Issue("not_text", "it holds no text"))
    published_on = page.entry.published_on if page.entry else None
    article = Article(url=None, title="", text=text.strip(), published_on=published_on, method="plain")
    return _with_claims(replace(begun, outcome="stored", article=article), article)


def _with_claims(parsed: ParsedPage, article: Article) -> ParsedPage:
    reading = read(article)
    return replace(
        parsed,
        claims=reading.claims,
        reason=reading.issue,
        extractor=EXTRACTOR,
        fingerprint=fingerprint(article.text) if reading.claims else (),
    )
