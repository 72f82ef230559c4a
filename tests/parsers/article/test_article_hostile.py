"""Pages that mean harm, or are no pages: each gives an article or Unreadable, and soon."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.article import Unreadable, parse_article
from parsers.article.limits import MAX_BYTES, MAX_TAGS

TEXT = b"<p>The government will send twelve generators and a field hospital, the minister said on Tuesday.</p>" * 5


ODD_JSON = b'{"@type":["Article",7],"author":[[1]],"datePublished":{"a":[]},"articleBody":9,"publisher":[[]],"@id":3}'
LD = b'<script type="application/ld+json">'


def read(body):
    return parse_article(body, url="https://a.example/story", content_type="text/html")


def code(body):
    with pytest.raises(Unreadable) as refused:
        read(body)
    assert "\n" not in str(refused.value)
    return refused.value.issue.code


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", "no_markup"),
        (b"   \n", "no_markup"),
        (b"<p>" * (MAX_TAGS + 1), "too_many_tags"),
        (b"<div>" * 100_000 + TEXT, "too_many_tags"),
        (b"<p " + b" ".join(b"a%d=1" % number for number in range(100_000)) + b">" + TEXT, "too_many_attributes"),
        (b"<html><body></body></html>", "no_article_text"),
        (b"<html><frameset><frame src=a><frame src=b></frameset></html>", "no_article_text"),
        (b"<script>" + b"var a = 1;" * 1000 + b"</script>", "no_article_text"),
        (b"\x00" * 1000, "no_markup"),
    ],
)
def test_what_cannot_be_read_says_why(body, expected):
    assert code(body) == expected


@pytest.mark.parametrize(
    "wrap",
    [
        pytest.param(lambda text: b"<div>" * 1_500 + text, id="nested beyond the stack"),
        pytest.param(lambda text: b"<b><i>" * 500 + text, id="nested inline"),
        pytest.param(lambda text: text.replace(b"</p>", b""), id="nothing closed"),
        pytest.param(lambda text: text + b"<!-- never closed " + b"x" * 1000, id="open comment"),
        pytest.param(lambda text: b'<?xml version="1.0" encoding="utf-8"?><html><body>' + text, id="XML declaration"),
        pytest.param(lambda text: text + b"<p>" + b"\xff\xfe\x80" * 50, id="mixed encodings"),
        pytest.param(lambda text: text + b"&#xD800;&#0;&#x110000;&nosuch;" * 20, id="bad references"),
        pytest.param(lambda text: text + b"<p>" + b"a" * 20_000_000, id="twenty megabytes"),
        pytest.param(lambda text: LD + b"[" * 100_000 + b"</script>" + text, id="deep JSON"),
        pytest.param(lambda text: LD + ODD_JSON + b"</script>" + text, id="odd JSON"),
    ],
)  # fmt: skip
def test_what_can_be_read_is(wrap):
    article = read(b"<html><body>" + wrap(TEXT))
    assert "twelve generators and a field hospital" in article.text
    article.text.encode("utf-8")


def test_what_lies_beyond_the_limit_is_not_read():
    assert "late" not in read(TEXT + b" " * MAX_BYTES + b"<p>late late late late late late late late late</p>").text


_PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div class=x>",
            "</div>",
            "<a href='",
            "'>",
            "<!--",
            "-->",
            "<table><tr><td>",
            "<br>",
            "<h1>",
        ),
        *(
            "<script type='application/ld+json'>",
            '{"@type":"Article","headline":',
            "</script>",
            "<html lang='x'>",
            "<body>",
        ),
        *("<meta property='og:title' content='a'>", "<time datetime='2023-01-99'>", "&amp;", "\x00", "\ud800", "é"),
        "Words of a sentence that could stand in an article. ",
    ]
)


@settings(max_examples=150)
@given(st.lists(_PIECES | st.text(max_size=20), max_size=40))
def test_no_markup_raises_anything_else(pieces):
    try:
        article = read("".join(pieces).encode("utf-8", "surrogatepass"))
    except Unreadable:
        return
    assert article.text
    article.reading_text.encode("utf-8")
