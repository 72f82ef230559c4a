"""The record of runs: what began when, by which trigger, and how it ended."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import duckdb

from warehouse.statements import statement

Trigger = Literal["schedule", "backfill", "manual", "reparse", "rebuild", "demo", "test"]
State = Literal["done", "part", "failed"]


def began(
    connection: duckdb.DuckDBPyConnection, run_id: str, *, flow: str, trigger: Trigger, code_version: str, at: datetime
) -> None:
    """Note that a run began. A second note of the same run changes nothing."""
    connection.execute(statement("load/run_began"), [run_id, flow, trigger, code_version, at])


def ended(connection: duckdb.DuckDBPyConnection, run_id: str, *, state: State, at: datetime) -> None:
    """Note how a run ended."""
    connection.execute(statement("load/run_ended"), [at, state, run_id])
