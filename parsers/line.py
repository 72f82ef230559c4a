"""One line of JSON Lines to claims: the text as it stands, with what the line says of it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from parsers.claims import EXTRACTOR, read
from parsers.records import Article, Issue, Page, ParsedPage
from parsers.sources import Source


def read_line(page: Page, _: Source | None = None) -> ParsedPage:
    """Claims of the line of JSON in `page.body`: `text`, and perhaps `published`, `publisher`, `url`.

    Offsets of evidence count code points of `text`, whose first line is the title already.
    """
    fields = json.loads(page.body)
    text = fields.get("text")
    if not isinstance(text, str):
        return ParsedPage(page.source, page.url, "skipped", reason=Issue("not_text", "the line has no text"))
    published_at = _moment(fields.get("published"))
    article = Article(
        url=_words(fields.get("url")),
        title="",
        text=text,
        publisher=_words(fields.get("publisher")),
        published_on=_day(fields.get("published")),
        published_at=published_at,
    )
    reading = read(article)
    return ParsedPage(page.source, page.url, "stored", article, reading.claims, reading.issue, extractor=EXTRACTOR)


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _day(value: object) -> date | None:
    """The day that a date, or a date and a time, begins with; None for what is neither."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _moment(value: object) -> datetime | None:
    """The moment in UTC of a date and time with a zone; None for what tells no moment."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) and len(value) > len("2023-01-04") else None
        return moment.astimezone(UTC) if moment and moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
