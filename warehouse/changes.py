"""What one run changed: announcements, articles, and what it left out."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import duckdb

from warehouse.statements import statement


class ChangedAnnouncement(NamedTuple):
    """An announcement that the run made (`reason` is `new`) or changed, in words."""

    reason: str
    announcement_id: str
    day: date | None
    donors: str | None
    recipients: str | None
    what: str | None
    sum: str | None
    stage_before: str | None
    stage: str
    reports: int
    link: str | None


class ChangedArticle(NamedTuple):
    """An article that the run found `new`, `edited` or `gone`."""

    change: str
    source: str
    url: str
    title: str
    correction_note: str | None


class LeftOut(NamedTuple):
    """A page `skipped` or `quarantined`, or `stored` without looking for claims, and why."""

    outcome: str
    source: str
    url: str
    code: str
    message: str


class Changes(NamedTuple):
    """All that one run changed."""

    announcements: tuple[ChangedAnnouncement, ...]
    articles: tuple[ChangedArticle, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def none(self) -> bool:
        """Whether the warehouse says the same as before the run."""
        return not self.announcements and not self.articles


def of_run(connection: duckdb.DuckDBPyConnection, run_id: str) -> Changes:
    """What the run `run_id` changed."""
    announcements = connection.execute(statement("changes/announcements"), [run_id]).fetchall()
    articles = connection.execute(statement("changes/articles"), {"run_id": run_id}).fetchall()
    left_out = connection.execute(statement("changes/left_out"), [run_id]).fetchall()
    return Changes(
        tuple(ChangedAnnouncement(*row) for row in announcements),
        tuple(ChangedArticle(*row) for row in articles),
        tuple(LeftOut(*row) for row in left_out),
    )
