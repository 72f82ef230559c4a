"""Loading: whole or not at all, once, and the same in any order."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from batches import DAY, batch, claim, page
from stores import KilledError, killed_at

from parsers.announcements import REACH_DAYS, resolve
from parsers.records import FeedEntry, FeedState, Fetch, Issue, ParsedPage
from warehouse import checks, export_hash
from warehouse.connection import reading, writing
from warehouse.load import Loaded, load_batch
from warehouse.reference import name_parties
from warehouse.resolution import settle

HOSPITAL = "Norway will send a field hospital to Chad. It can treat a hundred people a day."
ECHO = "A field hospital from Norway is to go to Chad, the ministry said."


def rows(live: Path, sql: str) -> list[tuple[object, ...]]:
    with reading(live) as connection:
        return connection.execute(sql).fetchall()


def test_a_batch_is_stored_with_all_its_parts(live: Path, load: Callable[..., list[Loaded]]) -> None:
    entry = FeedEntry("https://c.example/1", "g1", "News", "", date(2026, 3, 2), None, "2 March", None, "en")
    state = FeedState("https://c.example/feed", etag='"a"', checked_at=DAY)
    fetched = Fetch("https://c.example/1", "https://c.example/1", DAY, "ok", 200)
    stored = page("https://c.example/1", HOSPITAL, claim("NOR", "TCD", euros=2e6))
    refused = ParsedPage("courier", "https://c.example/2", "quarantined", reason=Issue("not_html", "It is an image."))
    one = batch(stored, refused)
    [loaded] = load(
        type(one)("courier", "w1", "r1", DAY, (fetched,), (state,), (("https://c.example/feed", entry),), one.pages)
    )
    assert loaded == Loaded(articles=1, versions=1, claims=1)
    assert rows(live, "SELECT donors, recipients, what, sum, stage, reports FROM announcements") == [
        ("NOR", "TCD", "field hospital", "EUR 2 million", "pledged", 1)
    ]
    assert rows(live, "SELECT url, reason_code FROM quarantine") == [("https://c.example/2", "not_html")]
    assert rows(live, "SELECT etag FROM feed") == [('"a"',)]
    assert rows(live, "SELECT count(*) FROM http_fetch") == rows(live, "SELECT count(*) FROM feed_entry") == [(1,)]
    with reading(live) as connection:
        assert checks.run(connection) == ()


def test_the_same_batch_again_changes_nothing(live: Path, load: Callable[..., list[Loaded]]) -> None:
    one = batch(page("https://c.example/1", HOSPITAL, claim("NOR", "TCD")))
    again = batch(*one.pages, run_id="r2", at=DAY + timedelta(days=1))
    load(one)
    before = export_hash(live)
    assert load(one, again) == [Loaded(), Loaded()]
    assert export_hash(live) == before
    assert rows(live, "SELECT count(*) FROM announcement_version") == [(1,)]


def test_every_order_of_loading_gives_the_same_hash(live: Path, tmp_path: Path) -> None:
    """Reports, a background mention, an edit and another act: in every order, settled after each or at the end."""
    edited = page(
        "https://c.example/1", "Norway will send two field hospitals to Chad.", claim("NOR", "TCD", count=2.0),
        fetched_at=DAY + timedelta(hours=5),
    )  # fmt: skip
    batches = [
        batch(page("https://c.example/1", HOSPITAL, claim("NOR", "TCD")), window="a"),
        batch(page("https://g.example/1", ECHO, claim("NOR", "TCD"), source="gazette"), window="b", source="gazette"),
        batch(edited, window="c", run_id="r2"),
        batch(
            page(
                "https://c.example/9", "Norway gave Chad a field hospital in March.",
                claim("NOR", "TCD", stage="delivered", background=True), on=date(2026, 3, 20),
            ),
            window="d",
        ),
    ]  # fmt: skip
    hashes = set()
    for number, order in enumerate(list(permutations(batches))[::5]):
        path = tmp_path / f"{number}.duckdb"
        shutil.copy(live, path)
        with writing(path) as connection:
            for one in order:
                load_batch(connection, one)
                if number % 2:
                    settle(connection, resolve, reach_days=REACH_DAYS, run_id="r", at=DAY)
            settle(connection, resolve, reach_days=REACH_DAYS, run_id="r", at=DAY)
            assert checks.run(connection) == ()
        hashes.add(export_hash(path))
    assert len(hashes) == 1


def test_an_edited_article_keeps_its_announcement_and_its_history(
    live: Path, load: Callable[..., list[Loaded]]
) -> None:
    load(batch(page("https://c.example/1", HOSPITAL, claim("NOR", "TCD", euros=2e6))))
    [(first,)] = rows(live, "SELECT id FROM announcements")
    corrected = page(
        "https://c.example/1", "Norway will send a field hospital to Chad for 3 million euros.",
        claim("NOR", "TCD", euros=3e6), fetched_at=DAY + timedelta(days=1), correction="An earlier sum was wrong.",
    )  # fmt: skip
    load(batch(corrected, window="w2", run_id="r2", at=DAY + timedelta(days=1)))
    assert rows(live, "SELECT id, sum, reports FROM announcements") == [(first, "EUR 3 million", 1)]
    assert rows(live, "SELECT version_no, change_reason, recorded_to IS NULL FROM announcement_version ORDER BY 1") == [
        (1, "new", False),
        (2, "correction", True),
    ]
    assert rows(live, "SELECT count(*) FROM article_version") == [(2,)]


def test_a_claim_that_an_edit_took_away_no_longer_counts(live: Path, load: Callable[..., list[Loaded]]) -> None:
    load(batch(page("https://c.example/1", HOSPITAL, claim("NOR", "TCD"))))
    load(batch(page("https://c.example/1", "We withdrew this story.", fetched_at=DAY + timedelta(days=1)), window="w2"))
    assert rows(live, "SELECT counts_in_totals, reports FROM announcements") == [(False, 0)]
    assert rows(live, "SELECT change_reason FROM announcement_current") == [("retraction",)]


def test_a_page_that_goes_away_is_marked_and_kept(live: Path, load: Callable[..., list[Loaded]]) -> None:
    load(batch(page("https://c.example/1", HOSPITAL, claim("NOR", "TCD"))))
    gone = batch(window="w2", at=DAY + timedelta(days=2))
    load(type(gone)("courier", "w2", "r2", DAY + timedelta(days=2), gone=("https://c.example/1",)))
    assert rows(live, "SELECT gone_at IS NOT NULL, claims FROM articles") == [(True, 1)]


def test_a_later_extractor_that_finds_nothing_supersedes_an_earlier_one(
    live: Path, load: Callable[..., list[Loaded]]
) -> None:
    load(batch(page("https://c.example/1", HOSPITAL, claim("NOR", "TCD"))))
    anew = page("https://c.example/1", HOSPITAL, extractor="rules/later")
    load(batch(anew, window="reparse", run_id="r2", at=DAY + timedelta(days=1)))
    assert rows(live, "SELECT count(*) FROM claims") == [(0,)]
    assert rows(live, "SELECT counts_in_totals FROM announcements") == [(False,)]


def test_text_without_claims_stays_in_the_archive(live: Path, load: Callable[..., list[Loaded]]) -> None:
    load(batch(page("https://c.example/1", HOSPITAL, claim("NOR", "TCD")), page("https://c.example/2", "Rain again.")))
    assert rows(live, "SELECT reading_text IS NULL FROM article_version ORDER BY text_length") == [(True,), (False,)]


def test_a_failed_load_leaves_nothing(live: Path) -> None:
    one = batch(page("https://c.example/1", HOSPITAL, claim("NOR", "TCD")))
    empty = export_hash(live)
    for point in ("load.begin", "load.collection", "load.claims", "load.before_commit"):
        with writing(live) as connection, pytest.raises(KilledError):
            load_batch(connection, one, killed_at(point))
        assert export_hash(live) == empty
    with writing(live) as connection, pytest.raises(KilledError):
        load_batch(connection, one, killed_at("load.after_commit"))
    with writing(live) as connection:
        assert load_batch(connection, one) == Loaded()
        for point in ("resolve.before", "resolve.before_commit"):
            with pytest.raises(KilledError):
                settle(connection, resolve, reach_days=(9, 9), run_id="r1", at=DAY, fault=killed_at(point))
            assert connection.execute("SELECT count(*) FROM announcement_version").fetchall() == [(0,)]
        assert settle(connection, resolve, reach_days=(9, 9), run_id="r1", at=DAY) == 1
    assert rows(live, "SELECT count(*) FROM announcements") == [(1,)]


def test_a_lone_surrogate_is_stored_and_keeps_the_offsets(live: Path, load: Callable[..., list[Loaded]]) -> None:
    load(batch(page("https://c.example/1", f"\ud83d {HOSPITAL}", claim("NOR", "TCD"))))
    with reading(live) as connection:
        assert checks.run(connection) == ()


def test_a_copy_that_names_another_outlet_as_canonical_is_a_report_of_its_own(
    live: Path, load: Callable[..., list[Loaded]]
) -> None:

    wire = page("https://wire.example/1", HOSPITAL, claim("NOR", "TCD"), source="wire")
    copy = page("https://c.example/1", HOSPITAL, claim("NOR", "TCD"))
    assert copy.article is not None
    copy = replace(copy, article=replace(copy.article, canonical_url="https://wire.example/1"))
    load(batch(wire, source="wire"), batch(copy))
    assert rows(live, "SELECT reports, independent_sources FROM announcements") == [(2, 1)]


def test_a_party_that_gets_a_name_is_called_by_it(live: Path, load: Callable[..., list[Loaded]]) -> None:
    load(batch(page("https://c.example/1", HOSPITAL, claim("NOR", "TCD"))))
    with writing(live) as connection:
        name_parties(connection, [("NOR", "Norway", "state"), ("TCD", "Chad", "state")])
    assert rows(live, "SELECT donors, recipients FROM announcements") == [("Norway", "Chad")]
