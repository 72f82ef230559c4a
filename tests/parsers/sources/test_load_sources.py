"""What a source.toml may say, and what is said to whoever got it wrong."""

import pytest

from parsers.sources import SourceError, load_sources, read_source

GOOD = """
name = "The Lagoon Herald"
home = "https://lagoon.example/"
country = "KIR"
language = "en"
kind = "newspaper"
tier = 2
expected_per_week = 40
timezone = "Pacific/Tarawa"

[terms]
text = "Short quotes with a link"
url = "https://lagoon.example/terms"

[[feeds]]
url = "https://lagoon.example/feed"
"""

EVERYTHING = (
    GOOD.replace(
        "[terms]",
        """
dollar = "AUD"
storage = "quote"
retention_days = 30
sitemap = "https://lagoon.example/map.xml"
wordpress = "https://lagoon.example/wp-json/wp/v2"

[terms]""",
    )
    + """
language = "gil"

[article]
title = "h1"
body = ".story"
byline = ".by"
date = "time"
drop = ["aside", ".ad"]
"""
)


def read(text):
    return read_source(text, slug="lagoon-herald", where="sources/lagoon-herald/source.toml")


def put(folder, slug, text):
    (folder / slug).mkdir(parents=True)
    (folder / slug / "source.toml").write_text(text, encoding="utf-8")


def test_what_is_left_out_has_its_default():
    source = read(GOOD)
    assert (source.slug, source.country, source.timezone) == ("lagoon-herald", "KIR", "Pacific/Tarawa")
    assert (source.dollar, source.storage, source.retention_days) == ("USD", "full", None)
    assert (source.sitemap, source.wordpress, source.feeds[0].language) == (None, None, None)
    assert source.article.title is None
    assert source.article.drop == ()


def test_every_field_may_be_given():
    source = read(EVERYTHING)
    assert (source.dollar, source.storage, source.retention_days) == ("AUD", "quote", 30)
    assert (source.sitemap, source.wordpress) == (
        "https://lagoon.example/map.xml", "https://lagoon.example/wp-json/wp/v2",
    )  # fmt: skip
    assert source.feeds[0].language == "gil"
    assert source.article.drop == ("aside", ".ad")


def test_a_source_is_a_value():
    assert read(GOOD) == read(GOOD)
    assert hash(read(GOOD)) == hash(read(GOOD))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"KIR"', '"ki"', "country: 'ki' is no party code; write ISO 3166-1"),
        ("tier = 2", 'tier = "2"', "tier: should be a valid integer, not '2'"),
        ("tier = 2", "tier = 4", "tier: should be less than or equal to 3, not 4"),
        ("tier = 2", "tier = true", "tier: should be a valid integer, not True"),
        ("tier = 2", "", "tier: is missing; add it"),
        ('"newspaper"', '"paper"', "kind: should be 'defence_ministry', "),
        ("Pacific/Tarawa", "Pacific/Atlantis", "timezone: 'Pacific/Atlantis' is no time zone; write one"),
        ('"en"', '"English"', "language: 'English' is no language tag; write one"),
        ("https://lagoon.example/feed", "lagoon.example/feed", "feeds[0].url: 'lagoon.example/feed' is no web address"),
        (
            "https://lagoon.example/feed",
            "https://me:pw@lagoon.example",
            "feeds[0].url: 'https://***@lagoon.example' holds a user",
        ),
        (
            "https://lagoon.example/feed",
            "https://lagoon.example/a b",
            "feeds[0].url: 'https://lagoon.example/a b' holds",
        ),
        (
            "https://lagoon.example/feed",
            "https://lagoon.example:99999/",
            "feeds[0].url: 'https://lagoon.example:99999/' has",
        ),
        ("https://lagoon.example/terms", "file:///etc/passwd", "terms.url: 'file:///etc/passwd' is no web address"),
        ("[[feeds]]", "[feeds]", "feeds: should be a valid array"),
        ('url = "https://lagoon.example/feed"', "", "feeds[0].url: is missing; add it"),
        ("[[feeds]]\nurl", "sitemaps", "terms.sitemaps: is no field of a source"),
        ("tier = 2", "tier = 2\nslug = 'x'", "slug: is the name of the folder; take the line out"),
        ("tier = 2", 'tier = 2\nfeedz = ""', "feedz: is no field of a source; take it out or see docs/sources.md"),
        ("[terms]", 'dollar = "dollars"\n[terms]', "dollar: 'dollars' is no currency; write its ISO 4217 code"),
        ("[terms]", 'storage = "some"\n[terms]', "storage: should be 'full' or 'quote', not 'some'"),
        ("[terms]", "retention_days = 0\n[terms]", "retention_days: should be greater than or equal to 1, not 0"),
        ("[terms]", 'article = {body = "div["}\n[terms]', "article.body: 'div[' is no CSS selector"),
        ('"The Lagoon Herald"', '"The\\nHerald"', "name: "),
        ('"The Lagoon Herald"', "The Herald", "is not TOML: Invalid value (at line 2"),
    ],
)
def test_a_wrong_field_is_named_in_one_line_with_what_to_do(old, new, said):
    assert old in GOOD
    with pytest.raises(SourceError) as raised:
        read(GOOD.replace(old, new, 1))
    message = str(raised.value)
    assert message.startswith(f"sources/lagoon-herald/source.toml: {said}")
    assert "\n" not in message
    assert "pw" not in message


def test_a_source_needs_one_way_to_find_articles():
    feedless = GOOD[: GOOD.index("[[feeds]]")]
    with pytest.raises(SourceError, match=r"feeds: there is no way to find articles; add \[\[feeds\]\]"):
        read(feedless)
    assert read(feedless.replace("[terms]", 'sitemap = "https://lagoon.example/map.xml"\n[terms]')).feeds == ()


def test_a_folder_that_is_badly_named_is_told_how_to_be_named(tmp_path):
    put(tmp_path, "Lagoon_Herald", GOOD)
    with pytest.raises(SourceError, match="the folder is named 'Lagoon_Herald'; name it with small letters"):
        load_sources(tmp_path)


def test_a_users_source_stands_beside_the_bundled_ones(tmp_path):
    put(tmp_path, "lagoon-herald", GOOD)
    assert set(load_sources(tmp_path)) == {*load_sources(), "lagoon-herald"}


def test_a_later_folder_overlays_an_earlier_one(tmp_path):
    put(tmp_path / "a", "uk-mod", GOOD)
    put(tmp_path / "b", "uk-mod", GOOD.replace("Lagoon", "Atoll"))
    assert load_sources(tmp_path / "a", tmp_path / "b")["uk-mod"].name == "The Atoll Herald"


def test_a_folder_that_is_not_there_holds_no_sources(tmp_path):
    assert load_sources(tmp_path / "nowhere") == load_sources()


def test_a_file_that_is_no_text_is_one_line(tmp_path):
    put(tmp_path, "lagoon-herald", GOOD)
    (tmp_path / "lagoon-herald" / "source.toml").write_bytes(b'name = "\xff"')
    with pytest.raises(SourceError, match=r"lagoon-herald.source\.toml: cannot be read: .*UTF-8"):
        load_sources(tmp_path)
