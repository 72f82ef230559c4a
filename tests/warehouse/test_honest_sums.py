"""Sums: nothing twice, nothing unknown as zero, and a rate or a reason on every row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from batches import batch, claim, page

from parsers.records import Amount
from warehouse.connection import reading
from warehouse.load import Loaded


def rows(live: Path, sql: str) -> list[tuple[object, ...]]:
    with reading(live) as connection:
        return connection.execute(sql).fetchall()


def test_the_part_of_a_sum_is_not_added_to_it(live: Path, load: Callable[..., list[Loaded]]) -> None:
    whole = replace(claim("AUS", "TUR", "", euros=10e6), recipients=("TUR", "SYR"))
    share = claim("AUS", "SYR", "", euros=4e6)
    load(batch(page("https://c.example/1", "Ten millions, four of them for Syria.", whole, share)))
    assert rows(live, "SELECT eur_low, counted, why_not FROM announcement_money ORDER BY eur_low") == [
        (4_000_000, False, "part_of"),
        (10_000_000, True, None),
    ]
    assert rows(live, "SELECT eur_low, eur_high, announcements FROM money_by_month") == [(10_000_000, 10_000_000, 1)]


def test_a_currency_without_a_rate_says_so(live: Path, load: Callable[..., list[Loaded]]) -> None:
    hryvnia = replace(claim("UKR", "TUR", ""), amounts=(Amount(5e6, "UAH"),))
    load(batch(page("https://c.example/1", "Kyiv gives five million hryvnias.", hryvnia)))
    assert rows(live, "SELECT value, value_eur, value_usd, fx_missing FROM announcement_amount_current") == [
        (5_000_000, None, None, "no reference rate for UAH")
    ]
    assert rows(live, "SELECT eur_low, without_sum FROM money_by_month") == [(None, 1)]


def test_a_sum_without_a_day_is_not_converted(live: Path, load: Callable[..., list[Loaded]]) -> None:
    dollars = replace(claim("USA", "TUR", ""), amounts=(Amount(5e6, "USD"),))
    load(batch(page("https://c.example/1", "Five millions, some day.", dollars, on=None)))
    assert rows(live, "SELECT value_eur, value_usd, fx_missing FROM announcement_amount_current") == [
        (None, 5_000_000, "no day is known")
    ]


def test_a_range_is_kept_as_bounds(live: Path, load: Callable[..., list[Loaded]]) -> None:
    span = replace(claim("FIN", "TUR", ""), amounts=(Amount(15e6, "EUR", 10e6, 20e6),))
    load(batch(page("https://c.example/1", "Ten to twenty millions.", span)))
    assert rows(live, "SELECT eur_low, eur_high FROM announcement_money") == [(10_000_000, 20_000_000)]
    assert rows(live, "SELECT sum FROM announcements") == [("EUR 10 million to 20 million",)]


def test_running_totals_and_funds_are_not_added(live: Path, load: Callable[..., list[Loaded]]) -> None:
    fund = replace(claim("CHE", "TUR", ""), amounts=(Amount(9e6, "CHF", role="fund"),))
    load(batch(page("https://c.example/1", "A fund of nine millions.", fund, on=date(2026, 3, 2))))
    assert rows(live, "SELECT basis, eur_low, why_not FROM announcement_money") == [("none", None, "no sum is given")]
