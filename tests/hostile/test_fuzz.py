"""Feeds made of the pieces of others: each ends in a Feed or in words, in little time.

200 feeds by default; `AIDWIRE_FUZZ=50000 python -m pytest tests/hostile/test_fuzz.py` goes on for longer.
"""

from __future__ import annotations

import os
import time

import hypothesis.strategies as st
from feeds import HERE, everything
from hypothesis import HealthCheck, given, settings

from parsers.feed import NotAFeed, parse_feed
from parsers.records import Feed
from parsers.sitemap import parse_sitemap

EXAMPLES = int(os.environ.get("AIDWIRE_FUZZ", "200"))
SECONDS = 10.0
SEEDS = [made for made in everything() if len(made.body) < 3_000]


@st.composite
def spliced(draw):
    """A feed with a piece of another in place of some of its own bytes, up to eight times over."""
    made = draw(st.sampled_from(SEEDS))
    body = made.body
    for _ in range(draw(st.integers(0, 8))):
        other = draw(st.one_of(st.sampled_from(SEEDS).map(lambda seed: seed.body), st.binary(max_size=40)))
        start, length = draw(st.integers(0, len(other))), draw(st.integers(0, 200))
        first, last = sorted((draw(st.integers(0, len(body))), draw(st.integers(0, len(body)))))
        body = body[:first] + other[start : start + length] * draw(st.sampled_from((1, 1, 1, 50))) + body[last:]
    return body, made.content_type


@settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(spliced())
def test_a_feed_of_pieces_ends_in_a_feed_or_in_words(made):
    body, content_type = made
    started = time.process_time()
    try:
        assert isinstance(parse_feed(body, url=HERE, content_type=content_type), Feed)
    except NotAFeed as error:
        assert error.issue.message
    try:
        parse_sitemap(body, HERE)
    except NotAFeed as error:
        assert error.issue.message
    assert time.process_time() - started < SECONDS
