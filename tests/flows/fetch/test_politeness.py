"""Manners towards a host: its robots.txt, its pauses, its silences, and what we say of ourselves."""

import asyncio
import itertools
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
from werkzeug import Response

from flows.fetch import Archive, Fetcher
from flows.fetch.politeness import MAX_SILENCE, retry_at
from flows.settings import Settings

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
runs = itertools.count()


class Clock:
    """A clock that a test sets."""

    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def get(tmp_path, clock, httpserver):
    """Fetches paths of the test's server, one after the other, as one run; gives their fetches."""

    def run(*paths, at_once=False, delay=0.0, **more):
        settings = Settings(home=tmp_path, allow_loopback=True, host_delay=delay, contact="mailto:desk@aid.example")

        async def fetch_all():
            async with Fetcher(settings, Archive(settings.archive, f"run-{next(runs)}"), now=clock) as fetcher:
                coming = [fetcher.get(httpserver.url_for(path), **more) for path in paths]
                if at_once:
                    return await asyncio.gather(*coming)
                return [await one for one in coming]

        return [fetch for fetch, _ in asyncio.run(fetch_all())]

    return run


def asked(httpserver):
    return [request.path for request, _ in httpserver.log]


def serve(httpserver, path, answer="news", **more):
    httpserver.expect_request(path).respond_with_data(answer, **more)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429])
def test_no_robots_txt_allows_all(status, get, httpserver):
    serve(httpserver, "/robots.txt", "User-agent: *\nDisallow: /", status=status)
    serve(httpserver, "/a")
    assert [fetch.outcome for fetch in get("/a")] == ["ok"]


@pytest.mark.parametrize("status", [500, 502, 503, 599])
def test_a_broken_robots_txt_forbids_all_for_now(status, get, httpserver):
    serve(httpserver, "/robots.txt", status=status)
    [fetch] = get("/a")
    assert (fetch.outcome, fetch.status, fetch.raw) == ("robots", status, None)
    assert "no robots.txt to go by" in fetch.error
    assert asked(httpserver) == ["/robots.txt"]


@pytest.mark.parametrize(
    ("rules", "path", "outcome"),
    [
        ("User-agent: *\nDisallow: /private/", "/private/a", "robots"),
        ("User-agent: *\nDisallow: /private/", "/public/a", "ok"),
        ("User-agent: *\nDisallow: /\nAllow: /news/", "/news/a", "ok"),
        ("User-agent: *\nDisallow: /*.php$", "/x.php", "robots"),
        ("User-agent: *\nDisallow: /\n\nUser-agent: aidwire\nDisallow: /private/", "/news", "ok"),
        ("User-agent: aidwire\nDisallow: /", "/news", "robots"),
        ("user-agent: AidWire\ndisallow: /", "/news", "robots"),
        ("User-agent: other\nDisallow: /", "/news", "ok"),
        ("<html>not a robots.txt</html>", "/news", "ok"),
        ("\ufeffUser-agent: *\nDisallow: /private/", "/private/a", "robots"),
        ("# " + "x" * 600_000 + "\nUser-agent: *\nDisallow: /", "/news", "ok"),
        ("User-agent: *\nDisallow: /news\n#" + "x" * 600_000, "/news", "robots"),
    ],
)
def test_robots_txt_is_obeyed(rules, path, outcome, get, httpserver):
    serve(httpserver, "/robots.txt", rules)
    serve(httpserver, path)
    [fetch] = get(path)
    assert fetch.outcome == outcome
    assert asked(httpserver) == (["/robots.txt"] if outcome == "robots" else ["/robots.txt", path])


def test_robots_txt_may_redirect(get, httpserver):
    serve(httpserver, "/robots.txt", status=301, headers={"Location": "/elsewhere.txt"})
    serve(httpserver, "/elsewhere.txt", "User-agent: *\nDisallow: /")
    assert [fetch.outcome for fetch in get("/a")] == ["robots"]


def test_a_redirect_does_not_lead_around_robots_txt(get, httpserver):
    serve(httpserver, "/robots.txt", "User-agent: *\nDisallow: /private/")
    serve(httpserver, "/a", status=302, headers={"Location": "/private/a"})
    assert [fetch.outcome for fetch in get("/a")] == ["robots"]
    assert asked(httpserver) == ["/robots.txt", "/a"]


def test_robots_txt_is_asked_for_once_a_day(get, httpserver, clock):
    serve(httpserver, "/robots.txt", "")
    serve(httpserver, "/a")
    get("/a", "/a", at_once=True)
    clock.now = NOON + timedelta(hours=23, minutes=59)
    get("/a")
    assert asked(httpserver).count("/robots.txt") == 1
    clock.now = NOON + timedelta(days=1)
    get("/a")
    assert asked(httpserver).count("/robots.txt") == 2


def test_a_robots_txt_that_no_server_gave_is_asked_for_again_by_the_next_run(tmp_path, clock, httpserver):
    settings = Settings(home=tmp_path, allow_loopback=True, host_delay=0)
    up = False

    async def lookup(_):
        if not up:
            raise OSError("no network")
        return ("127.0.0.1",)

    async def run():
        async with Fetcher(settings, Archive(settings.archive, f"run-{up}"), now=clock, lookup=lookup) as fetcher:
            return (await fetcher.get(f"http://localhost:{httpserver.port}/a"))[0].outcome

    serve(httpserver, "/robots.txt", "")
    serve(httpserver, "/a")
    assert asyncio.run(run()) == "dns"
    up = True
    assert asyncio.run(run()) == "ok"


def test_a_host_gets_one_request_at_a_time(get, httpserver):
    inside, most = [], []
    both = threading.Barrier(2)

    def answer(_):
        inside.append(1)
        most.append(len(inside))
        # Two requests at once would meet here; one alone waits in vain.
        try:
            both.wait(0.2)
        except threading.BrokenBarrierError:
            both.reset()
        inside.pop()
        return Response("news")

    serve(httpserver, "/robots.txt", "")
    httpserver.expect_request("/a").respond_with_handler(answer)
    assert [fetch.outcome for fetch in get("/a", "/a", "/a", at_once=True)] == ["ok"] * 3
    assert max(most) == 1


@pytest.mark.parametrize(
    ("rules", "delay", "pause"),
    [("", 0.2, 0.2), ("User-agent: *\nCrawl-delay: 0.3", 0, 0.3), ("User-agent: *\nRequest-rate: 10/3s", 0, 0.3),
     ("User-agent: *\nCrawl-delay: 0.1", 0.2, 0.2)],
)  # fmt: skip
def test_there_is_a_pause_between_two_requests(rules, delay, pause, get, httpserver):
    times = []

    def answer(_):
        times.append(time.monotonic())
        return Response("news")

    serve(httpserver, "/robots.txt", rules)
    httpserver.expect_request("/a").respond_with_handler(answer)
    get("/a", "/a", "/a", at_once=True, delay=delay)
    assert min(later - earlier for earlier, later in itertools.pairwise(times)) >= pause


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("value", ["3600", "Sun, 22 Nov 2026 13:00:00 GMT"])
def test_a_host_that_asks_for_silence_gets_it(status, value, get, httpserver):
    serve(httpserver, "/robots.txt", "")
    serve(httpserver, "/a", status=status, headers={"Retry-After": value})
    serve(httpserver, "/b")
    first, second = get("/a", "/b")
    assert (first.outcome, first.status, first.retry_at) == ("http_error", status, NOON + timedelta(hours=1))
    assert (second.outcome, second.status, second.retry_at) == ("http_error", None, NOON + timedelta(hours=1))
    assert "asked not to be asked again before 2026-11-22 13:00 UTC" in second.error
    assert asked(httpserver) == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), (" 7 ", 7), ("0", None), ("-5", None), ("1.5", None), ("soon", None), ("", None),
     ("Sun, 22 Nov 2026 12:00:30 GMT", 30), ("Sun, 22 Nov 2026 12:00:30 -0000", 30),
     ("Sun, 22 Nov 2026 14:00:30 +0200", 30), ("Sat, 21 Nov 2026 12:00:00 GMT", None), ("999999999999", 86_400),
     ("Fri, 31 Dec 9999 23:59:59 GMT", 86_400), ("Fri, 31 Dec 9999 23:59:59 -1400", 86_400),
     ("Sun, 99 Nov 2026 12:00:00 GMT", None), ("٣٠", None)],
)  # fmt: skip
def test_retry_after_is_read(value, seconds):
    expected = None if seconds is None else NOON + timedelta(seconds=seconds)
    assert retry_at(value, NOON) == expected
    assert timedelta(days=1) == MAX_SILENCE


def test_both_validators_are_sent_and_a_304_costs_no_body(get, httpserver):
    validators = {"If-None-Match": 'W/"7"', "If-Modified-Since": "Sat, 21 Nov 2026 12:00:00 GMT"}
    serve(httpserver, "/robots.txt", "")
    httpserver.expect_request("/a", headers=validators).respond_with_data("", status=304)
    [fetch] = get("/a", etag=validators["If-None-Match"], last_modified=validators["If-Modified-Since"])
    assert (fetch.outcome, fetch.status, fetch.body_bytes) == ("not_modified", 304, 0)


@pytest.mark.parametrize("value", ["x" * 1001, "a\x80b"])
def test_a_validator_that_cannot_be_sent_back_is_not_kept(value, get, httpserver):
    serve(httpserver, "/robots.txt", "")
    serve(httpserver, "/a", headers={"ETag": value})
    assert [fetch.etag for fetch in get("/a")] == [None]


def test_we_say_who_we_are_and_keep_no_cookies(get, httpserver):
    serve(httpserver, "/robots.txt", "", headers={"Set-Cookie": "id=1"})
    serve(httpserver, "/a", headers={"Set-Cookie": "id=2"})
    get("/a", "/a")
    for request, _ in httpserver.log:
        assert request.headers["User-Agent"] == "aidwire/0.1 (+mailto:desk@aid.example)"
        assert "Cookie" not in request.headers
        assert request.headers["Accept-Encoding"] == "gzip, deflate"


@pytest.mark.parametrize(
    ("statuses", "moved"), [((301,), True), ((308, 301), True), ((302,), False), ((307, 301), False)]
)
def test_an_address_that_moved_for_good_is_told(statuses, moved, get, httpserver):
    serve(httpserver, "/robots.txt", "")
    for at, status in enumerate(statuses):
        serve(httpserver, f"/{at}", status=status, headers={"Location": f"/{at + 1}"})
    serve(httpserver, f"/{len(statuses)}")
    [fetch] = get("/0")
    end = httpserver.url_for(f"/{len(statuses)}")
    assert (fetch.outcome, fetch.final_url, fetch.moved_to) == ("ok", end, end if moved else None)


def test_a_permanent_move_by_way_of_a_passing_one_counts_as_far_as_it_was_for_good(get, httpserver):
    serve(httpserver, "/robots.txt", "")
    serve(httpserver, "/0", status=301, headers={"Location": "/1"})
    serve(httpserver, "/1", status=302, headers={"Location": "/2"})
    serve(httpserver, "/2")
    [fetch] = get("/0")
    assert (fetch.final_url, fetch.moved_to) == (httpserver.url_for("/2"), httpserver.url_for("/1"))


@pytest.mark.parametrize(
    ("headers", "outcome"),
    [({"TDM-Reservation": "1"}, "robots"), ({"tdm-reservation": "0"}, "ok"),
     ({"X-Robots-Tag": "NoAI, noimageai"}, "robots"),
     ({"X-Robots-Tag": "noindex"}, "ok")],
)  # fmt: skip
def test_a_page_whose_publisher_reserves_its_rights_is_not_kept(headers, outcome, get, httpserver, tmp_path):
    serve(httpserver, "/robots.txt", "")
    serve(httpserver, "/a", "reserved words", headers=headers)
    [fetch] = get("/a")
    assert fetch.outcome == outcome
    kept = [member.body for _, member in Archive(Settings(home=tmp_path).archive).responses()]
    assert (b"reserved words" in kept) is (outcome == "ok")
