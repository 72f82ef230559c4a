"""What the pipeline asks before it fetches: the articles it knows, where each feed stands, what lies in quarantine."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

import duckdb

from parsers.records import FeedState, RawRef
from warehouse.statements import statement


class KnownArticle(NamedTuple):
    """An address at which an article was met: the hash of its last text, and the validators of its last fetch."""

    url: str
    article_id: str
    text_sha256: str
    etag: str | None
    last_modified: str | None
    last_seen_at: datetime
    gone_at: datetime | None


class Quarantined(NamedTuple):
    """An address whose page could not be read: why, and where its raw bytes lie."""

    source: str
    url: str
    code: str
    message: str
    raw: RawRef | None
    loaded_at: datetime


def known_articles(connection: duckdb.DuckDBPyConnection, source: str) -> dict[str, KnownArticle]:
    """The known articles of a source, by every address at which they were met."""
    rows = connection.execute(statement("lookup/known_articles"), [source]).fetchall()
    return {row[0]: KnownArticle(*row) for row in rows}


def feed_states(connection: duckdb.DuckDBPyConnection, source: str) -> dict[str, FeedState]:
    """Where each feed of a source stands, by its address."""
    rows = connection.execute(statement("lookup/feed_states"), [source]).fetchall()
    return {row[0]: FeedState(*row) for row in rows}


def quarantined(connection: duckdb.DuckDBPyConnection) -> tuple[Quarantined, ...]:
    """All addresses whose last outcome was quarantine, by source and address."""
    rows = connection.execute(statement("lookup/quarantine")).fetchall()
    return tuple(
        Quarantined(source, url, code, message, RawRef(sha256, segment, offset) if segment else None, at)
        for source, url, code, message, sha256, segment, offset, at in rows
    )
