"""The newsroom's pages through the article parser: the author's paragraphs, and none of the clutter around them."""

import pytest

from flows.newsroom import serve
from flows.newsroom.pages import load_outlets, load_pages
from parsers.article import parse_article
from tests.flows.newsroom.asking import ask

OUTLETS = {outlet.slug: outlet for outlet in load_outlets()}
PAGES = [
    (edition, outlet.slug, page)
    for edition in (1, 2)
    for outlet in OUTLETS.values()
    for page in load_pages(outlet, edition)
    if page.status == 200 and (edition == 1 or page not in load_pages(outlet, 1))
]


@pytest.fixture(scope="module")
def newsrooms():
    with serve(1) as first, serve(2) as second:
        yield {1: first, 2: second}


def around(page):
    """What stands beside the author's paragraphs and is the article's own: headline, standfirst, correction."""
    return {page.title, page.summary, page.correction}


@pytest.mark.parametrize(("number", "slug", "page"), PAGES, ids=[f"{n}-{page.slug}" for n, _, page in PAGES])
def test_a_page_is_read_as_it_was_written(newsrooms, number, slug, page):
    newsroom = newsrooms[number]
    url = newsroom.bases[slug] + page.path
    answer = ask(url)
    article = parse_article(
        answer.body, url=url, content_type=answer.headers["Content-Type"], source=newsroom.sources[slug]
    )
    assert article.title == page.title
    assert [text for text in article.text.split("\n\n") if text not in around(page)] == list(page.paragraphs)
    assert article.published_on == page.published.date()
    assert article.language == page.language
    assert (article.correction_note or "") == page.correction
