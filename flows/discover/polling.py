"""When a feed is asked again: soon while it brings news, seldom while it does not, never once it is gone.

Pure functions of a feed's state and what was found. The jitter spreads feeds over time and is derived from the
address and the moment, so that the same run plans the same polls.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

from parsers.records import FeedState, Fetch

LEAST, MOST = 15, 24 * 60
"""Minutes between two polls."""
FASTER, SLOWER = 2, 1.5
"""A poll with news halves the pause, one without stretches it by half: from 15 minutes to a day in twelve polls."""
JITTER = 0.1
SIGHTINGS = 3
"""How often a permanent redirect must be seen, one after the other, before the new address is taken for good."""


def due(state: FeedState | None, now: datetime) -> bool:
    """Whether the feed is to be polled: it never was, or its time has come. A feed that is gone never is."""
    if state is None or state.checked_at is None:
        return True
    return state.next_poll_at is not None and state.next_poll_at <= now


def after_change(state: FeedState, now: datetime) -> FeedState:
    """The feed brought something new."""
    minutes = max(LEAST, state.poll_minutes // FASTER)
    return _planned(replace(state, changed_at=now, failures=0), minutes, now)


def after_silence(state: FeedState, now: datetime) -> FeedState:
    """The feed answered and has nothing new."""
    return _planned(replace(state, failures=0), min(MOST, int(state.poll_minutes * SLOWER) + 1), now)


def after_failure(state: FeedState, now: datetime, *, retry_at: datetime | None = None) -> FeedState:
    """The feed could not be had, or was none: twice the pause for each failure in a row, and what the server asked."""
    minutes = min(MOST, LEAST * 2 ** min(state.failures, 7))
    planned = _planned(replace(state, failures=state.failures + 1), minutes, now)
    if retry_at is not None and planned.next_poll_at is not None:
        planned = replace(planned, next_poll_at=max(planned.next_poll_at, retry_at))
    return replace(planned, poll_minutes=state.poll_minutes)


def after_gone(state: FeedState, now: datetime) -> FeedState:
    """The feed answered 410: it is never polled again."""
    return replace(state, checked_at=now, next_poll_at=None, failures=state.failures + 1)


def sighted(state: FeedState, fetch: Fetch) -> FeedState:
    """Count how often in a row the feed redirected for good to the same address; once believed, a move stays."""
    if fetch.moved_to is None:
        return state if state.moved_seen >= SIGHTINGS else replace(state, moved_to=None, moved_seen=0)
    seen = state.moved_seen + 1 if fetch.moved_to == state.moved_to else 1
    return replace(state, moved_to=fetch.moved_to, moved_seen=seen)


def address(state: FeedState | None, feed_url: str) -> str:
    """Where to ask for the feed: at its new address once that has been seen often enough."""
    if state is not None and state.moved_to is not None and state.moved_seen >= SIGHTINGS:
        return state.moved_to
    return feed_url


def _planned(state: FeedState, minutes: int, now: datetime) -> FeedState:
    seed = hashlib.sha256(f"{state.feed_url} {now.isoformat()}".encode()).digest()
    share = int.from_bytes(seed[:4]) / 2**32 * 2 - 1
    pause = timedelta(minutes=minutes * (1 + JITTER * share))
    return replace(state, poll_minutes=minutes, checked_at=now, next_poll_at=now + pause)
