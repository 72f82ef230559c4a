"""The schema as a page for people: made from the database and its comments, so that it cannot lag behind."""

from __future__ import annotations

from itertools import groupby

import duckdb

from warehouse.statements import statement

HOMES = {
    "run_id": "run",
    "source_id": "source",
    "feed_url": "feed",
    "article_id": "article",
    "version_id": "article_version",
    "reading_id": "reading",
    "claim_id": "claim",
    "party_id": "party",
    "item_id": "item",
    "announcement_id": "announcement_version",
}
"""Which table a key leads to: the arrows of the diagram."""

HEAD = """# The schema

Made from the database by `PYTHONPATH=tests/warehouse python tests/warehouse/test_schema_doc.py`; a test holds it
to what is there.
`announcements` is the place to begin; `announcements_as_of(moment)` gives the same table as it was at that moment.
Times are UTC; offsets count code points; every table is keyed by what its rows say, never by a counter.
"""


def markdown(connection: duckdb.DuckDBPyConnection) -> str:
    """The page: a diagram of the tables, then every table and view with its columns."""
    rows = connection.execute(statement("lookup/schema")).fetchall()
    relations = [(key, list(columns)) for key, columns in groupby(rows, key=lambda row: row[:3])]
    parts = [HEAD, "## How the tables hang together\n", _diagram(relations), "## Tables\n"]
    parts += [_section(key, columns) for key, columns in relations if key[1] == "table"]
    parts += ["## Views\n", *(_section(key, columns) for key, columns in relations if key[1] == "view")]
    return "\n".join(parts)


Relation = tuple[tuple[str, str, str], list[tuple[str, ...]]]


def _diagram(relations: list[Relation]) -> str:
    arrows = [
        f"    {home} ||--o{{ {name} : {column[3]}"
        for (name, kind, _), columns in relations
        for column in columns
        if kind == "table" and (home := HOMES.get(column[3])) and home != name
    ]
    return "\n".join(["```mermaid", "erDiagram", *arrows, "```", ""])


def _section(key: tuple[str, str, str], columns: list[tuple[str, ...]]) -> str:
    name, _, comment = key
    lines = [f"### {name}\n", f"{comment}\n", "| column | type | what it holds |", "|---|---|---|"]
    lines += [f"| {column} | {type_} | {what} |" for _, _, _, column, type_, what in columns]
    return "\n".join([*lines, ""])
