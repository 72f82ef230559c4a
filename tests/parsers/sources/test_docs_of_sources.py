"""docs/sources.md: its example is a source, and its table leaves no field out."""

import re
from dataclasses import fields
from pathlib import Path

from parsers.sources import ArticleRules, Source, read_source

DOCS = (Path(__file__).parents[3] / "docs" / "sources.md").read_text(encoding="utf-8")


def test_the_example_is_a_source_with_every_field():
    (example,) = re.findall(r"```toml\n(.*?)```", DOCS, re.DOTALL)
    source = read_source(example, slug="lagoon-herald", where="docs/sources.md")
    assert all(getattr(source, field.name) for field in fields(Source))
    assert all(getattr(source.article, field.name) for field in fields(ArticleRules))


def test_the_table_tells_every_field():
    told = set(re.findall(r"^\| `\[*(\w+)\]*` \|", DOCS, re.MULTILINE))
    assert {field.name for field in fields(Source)} - {"slug"} <= told
