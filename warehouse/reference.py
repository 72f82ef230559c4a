"""Reference data: the names of sources, parties and items, so that views can speak in words."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb
import pyarrow as pa

from warehouse.arrow import table
from warehouse.statements import statement

SourceRow = tuple[str, str, str, str, str, str, int, str]
"""Slug, name, home, country, language, kind, tier, terms."""

NameRow = tuple[str, str, str | None]
"""Code, name in English, and kind (of a party) or category (of an item)."""


def register_sources(connection: duckdb.DuckDBPyConnection, sources: Iterable[SourceRow]) -> None:
    """Store or renew what is known of each source."""
    for source in sources:
        connection.execute(statement("load/source"), list(source))


def name_parties(connection: duckdb.DuckDBPyConnection, parties: Iterable[NameRow]) -> None:
    """Store or renew the names of parties, which claims hold as codes, and tell anew what names them."""
    _load(connection, "load/party", ("party_id", "name", "kind"), parties)
    connection.execute(statement("resolve/words"))


def name_items(connection: duckdb.DuckDBPyConnection, items: Iterable[NameRow]) -> None:
    """Store or renew the names of the catalogue's items."""
    _load(connection, "load/item", ("item_id", "name", "category"), items)


def _load(
    connection: duckdb.DuckDBPyConnection, name: str, columns: tuple[str, str, str], rows: Iterable[NameRow]
) -> None:
    schema = pa.schema([(column, pa.string()) for column in columns])
    connection.register("incoming_names", table(schema, list(rows)))
    try:
        connection.execute(statement(name))
    finally:
        connection.unregister("incoming_names")
