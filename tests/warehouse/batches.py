"""Batches in our own words for the tests of the warehouse: pages whose claims point at the words that say them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from parsers.fingerprint import fingerprint
from parsers.records import Amount, Article, Batch, Claim, Evidence, Item, ParsedPage, Stage

DAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
EXTRACTOR = "rules/test"


def page(
    url: str,
    text: str,
    *claims: Claim,
    title: str = "News",
    source: str = "courier",
    on: date | None = date(2026, 3, 2),
    fetched_at: datetime = DAY,
    correction: str | None = None,
    extractor: str = EXTRACTOR,
) -> ParsedPage:
    """A stored page. The evidence of its claims is found in its text by their words."""
    article = Article(
        url=url,
        title=title,
        text=text,
        language="en",
        published_on=on,
        published_at=datetime(on.year, on.month, on.day, 9, tzinfo=UTC) if on else None,
        published_date_basis="meta" if on else "unknown",
        correction_note=correction,
        method="general",
    )
    return ParsedPage(
        source, url, "stored", article, tuple(_grounded(claim, article) for claim in claims),
        fetched_at=fetched_at, extractor=extractor, fingerprint=fingerprint(text),
    )  # fmt: skip


def claim(
    donor: str,
    recipient: str,
    thing: str = "field hospital",
    *,
    count: float | None = None,
    euros: float | None = None,
    stage: Stage = "pledged",
    background: bool = False,
) -> Claim:
    """A claim without evidence yet: `page` finds it."""
    items = (Item(thing, thing.replace(" ", "-"), count, count, "exact" if count else "not_stated"),) if thing else ()
    return Claim(
        donors=(donor,),
        recipients=(recipient,),
        aid_type="humanitarian",
        stage=stage,
        novelty="background" if background else "new",
        announced_on=None,
        attribution="outlet",
        official=None,
        items=items,
        amounts=(Amount(euros, "EUR"),) if euros else (),
        evidence=(),
        confidence=0.8,
        extractor=EXTRACTOR,
    )


def batch(
    *pages: ParsedPage, window: str = "w1", run_id: str = "r1", at: datetime = DAY, source: str = "courier"
) -> Batch:
    return Batch(source=source, window=window, run_id=run_id, loaded_at=at, pages=pages)


def _grounded(bare: Claim, article: Article) -> Claim:
    """The claim with evidence: the first sentence of the text for all that it says."""
    text = article.reading_text
    start = len(article.title) + 2 if article.title else 0
    end = text.find(".", start) + 1 or len(text)
    fields = [
        "act",
        "stage",
        *(f"donors[{n}]" for n in range(len(bare.donors))),
        *(f"recipients[{n}]" for n in range(len(bare.recipients))),
        *(f"items[{n}]" for n in range(len(bare.items))),
        *(f"amounts[{n}]" for n in range(len(bare.amounts))),
    ]
    evidence = tuple(Evidence(field, start, end, text[start:end], "explicit", "test") for field in fields)
    return Claim(**{name: getattr(bare, name) for name in bare.__slots__ if name != "evidence"}, evidence=evidence)
