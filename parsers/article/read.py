"""One fetched page to one Article: what is where, and which witness is heard first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from parsers.article.blocks import Blocks, read_blocks
from parsers.article.byline import find_byline
from parsers.article.dates import Witnesses, find_modified, find_published
from parsers.article.decode import decode
from parsers.article.facts import canonical_url, tags_of
from parsers.article.features import Told
from parsers.article.general import WHOLE, main_text
from parsers.article.jsonld import read_jsonld
from parsers.article.language import guess_language, language_tag
from parsers.article.limits import MAX_BYTES
from parsers.article.marks import correction_note, is_paywalled
from parsers.article.meta import read_meta, value
from parsers.article.model import load_model
from parsers.article.plain import lines_without_tags, plain
from parsers.article.rules import Ruled, apply_rules
from parsers.article.title import find_title
from parsers.article.tree import build_tree
from parsers.article.unreadable import unreadable
from parsers.records import Article, BodyBasis, FeedEntry
from parsers.sources import Source


class Body(NamedTuple):
    """The text of the article, where it is from and what found it."""

    paragraphs: Sequence[str]
    basis: BodyBasis
    method: str


def parse_article(
    body: bytes, *, url: str, content_type: str | None, entry: FeedEntry | None = None, source: Source | None = None
) -> Article:
    """The article in a page as it was fetched. `entry` is what the feed said of it, `source` brings its own rules.

    Reads at most MAX_BYTES. Raises Unreadable where there is no text to be had; nothing else.
    Dates are not held against a clock: what lies ahead is for the caller to refuse.
    """
    markup = decode(body[:MAX_BYTES], content_type)
    tree = build_tree(markup)
    page = read_blocks(tree)
    meta, linked = read_meta(tree), read_jsonld(tree, url)
    ruled = apply_rules(markup, source.article) if source else Ruled()
    publisher = plain(linked.publisher or value(meta, "publisher") or (source.name if source else ""))
    title = (
        ruled.title
        or find_title(tree, page.blocks, linked, meta, publisher=publisher, url=url)
        or (entry.title if entry else "")
    )
    own_words = lines_without_tags(linked.body)
    told = Told(title, plain(value(meta, "description")), " ".join(own_words))
    found = _or_feed(_in_page(markup, page, told, own_words, ruled, source), entry)
    language = language_tag(tree, meta, linked, entry, source)
    published = find_published(
        Witnesses(
            tree,
            page.blocks,
            title,
            linked,
            meta,
            url,
            language,
            ruled.date,
            source.timezone if source else None,
            entry,
        )
    )
    text = "\n\n".join(found.paragraphs)
    return Article(
        url=url,
        title=title,
        text=text,
        canonical_url=canonical_url(tree, meta, linked, url),
        byline=ruled.byline or find_byline(tree, page.blocks, linked, meta),
        section=plain(linked.section or value(meta, "section")) or None,
        language=language.split("-")[0] if language else guess_language(text),
        published_on=published.on,
        published_at=published.at,
        published_date_basis=published.basis,
        modified_at=find_modified(linked, meta),
        publisher=publisher or None,
        tags=tags_of(linked, meta),
        paywalled=is_paywalled(linked, meta, found.paragraphs, page.blocks),
        correction_note=correction_note(found.paragraphs),
        body_basis=found.basis,
        method=found.method,
    )


def _in_page(
    markup: str, page: Blocks, told: Told, own_words: Sequence[str], ruled: Ruled, source: Source | None
) -> Body:
    """By the source's rules, else in general; by JSON-LD where the page itself shows less than half of that."""
    if ruled.paragraphs and source:
        return Body(ruled.paragraphs, "page", f"source:{source.slug}")
    text = main_text(markup, page, told, load_model())
    if len(told.body) > max(WHOLE, 2 * sum(map(len, text.paragraphs))):
        return Body(own_words, "page", "jsonld")
    return Body(text.paragraphs, "page", text.method)


def _or_feed(found: Body, entry: FeedEntry | None) -> Body:
    """The feed's summary where the page has less to say than that. Raises Unreadable where neither has any."""
    summary = plain(entry.summary) if entry else ""
    if len(summary) > sum(map(len, found.paragraphs)):
        return Body((summary,), "feed", "feed")
    if not found.paragraphs:
        raise unreadable("no_article_text", "the page holds no article text, and the feed gave none")
    return found
