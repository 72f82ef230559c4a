"""Feeds as they come: what an entry says, where it leads, when it came out."""

from datetime import UTC, date, datetime

import pytest

from parsers.feed import NotAFeed, parse_feed
from parsers.records import Feed

URL = "https://news.example/feeds/aid.xml"


def parsed(text, *, url=URL, content_type=None, encoding="utf-8"):
    return parse_feed(text.encode(encoding), url=url, content_type=content_type)


def rss(*items, channel="", declaration=""):
    entries = "".join(f"<item>{item}</item>" for item in items)
    return f'{declaration}<rss version="2.0"><channel><title>Wire</title>{channel}{entries}</channel></rss>'


def only(text, **more):
    [entry] = parsed(text, **more).entries
    return entry


RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour Post</title><language>en-GB</language>
<item><title>Ministry &amp; partners send <![CDATA[<b>tents</b>]]></title>
<link>https://news.example/tents?x=1&amp;y=2#top</link><guid isPermaLink="false">post-7</guid>
<pubDate>Wed, 04 Jan 2023 23:30:00 -0500</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>Forty tents left.</p><p>More&nbsp;follow.</p><script>x()</script>]]></content:encoded>
</item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr-FR"><title type="html">Minist&#232;re</title>
<link rel="next" href="/feed?page=2"/>
<entry><title type="html">Aide &amp;lt;b&amp;gt;</title><id>tag:x,2023:1</id>
<link rel="self" href="/feed/1"/><link rel="alternate" href="../articles/1"/>
<published>2023-01-04T00:30:00+02:00</published><updated>2023-01-05T00:30:00Z</updated>
<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Des <em>tentes</em>.</p></div></summary>
</entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Wire</title></channel>
<item rdf:about="y"><title>Tents</title><link>https://news.example/t</link><dc:date>2023-01-04</dc:date></item></rdf:RDF>"""


def test_an_rss_entry():
    feed = parsed(RSS)
    assert (feed.url, feed.title, feed.language, feed.next_url, feed.issues) == (
        URL, "The Harbour Post", "en-gb", None, ()
    )  # fmt: skip
    [entry] = feed.entries
    assert entry.url == "https://news.example/tents?x=1&y=2"
    assert (entry.guid, entry.title) == ("post-7", "Ministry & partners send tents")
    assert entry.summary == "Forty tents left. More follow."
    assert (entry.published_on, entry.published_at) == (date(2023, 1, 4), datetime(2023, 1, 5, 4, 30, tzinfo=UTC))
    assert (entry.published_raw, entry.updated_at) == ("Wed, 04 Jan 2023 23:30:00 -0500", None)


def test_an_atom_entry():
    feed = parsed(ATOM)
    assert (feed.title, feed.language, feed.next_url) == (
        "Ministère", "fr-fr", "https://news.example/feed?page=2",
    )  # fmt: skip
    [entry] = feed.entries
    assert (entry.url, entry.guid) == ("https://news.example/articles/1", "tag:x,2023:1")
    assert entry.summary == "Des tentes."
    assert (entry.published_on, entry.published_at) == (date(2023, 1, 4), datetime(2023, 1, 3, 22, 30, tzinfo=UTC))
    assert entry.updated_at == datetime(2023, 1, 5, 0, 30, tzinfo=UTC)


def test_an_rdf_entry():
    entry = only(RDF)
    assert (entry.url, entry.published_on, entry.published_at) == ("https://news.example/t", date(2023, 1, 4), None)


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https://news.example/a", "https://news.example/a"), ("/a", "https://news.example/a"),
        ("a", "https://news.example/feeds/a"), ("../a", "https://news.example/a"), ("?p=7", URL + "?p=7"),
        ("//other.example/a", "https://other.example/a"), ("www.other.example/a", "https://www.other.example/a"),
        ("other.example/a", "https://other.example/a"), ("archive/2023.html", "https://news.example/feeds/archive/2023.html"),
        ("https://news.example/\n a", "https://news.example/a"), ("HTTPS://news.example/A", "https://news.example/A"),
        ("https://news.example/?a=1&amp;b=2", "https://news.example/?a=1&b=2"),
        ("https://news.example/?a=1&copy=2", "https://news.example/?a=1&copy=2"),
        ("https://news.example/a?utm_source=rss&amp;at_medium=RSS#x", "https://news.example/a"),
        ("https://news.example/?z=%C3%A9&amp;fbclid=1&amp;cid=7&amp;a", "https://news.example/?z=%C3%A9&cid=7&a"),
    ],
)  # fmt: skip
def test_links_are_made_absolute(link, url):
    assert only(rss(f"<link>{link}</link>")).url == url


def test_xml_base_is_the_base_of_links():
    text = ATOM.replace("<entry>", '<entry xml:base="https://other.example/x/">')
    assert only(text).url == "https://other.example/articles/1"


@pytest.mark.parametrize(
    "link", ["", "javascript:alert(1)", "mailto:a@b.example", "data:text/html,x", "http://", "http://a:b@news.example/"]
)
def test_an_entry_that_leads_nowhere_is_left_out_and_counted(link):
    feed = parsed(rss(f"<link>{link}</link><title>x</title>", "<link>/b</link>"))
    assert [entry.url for entry in feed.entries] == ["https://news.example/b"]
    assert [issue.code for issue in feed.issues] == ["entry_without_link"]


def test_a_guid_that_is_an_address_stands_in_for_a_missing_link():
    assert only(rss("<guid>https://news.example/g</guid>")).url == "https://news.example/g"


def test_a_guid_that_several_entries_share_identifies_none():
    feed = parsed(rss(*(f"<guid>1</guid><link>/{name}</link>" for name in "abb"), "<guid>2</guid><link>/c</link>"))
    assert [(entry.url[-2:], entry.guid) for entry in feed.entries] == [("/a", None), ("/b", None), ("/c", "2")]
    assert [issue.code for issue in feed.issues] == ["guid_repeats"]


@pytest.mark.parametrize(
    ("raw", "on", "at"),
    [
        ("Wed, 04 Jan 2023 10:00:00 +0100", date(2023, 1, 4), datetime(2023, 1, 4, 9, tzinfo=UTC)),
        ("Wed, 04 Jan 2023 10:00:00 GMT", date(2023, 1, 4), datetime(2023, 1, 4, 10, tzinfo=UTC)),
        ("Wed, 04 Jan 2023 10:00:00 EST", date(2023, 1, 4), datetime(2023, 1, 4, 15, tzinfo=UTC)),
        ("2023-01-04T23:30:00-08:00", date(2023, 1, 4), datetime(2023, 1, 5, 7, 30, tzinfo=UTC)),
        ("2023-01-04", date(2023, 1, 4), None), ("2023-01-04 10:00", date(2023, 1, 4), None),
        ("0000-00-00", None, None), ("9999-12-31T23:59:59-14:00", None, None), ("soon", None, None), ("", None, None),
        ("2023년 01월 04일", None, None), ("Thu, 01 Jan 1970 00:00:00 GMT", None, None),
        ("2023-02-30", None, None), ("Wed, 32 Jan 2023 10:00:00 GMT", None, None),
    ],
)  # fmt: skip
def test_dates_are_read_or_left_unknown_and_never_made_up(raw, on, at):
    entry = only(rss(f"<link>/a</link><pubDate>{raw}</pubDate>"))
    assert (entry.published_on, entry.published_at, entry.published_raw) == (on, at, raw or None)


@pytest.mark.parametrize(
    ("encoding", "title"),
    [
        ("windows-1251", "Міністерство передало допомогу"), ("gbk", "外交部宣布向灾区提供紧急援助物资"),
        ("koi8-r", "Министерство передало помощь"), ("shift_jis", "外務省が緊急支援を発表した"), ("utf-16", "Ünïted"),
        ("utf-16-le", "Ünïted"), ("utf-16-be", "Ünïted"), ("utf-8-sig", "Ünïted"),
        ("iso-8859-1", "Le ministère a livré"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["xml", "http"])
def test_encodings_are_read_where_they_are_declared(encoding, title, where):
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>' if where == "xml" else ""
    content_type = f"text/xml; charset={encoding}" if where == "http" else None
    text = rss(f"<link>/a</link><title>{title}</title>", declaration=declaration)
    assert only(text, encoding=encoding, content_type=content_type).title == title


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "utf-99", "base64", ""])
def test_unicode_is_known_whatever_is_declared(encoding, declared):
    text = rss("<link>/a</link><title>Ünïted – aid</title>", declaration=f'<?xml version="1.0" encoding="{declared}"?>')
    assert only(text, encoding=encoding).title == "Ünïted – aid"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("AT&amp;T", "AT&T"), ("AT&T", "AT&T"), ("a&nbsp;b", "a b"), ("5 &euro;", "5 €"), ("x&#0;y", "x\ufffdy"),
        ("x&#xD800;y", "x\ufffdy"), ("x&#99999999999;y", "x\ufffdy"), ("&#8364;5", "€5"), ("a &#150; b", "a – b"),
        ("x &lt; y", "x < y"), ("&lt;i&gt;Aid&lt;/i&gt;", "Aid"), ("<![CDATA[a & b <i>c</i>]]>", "a & b c"),
        ("x\x00\x08y", "xy"), ("Aid\n   for\tall", "Aid for all"), ("&bogus;", "&bogus;"),
    ],
)  # fmt: skip
def test_titles_are_plain_text(written, title):
    assert only(rss(f"<link>/a</link><title>{written}</title>")).title == title


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"), ("  \n ", "empty"), ("plain words", "not_xml"), ("<html><body>x</body></html>", "html"),
        ("<!doctype html><title>Just a moment</title>", "html"), ('<urlset><url/></urlset>', "not_a_feed"),
        ("<a>" * 1000, "too_deep"), ("<rss>" + "<a/>" * 99_999, "too_many_tags"),
        ("<rss>" + "&amp;" * 300_000, "too_many_pieces"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_said_in_words(text, code):
    with pytest.raises(NotAFeed) as raised:
        parsed(text)
    assert raised.value.issue.code == code


def test_a_feed_of_no_entries_is_a_feed():
    assert parsed(rss()) == Feed(URL, "Wire", None, ())


def test_a_doctype_brings_no_entities_and_breaks_nothing():
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    text = rss("<link>/a</link><title>&l9; aid</title>", declaration=f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>')
    assert only(text).title == "&l9; aid"


def test_junk_before_a_feed_is_passed_over():
    assert only("\n\n  Warning: x on line 3" + rss("<link>/a</link>")).url == "https://news.example/a"


def test_what_breaks_off_gives_what_came_before():
    feed = parsed(rss("<link>/a</link>", "<link>/b</link>")[:-40])
    assert feed.entries[0].url == "https://news.example/a"
    assert "not_well_formed" in [issue.code for issue in feed.issues]


def test_archived_feeds_are_paged_too():
    link = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="prev-archive" href="/2022.xml"/>'
    assert parsed(rss(channel=link)).next_url == "https://news.example/2022.xml"
