"""What is tried again after a failure, and when. Pure.

Soft failures (429, 5xx, DNS, TLS, time-out, a broken connection) may heal; hard ones (404, a body past its bounds, an
address that is refused) do not by waiting. Five attempts over ten hours outlast a night's maintenance; after that
only a person has the address tried again.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from parsers.records import FetchOutcome

PAUSES = (timedelta(minutes=15), timedelta(minutes=45), timedelta(minutes=135), timedelta(minutes=405))
"""Before the second attempt and each later one: threefold each, ten hours in all."""
SOFT_OUTCOMES = frozenset({"dns", "tls", "timeout", "network"})
SOFT_STATUSES = frozenset({408, 425, 429})


def is_soft(outcome: FetchOutcome, status: int | None) -> bool:
    """Whether a failure may heal by itself. `http_error` without a status is a host that asked for silence."""
    if outcome in SOFT_OUTCOMES:
        return True
    if status is None:
        return outcome == "http_error"
    return outcome in ("http_error", "robots") and (status >= 500 or status in SOFT_STATUSES)


def next_attempt(attempts: int, last_at: datetime) -> datetime | None:
    """When an address that failed softly `attempts` times, at last at `last_at`, is tried again; None for no more."""
    return last_at + PAUSES[attempts - 1] if attempts <= len(PAUSES) else None
