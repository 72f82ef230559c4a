"""What a `source.toml` may say: the records, with the rule that each field must keep.

The annotations are read by pydantic (parsers/sources/read.py); the records themselves are plain frozen dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from parsers.sources.rules import css_selector, currency_code, language_tag, party_code, time_zone, web_address

Kind = Literal[
    "defence_ministry", "foreign_ministry", "aid_agency", "government", "igo", "wire", "newspaper", "broadcaster",
    "ngo", "trade",
]  # fmt: skip
Storage = Literal["full", "quote"]

Address = Annotated[str, AfterValidator(web_address)]
Selector = Annotated[str, AfterValidator(css_selector)]
Language = Annotated[str, AfterValidator(language_tag)]
Line = Annotated[str, Field(min_length=1, max_length=300, pattern=r"^\S[^\n]*$")]

_STRICT = ConfigDict(extra="forbid", strict=True)


@dataclass(frozen=True, slots=True)
class FeedAddress:
    """One RSS or Atom feed of a source. `language` is said only where it differs from the source's own."""

    __pydantic_config__ = _STRICT

    url: Address
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms the source lets its text be used: a line in our words, and the page that says so."""

    __pydantic_config__ = _STRICT

    text: Line
    url: Address


@dataclass(frozen=True, slots=True)
class ArticleRules:
    """CSS selectors for a source's pages; what is None is left to the general extractor.

    `body` selects the element that holds the paragraphs, `drop` what is cut out of it, `date` an element with a
    `datetime` attribute or a date as its text.
    """

    __pydantic_config__ = _STRICT

    title: Selector | None = None
    body: Selector | None = None
    byline: Selector | None = None
    date: Selector | None = None
    drop: tuple[Selector, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A registered source. `slug` is the name of its folder; every other field is a key of its `source.toml`."""

    __pydantic_config__ = _STRICT

    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
    name: Line
    home: Address
    country: Annotated[str, AfterValidator(party_code)]
    """A party code: the state (ISO 3166-1 alpha-3) or organisation (`EU`, `NATO`, `UN` ...) whose voice it is."""
    language: Language
    kind: Kind
    tier: Annotated[int, Field(ge=1, le=3)]
    """1 the party's own word, 2 a professional newsroom, 3 what repeats others."""
    expected_per_week: Annotated[int, Field(ge=0, le=10_000)]
    """Entries a week, roughly: the volume against which silence is judged."""
    timezone: Annotated[str, AfterValidator(time_zone)]
    """IANA zone of the newsroom, in which its dates are days."""
    terms: Terms
    feeds: tuple[FeedAddress, ...] = ()
    sitemap: Address | None = None
    wordpress: Address | None = None
    """Root of a WordPress REST interface, such as `https://example.org/wp-json/wp/v2`."""
    dollar: Annotated[str, AfterValidator(currency_code)] = "USD"
    """ISO 4217 code of a bare `$` in its texts."""
    storage: Storage = "full"
    """`full` keeps the text; `quote` keeps its hash, quotes and link."""
    retention_days: Annotated[int, Field(ge=1, le=36_500)] | None = None
    """Days that raw bytes and text are kept; None is for ever."""
    article: ArticleRules = ArticleRules()
