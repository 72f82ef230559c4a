"""Every registered source: its file is sound, and a page built like its own gives title, date and text.

The pages were written for this project; whether an address still answers is the business of `aidwire sources check`.
"""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

import parsers
from parsers.article import parse_article
from parsers.sources import BUNDLED, load_sources

SOURCES = load_sources()
PARTIES = Path(parsers.__file__).parent / "gazetteers" / "parties.csv"
FIXTURES = Path(__file__).parent

every_source = pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)


def test_fixtures_and_sources_are_the_same_set():
    assert {folder.parent.name for folder in FIXTURES.glob("*/page.html")} == set(SOURCES)
    assert {folder.parent.name for folder in FIXTURES.glob("*/expected.json")} == set(SOURCES)


def test_there_are_sources_of_every_part_of_the_world():
    """One voice at least of each continent, and of the Pacific, so that the warehouse is no mirror of the north."""
    countries = {source.country for source in SOURCES.values()}
    assert len(SOURCES) >= 15
    assert countries & {"NAM", "NGA", "KEN", "ZAF"}
    assert countries & {"IND", "PAK", "JPN", "SGP"}
    assert countries & {"ARG", "BRA", "COL", "URY"}
    assert countries & {"NZL", "AUS", "FJI"}
    assert countries & {"GBR", "DEU", "EU", "UKR"}
    assert countries & {"QAT", "ARE", "SAU"}


@every_source
def test_addresses_are_encrypted_and_told_once(source):
    addresses = [source.home, source.terms.url, *(feed.url for feed in source.feeds)]
    assert all(address.startswith("https://") for address in addresses)
    others = [feed.url for other in SOURCES.values() if other is not source for feed in other.feeds]
    assert not set(others) & {feed.url for feed in source.feeds}


@every_source
def test_a_source_has_a_feed_and_its_home_is_not_the_feed(source):
    assert source.feeds
    assert source.home not in {feed.url for feed in source.feeds}


@every_source
def test_what_a_publisher_keeps_for_itself_is_not_stored_whole(source):
    """Commercial outlets are kept as quotes and links; governments and organisations as full text."""
    if source.kind in {"newspaper", "broadcaster", "wire", "trade"}:
        assert source.storage == "quote"


@every_source
def test_its_voice_is_a_party_that_the_gazetteer_knows(source):
    rows = [row for row in PARTIES.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    assert source.country in {party["code"] for party in csv.DictReader(rows)}


@every_source
def test_its_file_lies_where_a_user_would_look(source):
    assert (BUNDLED / source.slug / "source.toml").is_file()


@every_source
def test_a_page_of_the_source_is_read(source):
    folder = FIXTURES / source.slug
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    article = parse_article(
        (folder / "page.html").read_bytes(), url=expected["url"], content_type="text/html", source=source
    )
    paragraphs = article.text.split("\n\n")
    assert article.title == expected["title"]
    assert article.published_on == date.fromisoformat(expected["published_on"])
    assert expected["first_paragraph"] in paragraphs[:3]  # a kicker and the headline may stand before it
    assert expected["last_paragraph"] in paragraphs
    assert not [words for words in expected["clutter"] if words in article.text]
