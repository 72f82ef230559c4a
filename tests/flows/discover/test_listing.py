"""The ways into a site's past, over real HTTP: what they ask for, what they leave alone, and where they end."""

import asyncio
import gzip
import json
from datetime import UTC, date, datetime

import pytest

from flows.discover.listing import Gathering
from flows.discover.paging import by_paging
from flows.discover.sitemap import by_sitemap
from flows.discover.span import Span
from flows.discover.wordpress import by_wordpress
from flows.fetch import Archive, Fetcher
from flows.settings import Settings

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
JANUARY = Span(date(2023, 1, 1), date(2023, 1, 31))


async def offload(function, *args):
    return function(*args)


@pytest.fixture
def listed(tmp_path, httpserver):
    """Walks one way; gives the paths of the entries, the paths asked for, and the codes of the issues."""
    settings = Settings(home=tmp_path, allow_loopback=True, host_delay=0)

    def walk(way, *args, cap=100):
        async def run():
            async with Fetcher(settings, Archive(settings.archive, "run-1"), now=lambda: NOON) as fetcher:
                return await way(Gathering(fetcher, offload, JANUARY, cap, "post"), *args)

        listing = asyncio.run(run())
        paths = [entry.url.removeprefix(httpserver.url_for("/").rstrip("/")) for entry in listing.entries]
        asked = [request.full_path.rstrip("?") for request, _ in httpserver.log if request.path != "/robots.txt"]
        return paths, asked, [issue.code for issue in listing.issues]

    return walk


def serve(httpserver, path, body, **more):
    httpserver.expect_request(path).respond_with_data(body, **more)


def urlset(httpserver, *paths):
    rows = "".join(f"<url><loc>{httpserver.url_for(path)}</loc></url>" for path in paths)
    return f"<urlset>{rows}</urlset>"


def index(httpserver, *places):
    rows = "".join(
        f"<sitemap><loc>{httpserver.url_for(path)}</loc><lastmod>{edited}</lastmod></sitemap>"
        for path, edited in places
    )
    return f"<sitemapindex>{rows}</sitemapindex>"


def test_an_index_leads_to_the_months_of_the_span_alone(listed, httpserver):
    places = [
        ("/2022-11.xml", ""),
        ("/2023-01.xml", ""),
        ("/2023-03.xml", ""),
        ("/old.xml", "2022-12-01"),
        ("/new.xml", ""),
    ]
    serve(httpserver, "/robots.txt", "")
    serve(httpserver, "/sitemap.xml", index(httpserver, *places))
    serve(httpserver, "/2023-01.xml", urlset(httpserver, "/2023/01/04/a", "/2022/12/04/b"))
    serve(httpserver, "/new.xml", gzip.compress(urlset(httpserver, "/c", "/2023/01/04/a").encode()))
    paths, asked, issues = listed(by_sitemap, httpserver.url_for("/"), None)
    assert paths == ["/2023/01/04/a", "/c"]
    assert asked == ["/sitemap.xml", "/2023-01.xml", "/new.xml"]
    assert issues == []


def test_robots_txt_names_the_sitemaps(listed, httpserver):
    named = "".join(f"Sitemap: {httpserver.url_for(path)}\n" for path in ("/x.xml", "/y.xml", "/x.xml"))
    serve(httpserver, "/robots.txt", named)
    serve(httpserver, "/x.xml", urlset(httpserver, "/a"))
    serve(httpserver, "/y.xml", "<html>none</html>")
    assert listed(by_sitemap, httpserver.url_for("/"), None) == (["/a"], ["/x.xml", "/y.xml"], ["not_a_sitemap"])


def test_an_index_of_itself_comes_to_an_end(listed, httpserver):
    serve(httpserver, "/robots.txt", "")
    serve(httpserver, "/sitemap.xml", index(httpserver, ("/sitemap.xml", ""), ("/other.xml", "")))
    serve(httpserver, "/other.xml", index(httpserver, ("/sitemap.xml", ""), ("/other.xml", "")))
    assert listed(by_sitemap, httpserver.url_for("/"), None)[1] == ["/sitemap.xml", "/other.xml"]


def test_the_cap_ends_it_and_is_told(listed, httpserver):
    serve(httpserver, "/robots.txt", "")
    serve(httpserver, "/s.xml", urlset(httpserver, *(f"/{n}" for n in range(9))))
    paths, _, issues = listed(by_sitemap, "", httpserver.url_for("/s.xml"), cap=3)
    assert (paths, issues) == (["/0", "/1", "/2"], ["cap"])


def rss(*entries, onward=None):
    items = "".join(f"<item><link>{path}</link><pubDate>{day}</pubDate></item>" for path, day in entries)
    link = f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="{onward}"/>' if onward else ""
    return f"<rss version='2.0'><channel>{link}{items}</channel></rss>"


def test_a_feed_is_paged_until_it_is_older_than_the_span(listed, httpserver):
    serve(httpserver, "/robots.txt", "")
    serve(httpserver, "/1", rss(("/a", "2023-03-01"), onward="/2"))
    serve(httpserver, "/2", rss(("/b", "2023-01-20"), ("/c", "2023-01-10"), onward="/3"))
    serve(httpserver, "/3", rss(("/d", "2022-11-20"), onward="/4"))
    assert listed(by_paging, httpserver.url_for("/1")) == (["/b", "/c"], ["/1", "/2", "/3"], [])


def test_a_feed_that_pages_in_a_ring_comes_to_an_end(listed, httpserver):
    serve(httpserver, "/robots.txt", "")
    serve(httpserver, "/1", rss(("/a", ""), onward="/2"))
    serve(httpserver, "/2", rss(("/b", ""), onward="/1"))
    assert listed(by_paging, httpserver.url_for("/1")) == (["/a", "/b"], ["/1", "/2"], [])


def test_a_page_that_fails_leaves_what_came_before(listed, httpserver):
    serve(httpserver, "/robots.txt", "")
    serve(httpserver, "/1", rss(("/a", "2023-01-20"), onward="/2"))
    serve(httpserver, "/2", "", status=500)
    assert listed(by_paging, httpserver.url_for("/1")) == (["/a"], ["/1", "/2"], ["http_error"])


def posts(httpserver, *numbers):
    return json.dumps([{"link": httpserver.url_for(f"/{n}"), "date": "2023-01-04T10:00:00"} for n in numbers])


def test_wordpress_is_asked_for_the_span_page_by_page(listed, httpserver):
    serve(httpserver, "/robots.txt", "")
    for number, of_page in ((1, range(100)), (2, range(100, 150))):
        expected = {"page": str(number), "per_page": "100"}
        asked = {**expected, "after": "2022-12-31T00:00:00", "before": "2023-02-02T00:00:00", "order": "asc"}
        asked |= {"orderby": "date", "_fields": "id,link,date,date_gmt,modified_gmt,title,excerpt"}
        httpserver.expect_request("/wp/posts", query_string=asked).respond_with_data(posts(httpserver, *of_page))
    paths, asked, issues = listed(by_wordpress, httpserver.url_for("/wp/"), cap=1_000)
    assert paths == [f"/{n}" for n in range(150)]
    assert (len(asked), issues) == (2, [])
