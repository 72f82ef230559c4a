"""Answers to SQL, printed: as a table for people, as CSV and JSON for programs."""

from __future__ import annotations

import csv
import json
import sys
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from flows.console.terminal import console, inert
from warehouse.query import Answer

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the start of a cell (OWASP, CSV injection)."""


def print_table(answer: Answer) -> None:
    """A table as wide as the terminal; text is cut to lines, never lost."""
    out = console()
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in answer.columns:
        table.add_column(Text(inert(name)), overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text(_cell(value)) for value in row))
    out.print(table)
    out.print(Text(f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}", style="dim"))


def print_csv(answer: Answer) -> None:
    """RFC 4180 with a head; a text that a spreadsheet would run as a formula gets an apostrophe before it."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([_csv_cell(value) for value in row] for row in answer.rows)


def print_json(answer: Answer) -> None:
    """A list of objects."""
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    sys.stdout.write(json.dumps(rows, default=_plain, ensure_ascii=False, indent=2) + "\n")


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever SQL gives
    return "" if value is None else inert(str(_nested(value)))


def _csv_cell(value: Any) -> Any:  # noqa: ANN401
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return json.dumps(value, default=_plain, ensure_ascii=False) if isinstance(value, list | dict) else value


def _nested(value: Any) -> Any:  # noqa: ANN401
    return ", ".join(map(str, value)) if isinstance(value, list) else value


def _plain(value: object) -> object:
    match value:
        case date() | datetime() | time():
            return value.isoformat()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
