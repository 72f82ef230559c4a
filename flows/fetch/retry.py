"""What is tried again after a failure, when, and for how long: pure functions over a `RetryState`.

Soft failures (429, 5xx, DNS, TLS, time-out, a broken connection) may heal; hard ones (404, a body past its bounds, an
address that is refused) do not by waiting. Five attempts over ten hours, as Media Cloud and Miniflux roughly do,
outlast a night's maintenance; after that the address is in quarantine until a person has it replayed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from parsers.records import Fetch, RetryState

PAUSES = (timedelta(minutes=15), timedelta(minutes=45), timedelta(minutes=135), timedelta(minutes=405))
"""Before the second attempt and each later one: threefold each, ten hours in all."""
MAX_ATTEMPTS = len(PAUSES) + 1
SOFT_OUTCOMES = frozenset({"dns", "tls", "timeout", "network"})
SOFT_STATUSES = frozenset({408, 425, 429})
FINE = frozenset({"ok", "not_modified", "same_hash"})


def is_soft(fetch: Fetch) -> bool:
    """Whether the failure may heal by itself."""
    if fetch.outcome in SOFT_OUTCOMES or fetch.retry_at is not None:
        return True
    return fetch.status is not None and (fetch.status >= 500 or fetch.status in SOFT_STATUSES)


def after_fetch(known: RetryState | None, fetch: Fetch) -> RetryState | None:
    """What is kept of a fetch for its next attempt; None where there is nothing to try again.

    A request that was never made, since its host had asked for silence, uses up no attempt.
    """
    if fetch.outcome in FINE:
        return None
    at = fetch.requested_at
    state = known or RetryState(fetch.url, 0, at, at, None, fetch.outcome, "")
    asked = fetch.status is not None or fetch.retry_at is None
    attempts = state.attempts + 1 if asked else state.attempts
    state = replace(
        state, attempts=attempts, last_failed_at=at, outcome=fetch.outcome, error=fetch.error or "", raw=fetch.raw
    )
    if not is_soft(fetch) or attempts >= MAX_ATTEMPTS:
        return replace(state, next_at=None)
    planned = at + PAUSES[max(attempts, 1) - 1]
    return replace(state, next_at=max(planned, fetch.retry_at) if fetch.retry_at else planned)


def in_quarantine(state: RetryState) -> bool:
    """Whether only a person can have it tried again."""
    return state.next_at is None


def due(state: RetryState, now: datetime) -> bool:
    """Whether it is time for the next attempt."""
    return state.next_at is not None and state.next_at <= now
