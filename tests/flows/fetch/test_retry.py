"""What is tried again: soft failures, five times in ten hours; then it is for a person to say."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.fetch.retry import after_fetch, due, in_quarantine, is_soft
from parsers.records import Fetch

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
URL = "https://news.example/a"


def fetch(outcome, status=None, *, at=NOON, retry_at=None):
    return Fetch(URL, URL, at, outcome, status=status, error=f"{outcome} {status}", retry_at=retry_at)


@pytest.mark.parametrize(
    ("outcome", "status", "soft"),
    [
        ("dns", None, True), ("tls", None, True), ("timeout", None, True), ("network", None, True),
        ("http_error", 429, True), ("http_error", 500, True), ("http_error", 503, True), ("http_error", 408, True),
        ("robots", 503, True), ("http_error", 404, False), ("http_error", 403, False), ("http_error", 401, False),
        ("http_error", None, False), ("gone", 410, False), ("too_large", 200, False), ("blocked", None, False),
        ("robots", None, False),
    ],
)  # fmt: skip
def test_soft_and_hard_failures_are_told_apart(outcome, status, soft):
    assert is_soft(fetch(outcome, status)) is soft
    state = after_fetch(None, fetch(outcome, status))
    assert (in_quarantine(state), state.attempts) == (not soft, 1)


def test_five_attempts_over_ten_hours_and_then_quarantine():
    at, state, times = NOON, None, []
    while True:
        state = after_fetch(state, fetch("timeout", at=at))
        times.append(at)
        if in_quarantine(state):
            break
        assert not due(state, state.next_at - timedelta(seconds=1))
        assert due(state, state.next_at)
        at = state.next_at
    assert len(times) == 5
    assert times[-1] - times[0] == timedelta(hours=10)
    assert (state.first_failed_at, state.last_failed_at, state.error) == (NOON, times[-1], "timeout None")
    assert not due(state, NOON + timedelta(days=999))


@pytest.mark.parametrize("outcome", ["ok", "not_modified", "same_hash"])
def test_a_fetch_that_worked_ends_the_matter(outcome):
    assert after_fetch(after_fetch(None, fetch("dns")), fetch(outcome, 200)) is None


def test_what_the_server_asked_for_comes_first():
    later = NOON + timedelta(hours=5)
    assert after_fetch(None, fetch("http_error", 503, retry_at=later)).next_at == later
    sooner = NOON + timedelta(minutes=1)
    assert after_fetch(None, fetch("http_error", 503, retry_at=sooner)).next_at == NOON + timedelta(minutes=15)


def test_a_request_that_was_not_made_uses_up_no_attempt():
    state = after_fetch(None, fetch("http_error", 429, retry_at=NOON + timedelta(hours=1)))
    again = after_fetch(state, fetch("http_error", None, retry_at=NOON + timedelta(hours=2)))
    assert (again.attempts, again.next_at) == (1, NOON + timedelta(hours=2))
