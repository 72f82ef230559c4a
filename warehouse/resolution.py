"""Resolution, the warehouse's half: hand the claims that new ones bear on to the resolver, and keep what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import duckdb

from parsers.records import Amount, Claim, Item, Official, Resolution, SourcedClaim
from warehouse.load import Fault, no_fault, set_variables
from warehouse.resolution_tables import tables
from warehouse.statements import statement

Resolver = Callable[[Iterable[SourcedClaim]], Resolution]
"""`parsers.announcements.resolve`: pure, and handed in because this room does not import it."""

NEIGHBOURHOOD = ("seed", "near", "second_seed", "near", "neighbourhood")
"""The statements that find the claims whose announcements may change."""


def settle(
    connection: duckdb.DuckDBPyConnection,
    resolve: Resolver,
    *,
    reach_days: tuple[int, int],
    run_id: str,
    at: datetime,
    fault: Fault = no_fault,
) -> int:
    """Resolve all claims that wait, in one transaction; return how many waited.

    `reach_days` is how far apart two claims of one act may be: where both or none tell of a delivery, and where one
    does; `at` is the moment that new versions bear.
    An announcement is worked out anew from all claims of its neighbourhood, so that the outcome is the same in
    whatever order and batches they were loaded.
    """
    fault("resolve.before")
    waiting = connection.execute(statement("resolve/waiting")).fetchall()[0][0]
    if not waiting:
        return 0
    connection.begin()
    registered: list[str] = []
    try:
        set_variables(connection, near_days=reach_days[0], far_days=reach_days[1], run_id=run_id, resolved_at=at)
        for step in NEIGHBOURHOOD:
            connection.execute(statement(f"resolve/{step}"))
        resolution = resolve(read_claims(connection))
        for name, table in tables(resolution).items():
            connection.register(f"incoming_{name}", table)
            registered.append(name)
        connection.execute(statement("resolve/write"))
        connection.execute(statement("resolve/words"))
        fault("resolve.before_commit")
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    finally:
        for name in registered:
            connection.unregister(f"incoming_{name}")
    fault("resolve.after_commit")
    return int(waiting)


def read_claims(connection: duckdb.DuckDBPyConnection) -> list[SourcedClaim]:
    """The claims of the temporary table `hood`, by claim id. Their evidence is left in the warehouse."""
    cursor = connection.execute(statement("resolve/claims"))
    names = [column[0] for column in cursor.description or ()]
    return [_sourced(dict(zip(names, row, strict=True))) for row in cursor.fetchall()]


def _sourced(row: dict[str, Any]) -> SourcedClaim:
    name = row["official_name"]
    claim = Claim(
        donors=tuple(row["donors"]),
        recipients=tuple(row["recipients"]),
        aid_type=row["aid_type"],
        stage=row["stage"],
        novelty=row["novelty"],
        announced_on=row["announced_on"],
        attribution=row["attribution"],
        official=Official(name, row["official_role"]) if name else None,
        items=tuple(Item(*item) for item in row["items"]),
        amounts=tuple(Amount(*amount) for amount in row["amounts"]),
        evidence=(),
        confidence=row["confidence"],
        extractor="",
    )
    return SourcedClaim(
        claim_id=row["claim_id"],
        claim=claim,
        article_id=row["article_id"],
        source=row["source_id"],
        published_at=row["published_at"],
        published_on=row["published_on"],
        title=row["title"],
        fingerprint=tuple(row["fingerprint"] or ()),
        version_no=row["version_no"],
        current=row["is_current"],
    )
