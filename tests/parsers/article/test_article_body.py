"""Where the text comes from: a source's rules, the page, or the feed."""

import json
from dataclasses import replace

from parsers.article import parse_article
from parsers.records import FeedEntry
from parsers.sources import ArticleRules, read_source

SOURCE = read_source(
    """
name = "Office of Relief"
home = "https://relief.example/"
country = "NOR"
language = "en"
kind = "aid_agency"
tier = 1
expected_per_week = 3
timezone = "Pacific/Auckland"
[terms]
text = "made up for a test"
url = "https://relief.example/terms"
[[feeds]]
url = "https://relief.example/feed"
""",
    slug="relief",
    where="test",
)
PAGE = """<html><head><title>Relief | Release 14</title></head><body>
<div id="head">Blankets for the valley</div><span class="when">4 January 2023</span><span class="who">A. Clerk</span>
<div class="story"><p>Three thousand blankets left the depot.</p><div class="box"><p>Call our hotline.</p></div>
<p>Lorries take them up the valley by night.</p></div>
<div class="story"><p>The road has been cleared of snow.</p></div></body></html>"""
RULES = ArticleRules(title="#head", body=".story", byline=".who", date=".when", drop=(".box",))


def read(page=PAGE, source=None, entry=None):
    return parse_article(page.encode(), url="https://relief.example/14", content_type=None, source=source, entry=entry)


def test_rules_of_a_source_come_first():
    article = read(source=replace(SOURCE, article=RULES))
    assert article.title == "Blankets for the valley"
    assert article.text.split("\n\n") == [
        "Three thousand blankets left the depot.",
        "Lorries take them up the valley by night.",
        "The road has been cleared of snow.",
    ]
    assert (article.byline, str(article.published_on), article.published_date_basis) == (
        "A. Clerk",
        "2023-01-04",
        "text",
    )
    assert (article.method, article.language, article.publisher) == ("source:relief", "en", "Office of Relief")


def test_rules_that_match_nothing_leave_the_page_to_the_general_reader():
    article = read(source=replace(SOURCE, article=ArticleRules(body=".gone", title=".gone", date=".gone")))
    assert "Three thousand blankets left the depot." in article.text
    assert not article.method.startswith("source:")


def test_nested_matches_are_taken_once():
    article = read(source=replace(SOURCE, article=ArticleRules(body="div")))
    assert article.text.count("Call our hotline.") == 1


def test_the_zone_of_a_source_tells_the_day():
    late = PAGE.replace("<head>", '<head><meta property="article:published_time" content="2023-01-04T20:00:00Z">')
    assert str(read(late, source=SOURCE).published_on) == "2023-01-05"


def test_the_feed_speaks_where_the_page_says_less():
    summary = "Three thousand blankets left the depot for the valley on Wednesday, the office said. " * 5
    entry = FeedEntry("https://relief.example/14", None, "Blankets", summary, None, None, None, None, "nb")
    article = read("<html><body><p>Loading</p></body></html>", entry=entry)
    assert (article.text, article.body_basis, article.method) == (summary.strip(), "feed", "feed")
    assert (article.title, article.language) == ("Blankets", "nb")
    assert read(entry=replace(entry, summary="Blankets.")).body_basis == "page"


def test_json_ld_speaks_where_the_page_shows_a_teaser():
    lines = [
        f"Sentence number {number} of the article tells what was sent, and to whom it went." for number in range(20)
    ]
    linked = json.dumps({"@type": "NewsArticle", "articleBody": "".join(f"<p>{line}</p>" for line in lines)})
    script = f'<script type="application/ld+json">{linked}</script>'
    page = f"<html><head><title>Sent</title>{script}</head><body><p>{lines[0]}</p></body></html>"
    article = read(page)
    assert (article.text.split("\n\n"), article.method) == (lines, "jsonld")
