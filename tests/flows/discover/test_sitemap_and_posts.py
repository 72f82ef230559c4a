"""Sitemaps and WordPress's lists of posts, as they come and as they should not."""

import gzip
import json
import time
from datetime import UTC, date, datetime

import pytest

from flows.discover.sitemap import read_sitemap
from parsers.feed import NotAFeed
from parsers.sitemap import MAX_ADDRESSES
from parsers.wordpress import parse_posts as parse_posts_from

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def parse_sitemap(body):
    return read_sitemap(body, "https://news.example/maps/sitemap.xml")


def parse_posts(body):
    return parse_posts_from(body, "https://news.example/wp-json/wp/v2/posts")


def urlset(rows, *, before="", space=SPACE):
    return f'{before}<urlset xmlns="{space}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{rows}</urlset>'.encode()


NEWS = """<url><loc> https://news.example/a?x=1&amp;y=2 </loc><lastmod>2023-02-01T10:00:00Z</lastmod><news:news>
<news:publication><news:name>Post</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2023-01-04T23:30:00-05:00</news:publication_date><news:title>Tents &amp; aid</news:title>
</news:news></url>"""


def test_a_news_sitemap_tells_date_title_and_language():
    [entry] = parse_sitemap(urlset(NEWS)).entries
    assert (entry.url, entry.title, entry.language) == ("https://news.example/a?x=1&y=2", "Tents & aid", "en")
    assert (entry.published_on, entry.published_at) == (date(2023, 1, 4), datetime(2023, 1, 5, 4, 30, tzinfo=UTC))
    assert entry.updated_at == datetime(2023, 2, 1, 10, tzinfo=UTC)


def test_a_last_change_is_no_publication():
    [entry] = parse_sitemap(urlset("<url><loc>https://news.example/a</loc><lastmod>2023-02-01</lastmod></url>")).entries
    assert (entry.published_on, entry.published_raw, entry.updated_at) == (None, None, None)


def test_an_index_lists_sitemaps():
    rows = "".join(
        f"<sitemap><loc>https://news.example/{name}.xml</loc><lastmod>{day}</lastmod></sitemap>"
        for name, day in (("a", "2023-01-04"), ("b", "2023-02-01T10:00:00+02:00"), ("c", "never"))
    )
    found = parse_sitemap(f'<sitemapindex xmlns="{SPACE}">{rows}</sitemapindex>'.encode())
    assert [(sub.url[-5:], sub.changed and sub.changed.day) for sub in found.maps] == [
        ("a.xml", date(2023, 1, 4)), ("b.xml", date(2023, 2, 1)), ("c.xml", None),
    ]  # fmt: skip
    assert found.entries == ()


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    "body", [urlset("<url><loc>https://news.example/a</loc></url>"), b"https://news.example/a\nnot an address\n"]
)
def test_sitemaps_come_packed_and_as_text(body, pack):
    assert [entry.url for entry in parse_sitemap(pack(body)).entries] == ["https://news.example/a"]


@pytest.mark.parametrize("space", ["", "https://www.google.com/schemas/sitemap/0.84", SPACE])
def test_the_namespace_does_not_matter(space):
    assert len(parse_sitemap(urlset("<url><loc>https://news.example/a</loc></url>", space=space)).entries) == 1


@pytest.mark.parametrize("loc", ["", "javascript:alert(1)", "ftp://news.example/a", "http://"])
def test_what_is_no_address_is_left_out(loc):
    assert parse_sitemap(urlset(f"<url><loc>{loc}</loc></url><url/>")).entries == ()


def test_entities_neither_swell_nor_read_files():
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    for subset in (f'<!ENTITY l0 "ha">{laughs}', '<!ENTITY l9 SYSTEM "file:///etc/passwd">'):
        rows = "<url><loc>https://news.example/a</loc></url><url><loc>https://news.example/&l9;</loc></url>"
        found = parse_sitemap(urlset(rows, before=f"<!DOCTYPE urlset [{subset}]>"))
        assert [entry.url for entry in found.entries] == ["https://news.example/a", "https://news.example/"]


def test_a_sitemap_without_end_is_read_up_to_what_the_protocol_allows():
    rows = "".join(f"<url><loc>https://news.example/{n}</loc></url>" for n in range(MAX_ADDRESSES + 9))
    started = time.process_time()
    assert len(parse_sitemap(urlset(rows)).entries) == MAX_ADDRESSES
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "body",
    [b"", b"<", b"<html><body>x</body></html>", b"plain words", b"\x1f\x8bnot gzip", b"<urlset", b"\x00" * 99,
     gzip.compress(b"\x00" * 60_000_000)],
    ids=str,
)  # fmt: skip
def test_what_is_no_sitemap_is_said_in_words(body):
    try:
        assert parse_sitemap(body).entries == ()
    except NotAFeed as error:
        assert error.issue.message


POST = {
    "id": 7,
    "link": "https://news.example/a",
    "date": "2023-01-04T23:30:00",
    "date_gmt": "2023-01-05T04:30:00",
    "modified_gmt": "2023-02-01T10:00:00",
    "title": {"rendered": "Tents &amp; <em>aid</em>"},
    "excerpt": {"rendered": "<p>Forty tents.</p>"},
}


def test_a_post_of_wordpress():
    [entry] = parse_posts(json.dumps([POST]).encode())
    assert (entry.url, entry.guid, entry.title) == ("https://news.example/a", "7", "Tents & aid")
    assert entry.summary == "Forty tents."
    assert (entry.published_on, entry.published_at) == (date(2023, 1, 4), datetime(2023, 1, 5, 4, 30, tzinfo=UTC))
    assert entry.updated_at == datetime(2023, 2, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("field", [field for field in POST if field != "link"])
@pytest.mark.parametrize("value", [None, "", 7, [], {"rendered": 7}, "9999-99-99", "0000-00-00T00:00:00"])
def test_a_post_may_hold_anything(field, value):
    [entry] = parse_posts(json.dumps([{**POST, field: value}]).encode())
    assert entry.url == "https://news.example/a"


def test_posts_without_an_address_are_left_out():
    posts = [{**POST, "link": link} for link in (None, 7, "", "javascript:x")]
    assert parse_posts(json.dumps([*posts, 7, None, []]).encode()) == ()


@pytest.mark.parametrize(
    "body", [b"", b"{", b"{}", b'{"code": "rest_no_route"}', b"<html>", b"7", b"[" * 99_999, b"\xff\xfe", b"\x00"]
)
def test_what_is_no_list_of_posts_is_said_in_words(body):
    with pytest.raises(NotAFeed):
        parse_posts(body)
