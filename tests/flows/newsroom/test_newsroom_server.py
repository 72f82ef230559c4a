"""The newsroom on the wire: what it answers, and that it tells what it was asked."""

import json
import socket

import pytest
from lxml import etree

from flows.newsroom import NewsroomError, serve
from flows.newsroom.acts import DAYS, FIRST_DAY, PAGES, acts
from flows.newsroom.server import ANY_PORTS
from tests.flows.newsroom.asking import ask

ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def newsroom():
    with serve() as open_newsroom:
        yield open_newsroom


def feed_url(newsroom, slug):
    return newsroom.sources[slug].feeds[0].url


@pytest.mark.parametrize("slug", ["demo-courier", "demo-harbour", "demo-ministry"])
def test_a_feed_that_did_not_change_costs_a_304_by_either_validator(newsroom, slug):
    first = ask(feed_url(newsroom, slug))
    assert first.status == 200
    by_tag = ask(feed_url(newsroom, slug), If_None_Match=f'"other", W/{first.headers["ETag"]}')
    by_date = ask(feed_url(newsroom, slug), If_Modified_Since=first.headers["Last-Modified"])
    assert (by_tag.status, by_tag.body) == (304, b"")
    assert (by_date.status, by_date.body) == (304, b"")


def test_a_changed_feed_is_sent_whole_although_the_old_validators_are_shown(newsroom):
    url = feed_url(newsroom, "demo-courier")
    first = ask(url)
    newsroom.turn_to(2)
    try:
        again = ask(url, If_None_Match=first.headers["ETag"], If_Modified_Since=first.headers["Last-Modified"])
    finally:
        newsroom.turn_to(1)
    assert again.status == 200
    assert again.body != first.body


def test_a_validator_that_nobody_can_read_is_as_good_as_none(newsroom):
    assert ask(feed_url(newsroom, "demo-harbour"), If_Modified_Since="the day before yesterday").status == 200


def test_head_has_the_headers_and_no_body(newsroom):
    url = newsroom.bases["demo-ministry"] + "/en/releases/exercise-orion"
    head, whole = ask(url, "HEAD"), ask(url)
    assert head.body == b""
    assert head.headers["Content-Length"] == str(len(whole.body))


def test_robots_txt_forbids_the_members_page_that_the_feed_lists(newsroom):
    base = newsroom.bases["demo-courier"]
    assert "Disallow: /members/" in ask(base + "/robots.txt").text
    assert f"{base}/members/" in ask(feed_url(newsroom, "demo-courier")).text


def test_one_entry_of_the_feed_is_not_there(newsroom):
    base = newsroom.bases["demo-harbour"]
    assert f"{base}/world/morning-schedule" in ask(feed_url(newsroom, "demo-harbour")).text
    assert ask(base + "/world/morning-schedule").status == 404


def test_the_next_day_edits_withdraws_delivers_and_copies(newsroom):
    harbour, courier = newsroom.bases["demo-harbour"], newsroom.bases["demo-courier"]
    edited, withdrawn = f"{harbour}/world/taiwan-earthquake-donation", f"{harbour}/world/mexico-rescue-dogs"
    delivered, copied = (
        f"{courier}/2023/02/24/poland-first-leopards-kyiv/",
        f"{courier}/2023/02/24/finland-mine-clearing-tanks/",
    )
    addresses = (edited, withdrawn, delivered, copied)
    before = [ask(url) for url in addresses]
    newsroom.turn_to(2)
    try:
        after = [ask(url) for url in addresses]
    finally:
        newsroom.turn_to(1)
    assert [answer.status for answer in before] == [200, 200, 404, 404]
    assert [answer.status for answer in after] == [200, 410, 200, 200]
    assert "$20 million" in before[0].text
    assert "$20 million" not in after[0].text


def test_every_request_is_logged_with_who_asked_and_how(newsroom):
    url = feed_url(newsroom, "demo-ministry")
    tag = ask(url).headers["ETag"]
    ask(url, User_Agent="a test", If_None_Match=tag)
    last = newsroom.requests[-1]
    assert (last.outlet, last.method, last.target) == ("demo-ministry", "GET", "/en/releases/rss")
    assert (last.status, last.user_agent, last.conditional) == (304, "a test", True)


def test_a_taken_port_is_one_line_and_leaves_no_port_open():
    with socket.socket() as other, socket.socket() as probe:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
        probe.close()
        with (
            pytest.raises(NewsroomError, match=rf"^port {taken} on 127.0.0.1 cannot be opened.*try again$"),
            serve(ports=(free, taken, 0)),
        ):
            pass
        with socket.create_server(("127.0.0.1", free)):
            pass


def test_two_newsrooms_say_the_same_but_for_their_ports():
    def said(newsroom):
        base = newsroom.bases["demo-harbour"]
        answers = (ask(base + "/atom.xml?paged=2"), ask(base + "/world/imf-bangladesh"), ask(base + "/sitemap.xml"))
        return [answer.text.replace(base, "") for answer in answers]

    with serve(ports=ANY_PORTS) as one, serve(ports=ANY_PORTS) as other:
        assert one.bases != other.bases
        assert said(one) == said(other)


def test_the_archive_covers_ninety_days_without_a_gap():
    days = {act.day for act in acts()}
    assert len(days) == DAYS
    assert min(days) == FIRST_DAY
    assert (max(days) - min(days)).days == DAYS - 1


def archive_paths(newsroom, slug, found):
    """Of the addresses found, those of archive pages: their slug begins with month, day and number."""
    base = newsroom.bases[slug]
    numbers = {f"{act.day:%m%d}-{act.number:03d}" for act in acts() if act.outlet == slug}
    return {number for number in numbers if any(url.startswith(base) and number in url for url in found)}, numbers


@pytest.mark.parametrize("slug", ["demo-courier", "demo-harbour", "demo-ministry"])
def test_the_archive_is_reached_by_paging_the_feed(newsroom, slug):
    found, url = [], feed_url(newsroom, slug)
    while url:
        root = etree.fromstring(ask(url).body)
        found += [link.text for link in root.iter("link")] + [
            link.get("href") for link in root.iter(f"{{{ATOM['a']}}}link")
        ]
        onward = root.findall(".//a:link[@rel='next']", ATOM)
        url = onward[0].get("href") if onward else None
    reached, all_of_them = archive_paths(newsroom, slug, [url for url in found if url])
    assert reached == all_of_them


@pytest.mark.parametrize("slug", ["demo-courier", "demo-harbour", "demo-ministry"])
def test_the_archive_is_reached_by_the_sitemap(newsroom, slug):
    index = etree.fromstring(ask(newsroom.sources[slug].sitemap).body)
    maps = [etree.fromstring(ask(loc.text).body) for loc in index.iterfind("s:sitemap/s:loc", MAP)]
    found = [loc.text for one in maps for loc in one.iterfind("s:url/s:loc", MAP)]
    reached, all_of_them = archive_paths(newsroom, slug, found)
    assert reached == all_of_them
    assert all(lastmod.text for one in maps[:-1] for lastmod in one.iterfind("s:url/s:lastmod", MAP))
    assert not any("/members/" in url for url in found)


def test_the_archive_is_reached_by_wordpress(newsroom):
    root = newsroom.sources["demo-courier"].wordpress
    span = "after=2022-10-03T00:00:00&before=2023-01-01T00:00:00&per_page=30"
    found, number, pages = [], 1, 1
    while number <= pages:
        answer = ask(f"{root}/posts?{span}&page={number}")
        pages, number = int(answer.headers["X-WP-TotalPages"]), number + 1
        found += [post["link"] for post in json.loads(answer.body)]
    reached, all_of_them = archive_paths(newsroom, "demo-courier", found)
    assert reached == all_of_them
    assert len(found) == len(set(found)) == len(all_of_them)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("page=99", "rest_post_invalid_page_number"),
        ("per_page=101", "rest_invalid_param"),
        ("page=0", "rest_invalid_param"),
        ("after=yesterday", "rest_invalid_param"),
    ],
)
def test_wordpress_refuses_what_wordpress_refuses(newsroom, query, code):
    answer = ask(f"{newsroom.sources['demo-courier'].wordpress}/posts?{query}")
    assert answer.status == 400
    assert json.loads(answer.body)["code"] == code


def test_wordpress_is_at_the_courier_alone(newsroom):
    assert ask(newsroom.bases["demo-harbour"] + "/wp-json/wp/v2/posts").status == 404


@pytest.mark.parametrize("paged", ["0", "99", "two", "-1"])
def test_a_feed_page_that_is_none_is_not_found(newsroom, paged):
    assert ask(f"{feed_url(newsroom, 'demo-courier')}?paged={paged}").status == 404


def test_written_sources_are_the_sources(newsroom, tmp_path):
    from parsers.sources import load_sources

    newsroom.write_sources(tmp_path)
    loaded = load_sources(tmp_path)
    assert {slug: loaded[slug] for slug in newsroom.sources} == newsroom.sources


def test_no_act_of_the_archive_is_told_twice():
    assert len({(act.donor, act.recipient, act.gift) for act in acts() if act.stage != "none"}) == sum(
        act.stage != "none" for act in acts()
    )


def test_the_archive_has_pages_with_and_without_aid():
    stages = [act.stage for act in acts()]
    assert len(stages) == PAGES
    assert {"pledged", "delivered", "committed", "none"} == set(stages)
