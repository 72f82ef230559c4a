"""A batch as Arrow tables, one for each table of the warehouse that it goes into."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

import pyarrow as pa

from parsers.keys import article_key, claim_key, digest, version_key
from parsers.records import Article, Batch, Claim, ParsedPage, RawRef
from warehouse import staging_schemas as schemas
from warehouse.arrow import Row, table


def stage(batch: Batch) -> dict[str, pa.Table]:
    """By name, the tables of `batch`, with one row of each key: the first seen, where a page comes twice."""
    pages = sorted((_StagedPage.of(page, batch) for page in batch.pages), key=lambda page: page.seen_at)
    texts = [page for page in pages if page.article is not None]
    claims = [(page, claim_id, claim) for page in texts for claim_id, claim in page.claims]
    rows: dict[str, Iterable[Row]] = {
        "fetch": _fetches(batch),
        "feed": _feeds(batch),
        "entry": _entries(batch),
        "outcome": (page.outcome() for page in pages),
        "article": (page.address(page.key_url) for page in texts),
        "address": (row for page in texts for row in page.addresses()),
        "version": (page.version() for page in texts),
        "reading": (page.reading() for page in texts),
        "reading_claim": ((page.reading_id, claim_id, claim.confidence) for page, claim_id, claim in claims),
        "claim": (_claim(claim_id, page.version_id, claim) for page, claim_id, claim in claims),
        "party": _of_each(claims, _parties),
        "item": _of_each(claims, _items),
        "amount": _of_each(claims, _amounts),
        "evidence": _of_each(claims, _evidence),
        "gone": ((url,) for url in batch.gone),
    }
    return {name: table(schemas.SCHEMAS[name], _unique(name, of_name)) for name, of_name in rows.items()}


def content_sha256(batch: Batch) -> str:
    """The hash of all that `batch` brings, by which a repeat is known before it is staged."""
    whole = hashlib.sha256()
    for part in (batch.fetches, batch.feeds, batch.entries, batch.gone):
        whole.update(repr(part).encode("utf-8", "replace"))
    for page in batch.pages:
        text = page.article.reading_text if page.article else ""
        whole.update(
            repr((page.url, page.outcome, page.reason, page.extractor, len(text), page.claims)).encode(
                "utf-8", "replace"
            )
        )
        whole.update(text.encode("utf-8", "replace"))
    return whole.hexdigest()


def address(article: Article, fetched: str) -> str:
    """The address that an article is known by: the canonical one where the same host says so, else the fetched one.

    A copy that names another outlet's page as canonical is a report of its own.
    """
    canonical = article.canonical_url
    return canonical if canonical and _host(canonical) == _host(fetched) else fetched


@dataclass(frozen=True, slots=True)
class _StagedPage:
    """A page with the keys of all that comes of it."""

    page: ParsedPage
    batch: Batch
    article: Article | None
    key_url: str
    article_id: str
    version_id: str
    reading_id: str
    extractor: str
    claims: tuple[tuple[str, Claim], ...]

    @classmethod
    def of(cls, page: ParsedPage, batch: Batch) -> _StagedPage:
        article = page.article if page.outcome == "stored" else None
        if article is None:
            return cls(page, batch, None, page.url, "", "", "", "", ())
        key_url = address(article, page.url)
        article_id = article_key(key_url)
        version_id = version_key(article_id, article.reading_text)
        extractor = page.extractor or (page.claims[0].extractor if page.claims else "none")
        claims = {claim_key(version_id, claim): claim for claim in page.claims}
        reading_id = digest("reading", version_id, extractor)
        return cls(page, batch, article, key_url, article_id, version_id, reading_id, extractor, tuple(claims.items()))

    @property
    def seen_at(self) -> datetime:
        return self.page.fetched_at or self.batch.loaded_at

    def outcome(self) -> Row:
        page, reason, batch = self.page, self.page.reason, self.batch
        return (
            batch.source, batch.window, page.url, batch.run_id, page.outcome, reason.code if reason else None,
            reason.message if reason else None, self.version_id or None, *_raw(page.raw), batch.loaded_at,
        )  # fmt: skip

    def address(self, url: str) -> Row:
        return (self.article_id, self.page.source, url, self.seen_at)

    def addresses(self) -> Iterable[Row]:
        return ((url, self.article_id) for url in {self.page.url, self.key_url})

    def version(self) -> Row:
        article = self.article
        assert article is not None  # noqa: S101 - only pages with an article come here
        text = article.reading_text
        return (
            self.version_id, self.article_id, article.title, text if self.claims else None, text_sha256(text),
            len(text), article.byline, article.section, article.language, article.published_on,
            article.published_at, article.published_date_basis, article.modified_at, article.publisher,
            list(article.tags), article.paywalled, article.correction_note, article.body_basis, article.method,
            list(self.page.fingerprint), *_raw(self.page.raw), self.seen_at, self.batch.run_id,
        )  # fmt: skip

    def reading(self) -> Row:
        reason = self.page.reason
        return (
            self.reading_id, self.version_id, self.extractor, reason.code if reason else None,
            reason.message if reason else None, len(self.claims), self.batch.loaded_at, self.batch.run_id,
        )  # fmt: skip


def _unique(name: str, rows: Iterable[Row]) -> list[Row]:
    """The first row of each key."""
    width = schemas.KEY_WIDTHS.get(name)
    if width is None:
        return list(rows)
    first: dict[Row, Row] = {}
    for row in rows:
        first.setdefault(row[:width], row)
    return list(first.values())


def text_sha256(text: str) -> str:
    """The hash by which a text is known again."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _fetches(batch: Batch) -> Iterable[Row]:
    for fetch in batch.fetches:
        yield (
            digest("fetch", batch.run_id, fetch.url, fetch.requested_at.isoformat()), batch.run_id, batch.source,
            fetch.url, fetch.final_url, fetch.requested_at, fetch.outcome, fetch.status, fetch.error,
            fetch.content_type, fetch.body_bytes, fetch.duration_ms, fetch.etag, fetch.last_modified, *_raw(fetch.raw),
        )  # fmt: skip


def _feeds(batch: Batch) -> Iterable[Row]:
    for feed in batch.feeds:
        yield (
            feed.feed_url, batch.source, feed.etag, feed.last_modified, feed.body_sha256, feed.checked_at,
            feed.changed_at, feed.next_poll_at, feed.poll_minutes, feed.failures, feed.moved_to, feed.moved_seen,
            feed.entries_seen,
        )  # fmt: skip


def _entries(batch: Batch) -> Iterable[Row]:
    for feed_url, entry in batch.entries:
        wording = (entry.url, entry.guid or "", entry.title, entry.summary, entry.published_raw or "")
        yield (
            digest("entry", feed_url, *wording), feed_url, entry.url, entry.guid, entry.title, entry.summary,
            entry.published_on, entry.published_at, entry.published_raw, entry.updated_at, entry.language,
            batch.loaded_at,
        )  # fmt: skip


def _claim(claim_id: str, version_id: str, claim: Claim) -> Row:
    official = claim.official
    return (
        claim_id, version_id, claim.aid_type, claim.stage, claim.novelty, claim.announced_on, claim.attribution,
        official.name if official else None, official.role if official else None,
    )  # fmt: skip


def _parties(claim: Claim) -> Iterable[Row]:
    for role, parties in (("donor", claim.donors), ("recipient", claim.recipients)):
        yield from ((role, number, party) for number, party in enumerate(parties))


def _items(claim: Claim) -> Iterable[Row]:
    for number, item in enumerate(claim.items):
        yield (
            number, item.item_id, item.name, item.quantity_min, item.quantity_max, item.quantity_kind, item.unit
        )  # fmt: skip


def _amounts(claim: Claim) -> Iterable[Row]:
    for number, sum_ in enumerate(claim.amounts):
        yield (number, sum_.value, sum_.value_min, sum_.value_max, sum_.currency, sum_.role)


def _evidence(claim: Claim) -> Iterable[Row]:
    for number, words in enumerate(claim.evidence):
        yield (number, words.field, words.start, words.end, words.quote, words.how, words.rule)


def _of_each(
    claims: Iterable[tuple[_StagedPage, str, Claim]], parts: Callable[[Claim], Iterable[Row]]
) -> Iterable[Row]:
    return ((claim_id, *part) for _, claim_id, claim in claims for part in parts(claim))


def _raw(raw: RawRef | None) -> Row:
    return (raw.sha256, raw.segment, raw.offset) if raw else (None, None, None)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
