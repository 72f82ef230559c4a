"""Which of the titles that a page gives is the one that its reader sees."""

import pytest

from parsers.article import parse_article

TEXT = "<p>The government will send twelve generators and a field hospital, the minister said on Tuesday.</p>" * 4


SITE = '<meta property="og:site_name" content="The Post">'
OG = '<meta property="og:title" content="{}">'
LD = '<script type="application/ld+json">{"@type":"Article","headline":"Generators &amp; tents go east"}</script>'


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<title>Generators go east | The Post</title>", "<h1>Generators go east</h1>", "Generators go east"),
        (f"{SITE}<title>Generators go east - The Post</title>", "", "Generators go east"),
        ("<title>Generators go east :: Post.example</title>", "<h1>Post</h1>", "Generators go east"),
        (
            "<title>The Post: Generators, and why</title>",
            "<h1>The Post</h1><h1>Generators, and why</h1>",
            "Generators, and why",
        ),
        (
            OG.format("12 generators: what to know"),
            "<h1>What to know of the generators</h1>",
            "What to know of the generators",
        ),
        (OG.format("Generators go east"), "<h1>Most read today on this site</h1>", "Generators go east"),
        (LD, "", "Generators & tents go east"),
        ("", "<h1>Generators go east</h1>", "Generators go east"),
        ("<title>A man - a plan - a canal</title>", "", "A man - a plan - a canal"),
        ("<title>Ministry - Releases</title>", "<b>Generators go to the east</b>", "Generators go to the east"),
    ],
)
def test_the_title_is_the_one_that_readers_see(head, body, expected):
    page = f"<html><head>{head}</head><body>{body}{TEXT}</body></html>"
    assert parse_article(page.encode(), url="https://www.post.example/a", content_type=None).title == expected
