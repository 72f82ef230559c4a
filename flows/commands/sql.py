"""`aidwire sql`: a question to the snapshot."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    table = "table"
    csv = "csv"
    json = "json"


def command(
    question: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT; 'SHOW TABLES' shows what there is.")],
    format: Annotated[Format, typer.Option(help="How to print the answer.")] = Format.table,  # noqa: A002
) -> int:
    """Ask the database a question in SQL: read-only, and nothing but this database."""
    from flows.console.answers import print_csv, print_json, print_table
    from flows.settings import Settings
    from warehouse.query import run

    settings = Settings()
    answer = run(settings.snapshot, question, seconds=settings.sql_seconds)
    {Format.table: print_table, Format.csv: print_csv, Format.json: print_json}[format](answer)
    return 0
