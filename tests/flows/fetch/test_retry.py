"""What is tried again: soft failures, five times in ten hours; then it is for a person to say."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.fetch.retry import is_soft, next_attempt

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("outcome", "status", "soft"),
    [
        ("dns", None, True), ("tls", None, True), ("timeout", None, True), ("network", None, True),
        ("network", 200, True), ("http_error", 429, True), ("http_error", 500, True), ("http_error", 503, True),
        ("http_error", 408, True), ("http_error", None, True), ("robots", 503, True), ("http_error", 404, False),
        ("http_error", 403, False), ("http_error", 401, False), ("http_error", 200, False), ("gone", 410, False),
        ("too_large", 200, False), ("blocked", None, False), ("robots", None, False), ("robots", 200, False),
    ],
)  # fmt: skip
def test_soft_and_hard_failures_are_told_apart(outcome, status, soft):
    assert is_soft(outcome, status) is soft


def test_five_attempts_over_ten_hours_and_no_more():
    times = [NOON]
    while (coming := next_attempt(len(times), times[-1])) is not None:
        times.append(coming)
    assert len(times) == 5
    assert times[-1] - times[0] == timedelta(hours=10)
    assert times == sorted(times)
