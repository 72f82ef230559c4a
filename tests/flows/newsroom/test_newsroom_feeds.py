"""The newsroom's feeds through the feed parser: the front page once, nothing mended, dates as the outlets gave them."""

from datetime import UTC

import pytest

from flows.newsroom import serve
from flows.newsroom.pages import load_outlets, load_pages
from parsers.feed import parse_feed
from tests.flows.newsroom.asking import ask


@pytest.fixture(scope="module", params=[1, 2])
def edition(request):
    with serve(request.param) as newsroom:
        yield request.param, newsroom


@pytest.mark.parametrize("outlet", load_outlets(), ids=lambda outlet: outlet.slug)
def test_a_feed_lists_the_front_page(edition, outlet):
    number, newsroom = edition
    pages = load_pages(outlet, number)
    url, base = newsroom.sources[outlet.slug].feeds[0].url, newsroom.bases[outlet.slug]
    answer = ask(url)
    feed = parse_feed(answer.body, url=url, content_type=answer.headers["Content-Type"])
    assert feed.issues == ()
    assert feed.title == outlet.name
    assert feed.next_url == f"{url}?paged=2"
    assert [entry.url for entry in feed.entries] == [base + page.path for page in pages]
    for entry, page in zip(feed.entries, pages, strict=True):
        assert (entry.title, entry.summary) == (page.title, page.summary)
        assert entry.published_at == page.published.astimezone(UTC)
        assert entry.published_on == page.published.date()
    assert len({entry.guid for entry in feed.entries}) == len(pages)


def test_the_wire_tells_that_an_entry_was_edited(edition):
    number, newsroom = edition
    url = newsroom.sources["demo-harbour"].feeds[0].url
    feed = parse_feed(ask(url).body, url=url, content_type="application/atom+xml")
    (edited,) = (entry for entry in feed.entries if entry.url.endswith("/taiwan-earthquake-donation"))
    assert (edited.updated_at > edited.published_at) is (number == 2)
