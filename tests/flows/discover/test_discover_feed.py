"""One poll of one feed over real HTTP: what it brings, and what the next poll will know."""

import asyncio
import itertools
from datetime import UTC, datetime, timedelta

import pytest

from flows.discover.feed import discover
from flows.fetch import Archive, Fetcher
from flows.settings import Settings
from parsers.feed import parse_feed
from parsers.records import FeedState

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
runs = itertools.count()


def rss(*items, extra=""):
    entries = "".join(f"<item><title>{name}</title><link>/{name}</link></item>" for name in items)
    return f"<rss version='2.0'><channel><title>Wire</title>{entries}{extra}</channel></rss>"


@pytest.fixture
def poll(tmp_path, httpserver):
    settings = Settings(home=tmp_path, allow_loopback=True, host_delay=0)
    httpserver.expect_request("/robots.txt").respond_with_data("")

    def once(state=None, *, at=NOON, path="/feed"):
        async def parse(body, url, content_type):
            return parse_feed(body, url=url, content_type=content_type)

        async def run():
            archive = Archive(settings.archive, f"run-{next(runs)}")
            async with Fetcher(settings, archive, now=lambda: at) as fetcher:
                return await discover(fetcher, httpserver.url_for(path), state, parse=parse, now=lambda: at)

        return asyncio.run(run())

    return once


def serve(httpserver, body, **more):
    httpserver.clear_all_handlers()
    httpserver.expect_request("/robots.txt").respond_with_data("")
    httpserver.expect_request("/feed").respond_with_data(body, **more)


def test_a_first_poll_brings_the_entries_and_the_state_of_the_next(poll, httpserver):
    serve(httpserver, rss("a", "b"), headers={"ETag": '"1"', "Last-Modified": "Sat, 21 Nov 2026 12:00:00 GMT"})
    found = poll()
    assert [entry.url for entry in found.feed.entries] == [httpserver.url_for("/a"), httpserver.url_for("/b")]
    assert (found.fetch.outcome, found.issue) == ("ok", None)
    assert found.state.feed_url == httpserver.url_for("/feed")
    assert (found.state.etag, found.state.last_modified) == ('"1"', "Sat, 21 Nov 2026 12:00:00 GMT")
    assert (found.state.entries_seen, found.state.changed_at, found.state.checked_at) == (2, NOON, NOON)


def test_an_unchanged_feed_costs_a_304(poll, httpserver):
    serve(httpserver, rss("a"), headers={"ETag": '"1"'})
    state = poll().state
    httpserver.clear_all_handlers()
    httpserver.expect_request("/feed", headers={"If-None-Match": '"1"'}).respond_with_data("", status=304)
    found = poll(state, at=NOON + timedelta(hours=1))
    assert (found.fetch.outcome, found.feed, found.fetch.body_bytes) == ("not_modified", None, 0)
    assert (found.state.etag, found.state.body_sha256) == ('"1"', state.body_sha256)
    assert (found.state.changed_at, found.state.checked_at) == (NOON, NOON + timedelta(hours=1))
    assert found.state.poll_minutes > state.poll_minutes


def test_an_unchanged_body_is_not_parsed_again(poll, httpserver):
    serve(httpserver, rss("a"), headers={"ETag": '"1"'})
    state = poll().state
    serve(httpserver, rss("a"), headers={"ETag": '"2"'})
    found = poll(state)
    assert (found.fetch.outcome, found.feed, found.state.etag) == ("same_hash", None, '"2"')


@pytest.mark.parametrize(
    ("body", "code"), [("<html><body>Welcome</body></html>", "html"), ("", "empty"), ("no markup", "not_xml")]
)
def test_what_is_no_feed_is_an_issue_and_leaves_the_state_alone(body, code, poll, httpserver):
    serve(httpserver, rss("a"), headers={"ETag": '"1"'})
    state = poll().state
    serve(httpserver, body, headers={"ETag": '"9"'})
    found = poll(state)
    assert (found.feed, found.issue.code, found.state.failures) == (None, code, 1)
    assert (found.state.etag, found.state.body_sha256) == ('"1"', state.body_sha256)


def test_an_empty_feed_that_had_entries_is_an_error(poll, httpserver):
    serve(httpserver, rss())
    assert poll().issue is None
    serve(httpserver, rss("a", "b"))
    state = poll().state
    serve(httpserver, rss())
    found = poll(state)
    assert (found.feed, found.issue.code, found.state.entries_seen) == (None, "empty_feed", 2)
    assert "had 2 entries before" in found.issue.message


def test_a_feed_that_is_gone_is_never_polled_again(poll, httpserver):
    serve(httpserver, "", status=410)
    found = poll()
    assert (found.fetch.outcome, found.state.next_poll_at) == ("gone", None)


def test_a_server_that_fails_is_asked_later(poll, httpserver):
    serve(httpserver, "", status=503, headers={"Retry-After": "7200"})
    found = poll(FeedState(httpserver.url_for("/feed"), etag='"1"', poll_minutes=30))
    assert (found.feed, found.state.etag, found.state.failures) == (None, '"1"', 1)
    assert found.state.next_poll_at >= NOON + timedelta(hours=2)


def test_a_feed_that_moved_for_good_is_asked_at_its_new_address_after_three_sightings(poll, httpserver):
    httpserver.expect_request("/feed").respond_with_data("", status=301, headers={"Location": "/new"})
    httpserver.expect_request("/new").respond_with_data(rss("a"))
    state, asked = None, []
    for _ in range(6):
        httpserver.clear_log()
        found = poll(state)
        state = found.state
        asked.append([request.path for request, _ in httpserver.log if request.path != "/robots.txt"])
    assert asked == [["/feed", "/new"]] * 3 + [["/new"]] * 3
    assert state.feed_url == httpserver.url_for("/feed")


def test_a_move_to_a_private_address_is_never_stored(poll, httpserver):
    httpserver.expect_request("/feed").respond_with_data("", status=301, headers={"Location": "http://10.0.0.1/feed"})
    found = poll()
    assert (found.fetch.outcome, found.state.moved_to, found.state.moved_seen) == ("blocked", None, 0)


@pytest.mark.parametrize(
    ("written", "known"), [("Tue, 24 Nov 2026 12:00:00 GMT", True), ("Thu, 26 Nov 2026 12:00:00 GMT", False)]
)
def test_a_date_that_has_not_come_yet_is_not_believed(written, known, poll, httpserver):
    serve(httpserver, rss(extra=f"<item><link>/a</link><pubDate>{written}</pubDate></item>"))
    [entry] = poll().feed.entries
    assert (entry.published_on is not None, entry.published_raw) == (known, written)
