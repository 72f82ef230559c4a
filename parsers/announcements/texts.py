"""Texts that come without a warehouse: which announcements the claims of each belong to."""

from __future__ import annotations

from collections.abc import Iterable

from parsers.announcements.resolve import resolve
from parsers.fingerprint import fingerprint
from parsers.keys import article_key, claim_key, version_key
from parsers.records import Article, Claim, SourcedClaim

ReadText = tuple[str, Article, tuple[Claim, ...]]
"""The id of a text, the text as an article, and its claims."""


def announcements_of_texts(texts: Iterable[ReadText]) -> dict[str, tuple[str, ...]]:
    """By text, the ids of the announcements that its new claims belong to, sorted. A text without claims has none."""
    found: dict[str, set[str]] = {}
    owner: dict[str, str] = {}
    claims: list[SourcedClaim] = []
    for name, article, of_text in texts:
        found[name] = set()
        for sourced in _sourced(name, article, of_text):
            claims.append(sourced)
            if sourced.claim.novelty == "new":
                owner[sourced.claim_id] = name
    for act in resolve(claims).announcements:
        for match in act.matches:
            if match.claim_id in owner:
                found[owner[match.claim_id]].add(act.announcement_id)
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


def _sourced(name: str, article: Article, claims: tuple[Claim, ...]) -> Iterable[SourcedClaim]:
    article_id = article_key(name)
    version_id = version_key(article_id, article.reading_text)
    words = fingerprint(article.reading_text) if claims else ()
    for claim in claims:
        yield SourcedClaim(
            claim_id=claim_key(version_id, claim),
            claim=claim,
            article_id=article_id,
            source=article.publisher or name,
            published_at=article.published_at,
            published_on=article.published_on,
            title=article.title,
            fingerprint=words,
        )
