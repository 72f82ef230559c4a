"""The fifteen questions of analysts, asked of a warehouse whose answers are known, through a bare DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from batches import batch, claim, page
from stores import add, filled

from parsers.records import Batch, FeedState
from warehouse import reference, runs
from warehouse.connection import writing
from warehouse.snapshot import publish

QUESTIONS = Path(__file__).parents[2] / "docs" / "questions"
JANUARY = datetime(2023, 1, 4, 12, tzinfo=UTC)
SUMMER = datetime(2023, 7, 3, 12, tzinfo=UTC)


def told(url: str, text: str, *claims: Any, on: date, source: str = "courier", **more: Any) -> Any:
    moment = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    dated = [replace(one, announced_on=on if one.novelty == "new" else None) for one in claims]
    return page(url, text, *dated, on=on, source=source, fetched_at=more.pop("fetched_at", moment), **more)


def batches() -> list[Batch]:
    amx = "AMX-10 RC"
    ministry = replace(claim("FRA", "UKR", amx), attribution="donor_official", aid_type="military")
    outlet = replace(claim("FRA", "UKR", amx), aid_type="military")
    many = replace(claim("FRA", "UKR", amx, count=30.0), aid_type="military")
    fewer = replace(claim("FRA", "UKR", amx, count=27.0), aid_type="military")
    silent = replace(claim("JPN", "MLI", "rice", euros=2e6))
    silent = replace(silent, items=(replace(silent.items[0], quantity_kind="withheld"),), confidence=0.3)
    joint = replace(claim("DNK", "UKR", "", euros=4e6), donors=("DNK", "NLD"))
    krone = claim("NOR", "TCD", "")
    krone = replace(krone, amounts=(replace(silent.amounts[0], value=108.07e6, currency="NOK"),))
    day = date(2023, 1, 4)
    first = told("https://c.example/1", "France gives AMX-10 RC to Ukraine.", outlet, on=day)
    return [
        batch(first, window="1", at=JANUARY),
        batch(
            told("https://g.example/1", "Paris sends thirty.", many, on=day, source="gazette"),
            told("https://g.example/2", "Rice for Mali, nobody says how much.", silent, on=day, source="gazette"),
            window="2", source="gazette", at=JANUARY,
        ),
        batch(
            told("https://m.example/1", "We give AMX-10 RC.", ministry, on=date(2023, 1, 5), source="ministry"),
            window="3", source="ministry", at=JANUARY + timedelta(days=1),
        ),
        batch(
            told("https://c.example/2", "Copenhagen and The Hague pay together.", joint, on=day),
            told("https://c.example/3", "Norway gives money to Chad.", krone, on=date(2023, 1, 8)),
            window="4", run_id="backfill-1", at=SUMMER,
        ),
        batch(
            told(
                "https://g.example/1", "Paris sends twenty-seven.", fewer, on=day, source="gazette",
                fetched_at=SUMMER, correction="We had the number wrong.",
            ),
            told(
                "https://g.example/5", "The AMX-10 RC have arrived.", replace(fewer, stage="delivered"),
                on=date(2023, 7, 3), source="gazette",
            ),
            window="5", source="gazette", run_id="r5", at=SUMMER,
        ),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("questions")
    live = filled(folder / "live.duckdb")
    with writing(live) as connection:
        runs.began(connection, "backfill-1", flow="backfill", trigger="backfill", code_version="1", at=SUMMER)
        reference.name_parties(connection, [("FRA", "France", "state"), ("JPN", "Japan", "state")])
        reference.register_sources(
            connection, [("ministry", "Ministry", "https://m.example", "FRA", "en", "defence_ministry", 1, "open")]
        )
    for one in batches():
        add(live, one)
    failing = replace(
        batch(window="6", source="gazette"), feeds=(FeedState("https://g.example/feed", failures=4, checked_at=SUMMER),)
    )
    add(live, failing)
    publish(live, folder / "aidwire.duckdb")
    with duckdb.connect(folder / "aidwire.duckdb", read_only=True) as connection:
        yield connection


def ask(bare: duckdb.DuckDBPyConnection, number: str, **parameters: str) -> list[tuple[Any, ...]]:
    (path,) = QUESTIONS.glob(f"{number}-*.sql")
    return bare.execute(path.read_text(encoding="utf-8"), parameters or None).fetchall()


def french(bare: duckdb.DuckDBPyConnection) -> str:
    [(name,)] = bare.execute("SELECT id FROM announcements WHERE donors = 'France'").fetchall()
    return str(name)


def test_every_question_is_one_short_statement(bare: duckdb.DuckDBPyConnection) -> None:
    paths = sorted(QUESTIONS.glob("*.sql"))
    assert [path.name[:2] for path in paths] == [f"{number:02}" for number in range(1, 16)]
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert len(bare.extract_statements(text)) == 1
        assert len(text.splitlines()) <= 9


def test_01_what_france_announced(bare: duckdb.DuckDBPyConnection) -> None:
    assert ask(bare, "01") == [(date(2023, 1, 4), "27 AMX-10 RC", None, "delivered", 3)]


def test_02_what_is_still_open(bare: duckdb.DuckDBPyConnection) -> None:
    assert sorted(row[0] for row in ask(bare, "02")) == ["DNK", "Japan", "NLD", "NOR"]


def test_03_days_to_delivery(bare: duckdb.DuckDBPyConnection) -> None:
    assert ask(bare, "03") == [("FRA", "uncategorised", 180.0, 1)]


def test_04_euros_by_month_count_nothing_twice_and_no_unknown_as_zero(bare: duckdb.DuckDBPyConnection) -> None:
    month = date(2023, 1, 1)
    assert ask(bare, "04") == [
        (month, "DNK", "humanitarian", None, None, 0, 1, Decimal("4000000.00")),
        (month, "France", "military", None, None, 1, 0, None),
        (month, "Japan", "humanitarian", Decimal("2000000.00"), Decimal("2000000.00"), 0, 0, None),
        (month, "NLD", "humanitarian", None, None, 0, 1, Decimal("4000000.00")),
        # 8 January 2023 was a Sunday: the rate is that of Friday the 6th, 10.807 kroner (ECB).
        (month, "NOR", "humanitarian", Decimal("10000000.00"), Decimal("10000000.00"), 0, 0, None),
    ]


def test_05_who_withholds(bare: duckdb.DuckDBPyConnection) -> None:
    assert ask(bare, "05")[0] == ("Japan", 1, 0, 0, 1)


def test_06_the_words_of_a_record(bare: duckdb.DuckDBPyConnection) -> None:
    words = ask(bare, "06", id=french(bare))
    assert {row[0] for row in words} >= {"donors[0]", "recipients[0]", "items[0]", "stage"}
    assert (
        "donors[0]",
        "France gives AMX-10 RC to Ukraine.",
        6,
        40,
        "explicit",
        "courier",
        "https://c.example/1",
    ) in words


def test_07_where_outlets_disagree(bare: duckdb.DuckDBPyConnection) -> None:
    assert [(row[1], row[2]) for row in ask(bare, "07")] == [("stage", ["delivered", "pledged"])]


def test_08_then_and_now(bare: duckdb.DuckDBPyConnection) -> None:
    assert ask(bare, "08") == [(french(bare), "pledged", "delivered", None, None)]


def test_09_rests_on_an_edited_article(bare: duckdb.DuckDBPyConnection) -> None:
    assert ask(bare, "09") == [(french(bare), "https://g.example/1", 2, "We had the number wrong.")]


def test_10_not_confirmed_by_the_donor(bare: duckdb.DuckDBPyConnection) -> None:
    unconfirmed = {row[1]: row[4] for row in ask(bare, "10")}
    assert unconfirmed == {"Japan": ["outlet"], "DNK, NLD": ["outlet"], "NOR": ["outlet"]}


def test_11_promised_and_delivered(bare: duckdb.DuckDBPyConnection) -> None:
    assert ask(bare, "11") == [("France", "AMX-10 RC", 27.0, 27.0, 27.0, 0), ("Japan", "rice", 0.0, None, 0.0, 1)]


def test_12_failing_feeds(bare: duckdb.DuckDBPyConnection) -> None:
    assert ("gazette", 4, None, 4) in ask(bare, "12")


def test_13_found_by_the_backfill(bare: duckdb.DuckDBPyConnection) -> None:
    assert sorted(row[1] for row in ask(bare, "13")) == ["humanitarian aid", "humanitarian aid"]


def test_14_who_was_first(bare: duckdb.DuckDBPyConnection) -> None:
    first = {row[0]: row[1:] for row in ask(bare, "14")}
    assert first[french(bare)] == ("courier", datetime(2023, 1, 4, 9, tzinfo=UTC), 24)


def test_15_fields_to_review(bare: duckdb.DuckDBPyConnection) -> None:
    assert {row[3] for row in ask(bare, "15")} == {0.3}
