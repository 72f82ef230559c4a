"""The extractors that ours is measured against, each a function from a page to its text; only those installed."""

from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType

from parsers.article import Unreadable, parse_article
from parsers.claims import extract_claims
from tests.benchmarks.text.corpus import Sample

Extractor = Callable[[Sample], str]


def extractors() -> Iterator[tuple[str, Extractor]]:
    """Names and extractors; the first is the one that speed is counted from."""
    import trafilatura

    yield "trafilatura standard", lambda page: trafilatura.extract(_markup(page)) or ""
    yield "trafilatura, no comments", lambda page: trafilatura.extract(_markup(page), include_comments=False) or ""
    yield "trafilatura fast", lambda page: trafilatura.extract(_markup(page), include_comments=False, fast=True) or ""
    yield "trafilatura with metadata", _trafilatura_metadata
    yield "aidwire (with metadata)", _aidwire
    yield "aidwire, HTML to claims", _aidwire_claims
    yield "BeautifulSoup paragraphs", _paragraphs
    if readability := _installed("readability"):
        yield "readability-lxml", lambda page: _text_of(readability.Document(_markup(page)).summary())
    if resiliparse := _installed("resiliparse.extract.html2text"):
        yield "resiliparse main content", lambda page: resiliparse.extract_plain_text(_markup(page), main_content=True)


def _installed(name: str) -> ModuleType | None:
    try:
        return import_module(name)
    except ImportError:
        return None


def _markup(page: Sample) -> str:
    return page.body.decode("utf-8", "replace")


def _aidwire(page: Sample) -> str:
    try:
        return parse_article(page.body, url=page.url, content_type="text/html; charset=utf-8").text
    except Unreadable:
        return ""


def _aidwire_claims(page: Sample) -> str:
    try:
        article = parse_article(page.body, url=page.url, content_type="text/html; charset=utf-8")
    except Unreadable:
        return ""
    extract_claims(article)
    return article.text


def _trafilatura_metadata(page: Sample) -> str:
    import trafilatura

    document = trafilatura.bare_extraction(_markup(page), url=page.url, with_metadata=True)
    return document.text if document else ""


def _paragraphs(page: Sample) -> str:
    from bs4 import BeautifulSoup

    return "\n".join(paragraph.get_text() for paragraph in BeautifulSoup(_markup(page), "lxml").find_all("p"))


def _text_of(markup: str) -> str:
    from lxml import html

    return "\n".join(html.fromstring(markup).itertext()) if markup.strip() else ""
