"""Pages written for this project, each beside what should be read from it: `pages/<name>.html` and `pages/<name>.json`.

A page without an expectation gets one written, and fails until a person has looked at it.
"""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from parsers.article import parse_article

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_is_read_as_expected(page):
    expectation = page.with_suffix(".json")
    if not expectation.exists():
        read = as_json(page, f"https://site.example/{page.stem}")
        expectation.write_text(json.dumps(read, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        pytest.fail(f"{expectation.name} was missing and is written now: look whether it is right, then commit it")
    expected = json.loads(expectation.read_text(encoding="utf-8"))
    assert as_json(page, expected["url"]) == expected


def as_json(page, url):
    """All fields of the article, with the text as a list of paragraphs."""
    fields = asdict(parse_article(page.read_bytes(), url=url, content_type="text/html"))
    fields["text"] = fields["text"].split("\n\n")
    return json.loads(json.dumps(fields, default=lambda value: value.isoformat()))


def test_there_are_pages():
    assert len(PAGES) >= 8
