"""Backfills: the words that refuse a senseless one, windows, and ninety days of the newsroom found in each way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from flows.backfill_request import BackfillRequest
from flows.console.backfill import asked
from flows.errors import WrongUse
from flows.newsroom.acts import DAYS, FIRST_DAY
from flows.newsroom.server import serve
from flows.settings import Settings
from flows.windows import in_windows, weeks
from parsers.records import FeedEntry
from warehouse import export_hash
from warehouse.query import run as ask

LAST_DAY = FIRST_DAY + timedelta(days=DAYS - 1)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": "2024-02-01", "end": "2024-01-01"}, "lies before the first"),
        ({"start": "1980-01-01", "end": "1980-02-01"}, "lies before 1990-01-01"),
        ({"start": "1990-01-01", "end": "2030-01-01"}, "40 years"),
        ({"start": "2024-13-01", "end": "2024-01-01"}, "--start: '2024-13-01' is no date"),
        ({"note": "<script>alert(1)</script>"}, "markup"),
        ({"cap": 0}, "--cap"),
        ({"via": "urls"}, "addresses go with the way 'urls'"),
        ({"via": "urls", "urls": ["http://169.254.169.254/latest/meta-data"]}, "not public"),
        ({"via": "urls", "urls": ["http://10.0.0.1/"]}, "not public"),
        ({"via": "urls", "urls": [f"https://example.org/{n}" for n in range(10_000)]}, "10,000 addresses"),
    ],
)
def test_a_senseless_request_is_refused_in_words(fields, words):
    with pytest.raises(WrongUse) as wrong:
        asked(**({"start": "2024-01-01", "end": "2024-01-31"} | fields))
    assert words in str(wrong.value)


def test_weeks_cover_every_day_once():
    for first in range(9):
        start = date(2024, 2, 26) + timedelta(days=first)
        end = start + timedelta(days=40)
        days = [a + timedelta(days=n) for a, b in weeks(start, end) for n in range((b - a).days + 1)]
        assert days == [start + timedelta(days=n) for n in range(41)]
        assert all(a.weekday() == 0 for a, _ in list(weeks(start, end))[1:])


def test_every_entry_is_in_one_window():
    def entry(url: str, day: date | None) -> FeedEntry:
        return FeedEntry(url, None, "", "", day, None, None, None, None)

    start, end = date(2024, 1, 3), date(2024, 1, 20)
    entries = [entry(f"https://example.org/{n}", start + timedelta(days=n - 1)) for n in range(20)]
    entries += [
        entry("https://example.org/2024/01/09/undated", None),
        entry("https://example.org/no-day", None),
        entries[5],
    ]
    windows = dict(in_windows(entries, "feed", start, end))
    assert sorted(e.url for found in windows.values() for e in found) == sorted({e.url for e in entries})
    assert [window.key.removeprefix("backfill:feed:") for window in windows] == [
        "2024-01-03:2024-01-07",
        "2024-01-08:2024-01-14",
        "2024-01-15:2024-01-20",
    ]
    by_key = {window.key: [e.url for e in found] for window, found in windows.items()}
    assert "https://example.org/2024/01/09/undated" in by_key["backfill:feed:2024-01-08:2024-01-14"]
    assert "https://example.org/no-day" in by_key["backfill:feed:2024-01-15:2024-01-20"]


@pytest.fixture
def newsroom(home, monkeypatch, request):
    request.getfixturevalue("prefect_server")
    monkeypatch.setenv("AIDWIRE_ALLOW_LOOPBACK", "true")
    monkeypatch.setenv("AIDWIRE_HOST_DELAY", "0")
    with serve(1) as newsroom:
        newsroom.write_sources(home / "sources")
        yield newsroom


def request_for(*sources: str, start: date = FIRST_DAY, end: date = LAST_DAY, **more: object) -> BackfillRequest:
    return BackfillRequest(start=start, end=end, sources=list(sources), **more)


def pages(newsroom) -> list[str]:
    """The article pages that were asked for, in order."""
    return [
        r.target
        for r in newsroom.requests
        if not any(part in r.target for part in ("feed", "rss", "atom", "sitemap", "wp-json", "robots"))
    ]


def test_ninety_days_by_each_way_are_the_same_days(newsroom):
    from flows.backfill import backfill

    by_way = {}
    for via in ("feed", "sitemap", "wordpress"):
        report = backfill(request_for("demo-courier", via=via, dry_run=True))
        assert report.problems == ()
        by_way[via] = set(report.dry)
    assert by_way["feed"] == by_way["sitemap"] == by_way["wordpress"]
    assert len(by_way["feed"]) > 50
    assert pages(newsroom) == []


def test_a_window_that_is_done_is_never_done_again(newsroom):
    from flows.backfill import backfill

    middle = FIRST_DAY + timedelta(days=30)
    first = backfill(request_for("demo-courier", end=middle))
    asked_before = pages(newsroom)
    again = backfill(request_for("demo-courier", end=middle))
    assert first.violations == again.violations == ()
    assert sum(row.loaded.stored for row in first.windows) == len(asked_before) > 10
    assert pages(newsroom) == asked_before
    assert again.windows == ()


def test_many_windows_give_what_one_gives(newsroom, tmp_path, monkeypatch):
    from flows.backfill import backfill

    backfill(request_for("demo-ministry"))
    whole = export_hash(Settings().snapshot)
    monkeypatch.setenv("AIDWIRE_HOME", str(tmp_path / "other"))
    newsroom.write_sources(tmp_path / "other" / "sources")
    for first in range(0, DAYS, 30):
        start = FIRST_DAY + timedelta(days=first)
        backfill(request_for("demo-ministry", start=start, end=start + timedelta(days=29)))
    snapshot = Settings().snapshot
    assert ask(snapshot, "SELECT count(*) FROM article").rows[0][0] > 10
    assert export_hash(snapshot) == whole


def test_addresses_are_fetched_as_given(newsroom):
    from flows.backfill import backfill

    url = f"{newsroom.bases['demo-ministry']}/en/releases/amx-10-rc-for-ukraine"
    report = backfill(request_for("demo-ministry", via="urls", urls=[url]))
    assert [row.loaded.stored for row in report.windows if row.loaded.fetched] == [1]
    assert ask(Settings().snapshot, "SELECT donors FROM announcements").rows[0] == ("France",)


def test_the_cap_leaves_a_window_open(newsroom):
    from flows.backfill import backfill

    backfill(request_for("demo-courier", cap=5))
    assert len(pages(newsroom)) == 5
    backfill(request_for("demo-courier", cap=10))
    assert len(set(pages(newsroom))) == len(pages(newsroom)) == 15


def test_a_reparse_by_the_same_rules_changes_nothing_and_needs_no_network(newsroom):
    from flows.backfill import backfill
    from flows.reparse import reparse

    backfill(request_for("demo-ministry"))
    snapshot = Settings().snapshot
    before, asked_before = export_hash(snapshot), len(newsroom.requests)
    report = reparse(apply=True)
    assert report.pages == len(pages(newsroom)) > 10
    assert (report.changes, report.violations) == ((), ())
    assert export_hash(snapshot) == before
    assert len(newsroom.requests) == asked_before
