"""Every table and column says what it holds, and docs/schema.md says the same. Run as a script, it writes that page."""

from __future__ import annotations

from pathlib import Path

from stores import filled

from warehouse.connection import reading
from warehouse.schema_doc import markdown

PAGE = Path(__file__).parents[2] / "docs" / "schema.md"


def test_every_table_view_and_column_says_what_it_holds(live: Path) -> None:
    with reading(live) as connection:
        silent = connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"
            " UNION ALL SELECT table_name, '' FROM duckdb_tables() WHERE NOT internal AND comment IS NULL"
            " UNION ALL SELECT view_name, '' FROM duckdb_views() WHERE NOT internal AND comment IS NULL"
        ).fetchall()
    assert silent == []


def test_the_page_is_what_the_database_says(live: Path) -> None:
    with reading(live) as connection:
        assert PAGE.read_text(encoding="utf-8") == markdown(connection)


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder, reading(filled(Path(folder) / "empty.duckdb")) as database:
        PAGE.write_text(markdown(database), encoding="utf-8")
