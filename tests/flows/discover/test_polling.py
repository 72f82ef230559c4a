"""When a feed is asked again: from a quarter of an hour to a day, by what it brings."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.discover.polling import JITTER, address, after_change, after_failure, after_gone, after_silence, due, sighted
from parsers.records import FeedState, Fetch

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
FEED = "https://news.example/feed"


def fetch(moved_to=None):
    return Fetch(FEED, moved_to or FEED, NOON, "ok", status=200, moved_to=moved_to)


def test_a_feed_that_was_never_polled_is_due():
    assert due(None, NOON)
    assert due(FeedState(FEED), NOON)


def test_a_quiet_feed_is_polled_ever_more_seldom_down_to_once_a_day():
    state, minutes = FeedState(FEED), []
    for _ in range(20):
        state = after_silence(state, NOON)
        minutes.append(state.poll_minutes)
    assert minutes == sorted(minutes)
    assert minutes[0] > 15
    assert minutes[12:] == [1440] * 8


def test_a_busy_feed_is_polled_ever_more_often_up_to_every_quarter_of_an_hour():
    state, minutes = FeedState(FEED, poll_minutes=1440), []
    for _ in range(8):
        state = after_change(state, NOON)
        minutes.append(state.poll_minutes)
    assert minutes == [720, 360, 180, 90, 45, 22, 15, 15]
    assert state.changed_at == NOON


def test_the_pause_is_jittered_and_the_same_for_the_same_poll():
    pauses = {
        (after_change(FeedState(f"{FEED}/{n}"), NOON).next_poll_at - NOON) / timedelta(minutes=15) for n in range(200)
    }
    assert len(pauses) == 200
    assert 1 - JITTER <= min(pauses) < 1 - 0.8 * JITTER
    assert 1 + 0.8 * JITTER < max(pauses) <= 1 + JITTER
    assert after_change(FeedState(FEED), NOON) == after_change(FeedState(FEED), NOON)


def test_failures_stretch_the_pause_and_are_forgotten_by_success():
    state, minutes = FeedState(FEED, poll_minutes=45), []
    for _ in range(9):
        state = after_failure(state, NOON)
        minutes.append(round((state.next_poll_at - NOON) / timedelta(minutes=1)))
    assert state.failures == 9
    assert state.poll_minutes == 45
    assert all(minute <= 1440 * (1 + JITTER) for minute in minutes)
    assert minutes[:3] == sorted(minutes[:3])
    assert after_silence(state, NOON).failures == 0


def test_a_feed_that_asks_for_silence_gets_it():
    late = NOON + timedelta(hours=7)
    assert after_failure(FeedState(FEED), NOON, retry_at=late).next_poll_at == late


def test_a_feed_that_is_gone_is_never_due_again():
    state = after_gone(FeedState(FEED), NOON)
    assert not due(state, NOON + timedelta(days=9999))


@pytest.mark.parametrize("poll", [after_change, after_silence, after_failure])
def test_a_polled_feed_is_due_when_its_time_comes(poll):
    state = poll(FeedState(FEED), NOON)
    assert not due(state, NOON)
    assert not due(state, state.next_poll_at - timedelta(seconds=1))
    assert due(state, state.next_poll_at)


def test_a_move_is_believed_after_three_sightings_in_a_row():
    new = "https://news.example/new"
    state = FeedState(FEED)
    for expected in (FEED, FEED, new):
        state = sighted(state, fetch(new))
        assert address(state, FEED) == expected
    assert state.feed_url == FEED


@pytest.mark.parametrize("between", [None, "https://news.example/other"])
def test_sightings_that_differ_count_from_the_start(between):
    new = "https://news.example/new"
    state = FeedState(FEED)
    for moved_to in (new, new, between, new, new):
        state = sighted(state, fetch(moved_to))
    assert (state.moved_to, state.moved_seen) == (new, 2)
    assert address(state, FEED) == FEED
