"""Every page of the newsroom has an expectation, and every expectation stands in its page."""

import json
import re
from pathlib import Path

import pytest

from flows.newsroom.pages import load_outlets, load_pages

EXPECTED = Path(__file__).parent / "expected"
OUTLETS = {outlet.slug: outlet for outlet in load_outlets()}
CASES = sorted(EXPECTED.glob("*/*/*.json"))


def page_of(file):
    pages = load_pages(OUTLETS[file.parent.name], int(file.parent.parent.name))
    return next(page for page in pages if page.slug == file.stem)


def reading_text(page):
    return "\n\n".join((page.title, *page.paragraphs))


def test_every_page_of_the_first_edition_has_an_expectation():
    pages = {(slug, page.slug) for slug, outlet in OUTLETS.items() for page in load_pages(outlet, 1)}
    assert pages == {(file.parent.name, file.stem) for file in CASES if file.parent.parent.name == "1"}


def test_what_the_second_edition_changes_has_an_expectation():
    changed = {
        (slug, page.slug)
        for slug, outlet in OUTLETS.items()
        for page in set(load_pages(outlet, 2)) - set(load_pages(outlet, 1))
    }
    assert changed == {(file.parent.name, file.stem) for file in CASES if file.parent.parent.name == "2"}


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.parent.name}-{file.stem}")
def test_what_is_expected_is_in_the_words_of_the_page(file):
    page, expected = page_of(file), json.loads(file.read_text(encoding="utf-8"))
    words = set(re.findall(r"\w+", reading_text(page).casefold()))
    for claim in expected["claims"]:
        for item in claim["items"]:
            assert set(re.findall(r"\w+", item["name"].casefold())) <= words, item
        for amount in claim["amounts"]:
            assert written(amount["value"]) & words | spelled(amount["value"], reading_text(page)), amount


def written(value):
    return {part for part in (f"{value:,}", f"{value}") if "," not in part}


def spelled(value, text):
    """The ways in which a sum of millions or billions may be written that do stand in the text."""
    forms = {f"{value:,}"} | {
        f"{value / unit:g}{gap}{word}"
        for unit, word in ((10**6, "million"), (10**9, "billion"), (10**9, "bn"))
        for gap in (" ", "")
    }
    return {form for form in forms if form in text}


def test_the_headline_act_is_told_by_all_three_houses():
    tellers = {
        file.parent.name
        for file in CASES
        for claim in json.loads(file.read_text(encoding="utf-8"))["claims"]
        if claim["announced_on"] == "2023-01-04" and claim["donors"] == ["FRA"]
    }
    assert tellers == set(OUTLETS)


def test_arms_are_less_than_half_of_the_aid():
    """A reader of the demo should see that relief, loans and projects count as much as weapons."""
    kinds = [
        claim["aid_type"]
        for file in CASES
        for claim in json.loads(file.read_text(encoding="utf-8"))["claims"]
        if claim["novelty"] == "new" and not claim["optional"]
    ]
    assert {"military", "humanitarian", "financial", "development"} <= set(kinds)
    assert kinds.count("military") < len(kinds) / 2
