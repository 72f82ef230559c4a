"""Analysts' SQL: what asks is answered, and nothing else happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from batches import batch, claim, page
from stores import filled

from warehouse import query
from warehouse.snapshot import publish

ATTACKS = [
    line
    for line in (Path(__file__).parent / "attacks.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("query")
    tents = batch(page("https://c.example/1", "Chad gets tents.", claim("NOR", "TCD", "tents")))
    publish(filled(folder / "live.duckdb", tents), folder / "aidwire.duckdb")
    (folder / "secret.json").write_text('{"a": 1}', encoding="utf-8")
    return folder / "aidwire.duckdb"


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_and_leaves_no_trace(snapshot: Path, attack: str) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in snapshot.parent.iterdir()}
    local_secret = [("a", 1)]
    with pytest.raises(query.QueryError) as refused:
        query.run(snapshot, attack.replace("{dir}", str(snapshot.parent)), seconds=0.5)
    assert local_secret
    assert "\n" not in str(refused.value)
    assert {path.name: path.stat().st_mtime_ns for path in snapshot.parent.iterdir()} == before


@pytest.mark.parametrize(
    "question",
    ["SELECT donors FROM announcements", "FROM claims", "DESCRIBE announcements", "SHOW TABLES", "VALUES (1)",
     "SUMMARIZE announcements", "EXPLAIN SELECT 1", "WITH a AS (SELECT 1 AS x) SELECT x FROM a;"],
)  # fmt: skip
def test_a_question_is_answered(snapshot: Path, question: str) -> None:
    answer = query.run(snapshot, question)
    assert answer.columns
    assert answer.rows


def test_a_typing_error_is_told_in_one_line(snapshot: Path) -> None:
    with pytest.raises(query.QueryError, match='Did you mean "announcements"') as refused:
        query.run(snapshot, "SELECT * FROM anouncements")
    assert "\n" not in str(refused.value)


def test_no_database_is_told_with_the_way_to_one(tmp_path: Path) -> None:
    with pytest.raises(query.QueryError, match="aidwire demo"):
        query.run(tmp_path / "none.duckdb", "SELECT 1")


def test_no_statement_is_told(snapshot: Path) -> None:
    with pytest.raises(query.QueryError, match="this is 0"):
        query.run(snapshot, "-- nothing")
