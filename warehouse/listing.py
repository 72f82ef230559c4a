"""What commands and artifacts show: rows of the snapshot, as records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from warehouse.changes import Changes, of_run
from warehouse.connection import quoted, reading
from warehouse.statements import statement


class Act(NamedTuple):
    """One announcement in words. `reports` counts the pages that tell of it; `quote` stands on the page at `link`."""

    id: str
    announced_on: date | None
    donors: str | None
    recipients: str | None
    what: str | None
    sum: str | None
    stage: str
    quote: str | None
    link: str | None
    reports: int


class Health(NamedTuple):
    """How a source is: failures in a row, when it last answered and last had an article, and what it brought so far."""

    source: str
    feeds: int
    failures: int
    last_answer_at: datetime | None
    last_article_at: datetime | None
    articles: int
    claims: int


class Report(NamedTuple):
    """One article that tells of an announcement."""

    relation: str
    source: str
    published_on: date | None
    title: str
    url: str


class Words(NamedTuple):
    """The words behind one field, as one report says them."""

    source: str
    field: str
    quote: str | None
    start: int | None
    end: int | None
    how: str
    url: str


class Version(NamedTuple):
    """One state of an announcement, and why it came about."""

    number: int
    recorded_from: datetime
    reason: str
    stage: str
    confidence: float


class Difference(NamedTuple):
    """A field of an announcement that two databases tell differently; None where one of them does not have it."""

    id: str
    field: str
    before: str | None
    after: str | None


class Story(NamedTuple):
    """All that there is to tell of one announcement."""

    act: Act
    reports: tuple[Report, ...]
    words: tuple[Words, ...]
    history: tuple[Version, ...]


def announcements(snapshot: Path) -> tuple[Act, ...]:
    """All announcements, the latest first. Raises `WarehouseError` without a snapshot, as all functions here do."""
    with reading(snapshot) as connection:
        return tuple(Act(*row) for row in connection.execute(statement("listing/announcements")).fetchall())


def new_announcements(snapshot: Path, run_id: str) -> tuple[Act, ...]:
    """The announcements that a run opened, the latest first."""
    with reading(snapshot) as connection:
        rows = connection.execute(statement("listing/new_announcements"), {"run_id": run_id}).fetchall()
    return tuple(Act(*row) for row in rows)


def changes_of(snapshot: Path, run_id: str) -> Changes:
    """What a run changed, and the pages that it left out."""
    with reading(snapshot) as connection:
        return of_run(connection, run_id)


def health(snapshot: Path) -> tuple[Health, ...]:
    """How each source is, by name."""
    with reading(snapshot) as connection:
        return tuple(Health(*row) for row in connection.execute(statement("listing/health")).fetchall())


def search(snapshot: Path, words: Sequence[str]) -> tuple[Act, ...]:
    """The announcements in which all of `words` occur, in any case, the latest first."""
    with reading(snapshot) as connection:
        rows = connection.execute(statement("listing/search"), {"words": list(words)}).fetchall()
    return tuple(Act(*row) for row in rows)


def story(snapshot: Path, announcement_id: str) -> Story | None:
    """The story of an announcement, by its id or an alias of it; None where there is none of that id."""
    with reading(snapshot) as connection:
        found = connection.execute(statement("listing/act"), {"id": announcement_id}).fetchall()
        if not found:
            return None
        act = Act(*found[0])
        parts = {
            name: connection.execute(statement(f"listing/act_{name}"), {"id": act.id}).fetchall()
            for name in ("reports", "words", "history")
        }
    return Story(
        act,
        tuple(Report(*row) for row in parts["reports"]),
        tuple(Words(*row) for row in parts["words"]),
        tuple(Version(*row) for row in parts["history"]),
    )


def difference(before: Path, after: Path) -> tuple[Difference, ...]:
    """The fields in which the announcements of two databases differ, by id and field."""
    with reading(before) as connection:
        connection.execute(f"ATTACH {quoted(after)} AS other (READ_ONLY)")
        return tuple(Difference(*row) for row in connection.execute(statement("listing/difference")).fetchall())
