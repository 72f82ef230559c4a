"""When a page was published: what machines write, what people write, and which of them is believed."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.article import parse_article
from parsers.article.dates import url_day
from parsers.article.moments import parse_moment
from parsers.article.written_dates import first_written_date
from parsers.records import FeedEntry

TEXT = "<p>The government will send twelve generators and a field hospital, the minister said on Tuesday.</p>" * 4


@pytest.mark.parametrize(
    ("raw", "day", "at"),
    [
        ("2023-01-04", date(2023, 1, 4), None),
        ("2023-01-04T20:15:00", date(2023, 1, 4), None),
        ("2023-01-04T23:15:00-05:00", date(2023, 1, 4), datetime(2023, 1, 5, 4, 15, tzinfo=UTC)),
        ("2023-01-04T20:15:00.000+0100", date(2023, 1, 4), datetime(2023, 1, 4, 19, 15, tzinfo=UTC)),
        ("2023-01-04 20:15 Z", date(2023, 1, 4), datetime(2023, 1, 4, 20, 15, tzinfo=UTC)),
        ("20230104T201500Z", date(2023, 1, 4), datetime(2023, 1, 4, 20, 15, tzinfo=UTC)),
        ("Wed, 04 Jan 2023 20:15:00 GMT", date(2023, 1, 4), datetime(2023, 1, 4, 20, 15, tzinfo=UTC)),
        ("1672863300", date(2023, 1, 4), datetime(2023, 1, 4, 20, 15, tzinfo=UTC)),
        ("1672863300000", date(2023, 1, 4), datetime(2023, 1, 4, 20, 15, tzinfo=UTC)),
        ("2023-01-04T25:61:00Z", date(2023, 1, 4), None),
    ],
)
def test_machine_dates_are_read(raw, day, at):
    moment = parse_moment(raw)
    assert (moment.day, moment.at) == (day, at)


@pytest.mark.parametrize(
    "raw", ["", "0000-00-00", "0000-00-00T00:00:00Z", "9999-12-31T23:59:59-14:00", "1970-01-01",
     "2023-02-30", "soon", "99999999999999"]
)  # fmt: skip
def test_what_is_no_date_gives_none(raw):
    assert parse_moment(raw) is None


@given(st.text(max_size=60) | st.from_regex(r"\d{1,14}([-T:+ ]\d{0,4}){0,6}"))
def test_no_date_raises(raw):
    parse_moment(raw)
    first_written_date(raw, "en")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Published 4 Jan 2023 at 10 pm", "en", date(2023, 1, 4)),
        ("January 4th, 2023", "en", date(2023, 1, 4)),
        ("Jan. 4, 2023 | Updated January 6, 2023", "en", date(2023, 1, 4)),
        ("03/04/2023", "en-us", date(2023, 3, 4)),
        ("03/04/2023", "en-gb", date(2023, 4, 3)),
        ("25/04/2023", "en-us", date(2023, 4, 25)),
        ("04.01.2023 20:15 Uhr", "de", date(2023, 1, 4)),
        ("Mittwoch, 4. Januar 2023", "de", date(2023, 1, 4)),
        ("le 1er mars 2023 à 8h", "fr", date(2023, 3, 1)),
        ("4 de enero de 2023", "es", date(2023, 1, 4)),
        ("4 января 2023 г.", "ru", date(2023, 1, 4)),
        ("4-го січня 2023", "uk", date(2023, 1, 4)),
        ("12 listopada 2023", "pl", date(2023, 11, 12)),
        ("12. listopada 2023.", "hr", date(2023, 10, 12)),
        ("2023. január 4.", "hu", date(2023, 1, 4)),
        ("2023年1月4日", "ja", date(2023, 1, 4)),
        ("2023년 1월 4일", "ko", date(2023, 1, 4)),
        ("٤ يناير ٢٠٢٣", "ar", date(2023, 1, 4)),
        ("४ जनवरी 2023", "hi", date(2023, 1, 4)),
        ("4 มกราคม 2566", "th", date(2023, 1, 4)),
        ("version 10.2023.4", "en", None),
        ("13/13/2023", "en", None),
        ("in 2023", "en", None),
    ],
)
def test_dates_that_people_write_are_read(text, language, expected):
    assert first_written_date(text, language) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2023/01/04/tanks", date(2023, 1, 4)),
        ("https://a.example/world/2023-01-04-tanks.html", date(2023, 1, 4)),
        ("https://a.example/20230104/tanks", date(2023, 1, 4)),
        ("https://a.example/uk/2023/jan/4/tanks", date(2023, 1, 4)),
        ("https://a.example/2023/1/4/tanks", date(2023, 1, 4)),
        ("https://a.example/2023/01/tanks", None),
        ("https://a.example/story-19600475/", None),
        ("https://a.example/20231399", None),
    ],
)
def test_addresses_tell_days(url, expected):
    assert url_day(url) == expected


def read(head="", top="", url="https://a.example/story", entry=None):
    page = (
        f"<html><head><title>Generators go east</title>{head}</head><body><h1>Generators go east</h1>{top}{TEXT}</body>"
    )
    article = parse_article(page.encode(), url=url, content_type=None, entry=entry)
    return article.published_on, article.published_date_basis


JSONLD = (
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-01-04T12:00:00+01:00"}</script>'
)
META = '<meta property="article:published_time" content="2023-01-05T12:00:00+01:00">'
ENTRY = FeedEntry("https://a.example/story", None, "Generators go east", "", date(2023, 1, 6), None, None, None, None)


def test_the_best_witness_is_believed():
    assert read(JSONLD + META, entry=ENTRY) == (date(2023, 1, 4), "jsonld")
    assert read(META, entry=ENTRY) == (date(2023, 1, 5), "meta")
    assert read(entry=ENTRY, url="https://a.example/2023/01/07/story") == (date(2023, 1, 6), "feed")
    assert read(top="<p>8 January 2023</p>", url="https://a.example/2023/01/07/story") == (date(2023, 1, 7), "url")
    assert read(top="<p>8 January 2023</p>") == (date(2023, 1, 8), "text")
    assert read() == (None, "unknown")


def test_a_moment_in_utc_takes_its_day_from_the_outlet():
    late = '<meta property="article:published_time" content="2023-01-05T03:30:00Z">'
    assert read(late) == (date(2023, 1, 5), "meta")
    assert read(late, url="https://a.example/2023/01/04/story") == (date(2023, 1, 4), "meta")
    assert read(late, top="<p>January 4, 2023</p>") == (date(2023, 1, 4), "meta")
    assert read(late, url="https://a.example/2022/11/30/story") == (date(2023, 1, 5), "meta")


def test_a_date_of_zeros_is_passed_over():
    zeros = '<meta property="article:published_time" content="0000-00-00T00:00:00Z">'
    assert read(zeros, top="<p>8 January 2023</p>") == (date(2023, 1, 8), "text")


def test_scripts_and_time_elements_speak_last():
    state = '<script>window.state = {"article": {"publishedAt": "2023-01-09T10:00:00+02:00"}}</script>'
    clock = '<div><time datetime="2023-01-10">today</time></div>'
    assert read(state + clock) == (date(2023, 1, 9), "text")
    broken = JSONLD.replace("}<", "<").replace("-04T", "-11T")
    assert read(broken) == (date(2023, 1, 11), "text")
    behind = '<p>Two days ago</p><p><time datetime="2023-01-12T08:00:00+01:00">8 am</time></p>'
    assert read(clock, top=behind) == (date(2023, 1, 12), "text")
