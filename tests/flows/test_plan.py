"""Which pages are fetched, and when they are looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from flows.fetch.retry import PAUSES
from flows.plan import pages_due
from parsers.records import FeedEntry
from warehouse.known import KnownPage

NOW = datetime(2024, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def entry(url="https://example.org/a", title="A title", updated_at=None):
    return FeedEntry(url, None, title, "", None, None, None, updated_at, None)


def known(
    listed, *, visits=1, age=timedelta(hours=1), since_last=timedelta(hours=1), outcome="ok", status=200, gone=False
):
    return {
        listed.url: KnownPage(
            listed, visits, NOW - age, NOW - since_last, outcome, status, '"tag"', None, outcome == "ok", gone
        )
    }


def urls(entries, pages):
    return [due.url for due in pages_due(entries, pages, now=NOW, revisit_after=DAY)]


def test_a_new_entry_is_fetched_once_however_often_it_is_listed():
    assert urls([entry(), entry()], {}) == ["https://example.org/a"]


def test_a_page_that_was_read_is_left_alone():
    assert urls([entry()], known(entry())) == []


@pytest.mark.parametrize("changed", [entry(title="Another"), entry(updated_at=NOW)])
def test_a_page_that_its_feed_says_was_edited_is_asked_for_with_its_validators(changed):
    (due,) = pages_due([changed], known(entry()), now=NOW, revisit_after=DAY)
    assert (due.etag, due.read_before, due.entry) == ('"tag"', True, changed)


def test_revisits_double_their_distance_and_end_after_thirty_days():
    assert urls([], known(entry(), age=DAY, since_last=DAY)) == ["https://example.org/a"]
    assert urls([], known(entry(), visits=2, age=2 * DAY, since_last=DAY)) == []
    assert urls([], known(entry(), visits=2, age=3 * DAY, since_last=2 * DAY)) == ["https://example.org/a"]
    assert urls([], known(entry(), age=31 * DAY, since_last=31 * DAY)) == []


@pytest.mark.parametrize(
    ("outcome", "status", "again"),
    [("timeout", None, True), ("dns", None, True), ("http_error", 503, True), ("http_error", 429, True),
     ("http_error", 404, False), ("robots", None, False), ("too_large", 200, False)],
)  # fmt: skip
def test_only_what_may_heal_by_itself_is_tried_again(outcome, status, again):
    assert bool(urls([], known(entry(), outcome=outcome, status=status))) is again


@pytest.mark.parametrize(("visits", "pause"), list(enumerate(PAUSES, 1)))
def test_each_attempt_waits_longer_than_the_one_before(visits, pause):
    failed = {"outcome": "timeout", "status": None, "visits": visits}
    assert urls([], known(entry(), since_last=pause - timedelta(seconds=1), **failed)) == []
    assert urls([], known(entry(), since_last=pause, **failed)) == ["https://example.org/a"]


def test_nothing_is_tried_for_ever():
    assert urls([], known(entry(), outcome="timeout", status=None, visits=len(PAUSES) + 1, since_last=5 * DAY)) == []


def test_a_page_that_was_read_and_failed_once_keeps_its_turn():
    page = known(entry(), visits=3, age=7 * DAY, since_last=4 * DAY)
    failed = {
        url: replace(known_page, outcome="timeout", status=None, read_before=True) for url, known_page in page.items()
    }
    assert urls([], failed) == ["https://example.org/a"]


def test_what_is_gone_is_not_asked_for_again():
    assert urls([entry(title="Back?")], known(entry(), gone=True)) == []


def test_a_page_that_was_listed_and_never_fetched_is_fetched():
    page = KnownPage(entry(), 0, None, None, None, None, None, None, False, False)
    assert urls([], {page.entry.url: page}) == ["https://example.org/a"]
