"""Nothing that a feed or a page holds stalls or ends a run: each input ends in a record, or named.

Every input goes through the real parse pool, under the memory limit that runs have. All feeds are taken, and of the
pages every tenth; `AIDWIRE_EVERY=1 pytest tests/hostile` takes them all.
"""

from __future__ import annotations

import itertools
import os
import tarfile
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from feeds import HERE, everything
from pages import every_page

from flows.pool import Limits, ParsePool
from parsers.feed import NotAFeed, parse_feed
from parsers.page import read_page
from parsers.records import Feed, Page

LIMITS = Limits(processes=2, seconds=60.0, memory_mb=1024)
"""The watchdog goes by the clock on the wall, of which a busy machine takes several times the 10 s of CPU promised."""
EVERY = int(os.environ.get("AIDWIRE_EVERY", "10"))
BATCH = 64
CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "feedparser-tests.tar.gz"


@pytest.fixture(scope="module")
def pool():
    with ParsePool(LIMITS) as pool:
        yield pool


def ends(pool, body, content_type):
    """How a feed ends: the parser's word for what it is not, or `feed`. Anything else that it raises fails the test."""
    try:
        feed = pool.call(partial(parse_feed, url=HERE, content_type=content_type), body)
    except NotAFeed as error:
        assert error.issue.message
        return error.issue.code
    assert isinstance(feed, Feed)
    for entry in feed.entries:
        assert entry.url.startswith(("http://", "https://"))
        (entry.title + entry.summary).encode()
        assert entry.published_on is None or 1990 <= entry.published_on.year <= 2100
    return "feed"


def test_there_are_five_hundred_hostile_inputs_and_no_two_are_the_same():
    bodies = [(made.body, made.content_type) for made in everything()]
    assert len(set(bodies)) >= 500


def test_every_hostile_feed_ends_in_a_feed_or_in_words(pool):
    found = Counter(ends(pool, made.body, made.content_type) for made in everything())
    assert found["feed"] > 500
    assert len(found) > 5


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of feedparser's tests lies outside the project")
def test_every_file_of_the_corpus_ends_in_a_feed_or_in_words(pool):
    with tarfile.open(CORPUS) as corpus:
        files = [corpus.extractfile(member).read() for member in corpus if member.isfile()]
    found = Counter(ends(pool, body, None) for body in files)
    assert sum(found.values()) == len(files) > 2000


def test_every_hostile_page_ends_stored_skipped_or_quarantined(pool):
    taken = itertools.islice(every_page(), 0, None, EVERY)
    found = Counter()
    while batch := list(itertools.islice(taken, BATCH)):
        pages = [Page("a-source", "https://news.example/a", made.body, made.content_type, None, None) for made in batch]
        for made, parsed in zip(batch, pool.parse(read_page, pages, None), strict=True):
            assert parsed.outcome in {"stored", "skipped", "quarantined"}
            assert parsed.outcome == "stored" or parsed.reason.message
            if parsed.outcome == "quarantined":
                found[parsed.reason.code] += 1
                print(made.name, parsed.reason)  # noqa: T201 - shown by pytest where the test fails
            else:
                found[parsed.outcome] += 1
    stopped = sum(found[code] for code in ("timeout", "crash", "MemoryError"))
    assert stopped <= 0.02 * sum(found.values()), found
