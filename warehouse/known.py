"""What is known of a source before it is polled: the state of its feeds, and the pages that they listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from parsers.records import FeedEntry, FeedState, FetchOutcome
from warehouse.connection import reading
from warehouse.statements import statement


@dataclass(frozen=True, slots=True)
class KnownPage:
    """An address that a feed listed: its latest entry, and what came of fetching it. Times are UTC."""

    entry: FeedEntry
    visits: int
    first_fetched_at: datetime | None
    fetched_at: datetime | None
    outcome: FetchOutcome | None
    """Of the last fetch."""
    status: int | None
    etag: str | None
    """Of the last answer that brought the page, as `last_modified`."""
    last_modified: str | None
    read_before: bool
    """An article was read from it."""
    gone: bool


@dataclass(frozen=True, slots=True)
class Known:
    """Feed states by feed address, and pages by page address."""

    feeds: dict[str, FeedState]
    pages: dict[str, KnownPage]


def known_of(path: Path, source: str, *, since: datetime) -> Known:
    """What the database at `path` knows of a source and of the pages that its feeds listed from `since` on.

    Where there is no database yet, nothing is known. Raises `WarehouseError` for one that cannot be read.
    """
    if not path.is_file():
        return Known({}, {})
    with reading(path) as connection:
        states = connection.execute(statement("lookup/feed_states"), [source]).fetchall()
        pages = connection.execute(statement("lookup/known_pages"), {"source": source, "since": since}).fetchall()
    return Known(
        {row[0]: FeedState(*row) for row in states},
        {row[0]: KnownPage(FeedEntry(*row[:9]), *row[9:]) for row in pages},
    )


def done_windows(connection: duckdb.DuckDBPyConnection, source: str) -> frozenset[str]:
    """The keys of all windows of a source that were loaded: none of them needs to be done again."""
    return frozenset(key for (key,) in connection.execute(statement("lookup/done_windows"), [source]).fetchall())


def stored_urls(connection: duckdb.DuckDBPyConnection, urls: Iterable[str]) -> frozenset[str]:
    """Those of `urls` under which an article is stored."""
    rows = connection.execute(statement("lookup/stored_urls"), {"urls": list(urls)}).fetchall()
    return frozenset(url for (url,) in rows)


def entries_of(path: Path, urls: Iterable[str]) -> dict[str, FeedEntry]:
    """What a feed said last of each of `urls`, by address; nothing for an address that no feed listed."""
    with reading(path) as connection:
        rows = connection.execute(statement("lookup/entries"), {"urls": list(urls)}).fetchall()
    return {row[0]: FeedEntry(*row) for row in rows}
