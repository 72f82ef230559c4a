"""What an operator may ask of a backfill: the form in the Prefect UI, with the rules that it keeps, in words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from flows.discover.urls import by_urls
from flows.fetch.guard import Policy
from flows.settings import Settings

FIRST_DAY = date(1990, 1, 1)
LONGEST = timedelta(days=5 * 366)

Way = Literal["feed", "sitemap", "wordpress", "urls"]

_MARKUP = re.compile(r"[<>\x00-\x08\x0b-\x1f]")


class BackfillRequest(BaseModel):
    """A span of days, the sources, and the way to find what they published then."""

    model_config = ConfigDict(frozen=True)

    start: date = Field(description="First day, inclusive.")
    end: date = Field(description="Last day, inclusive. At most five years after the first.")
    sources: list[str] = Field(default=[], description="Sources by name; all, if none is given.", max_length=500)
    via: Way = Field(
        default="feed",
        description="How to find articles: the feed's older pages, the sitemap, WordPress's own interface, "
        "or the addresses given below.",
    )
    urls: list[str] = Field(default=[], description="Addresses of articles, for the way 'urls': at most 5,000.")
    refetch: bool = Field(default=False, description="Fetch again what is there already, and windows that are done.")
    cap: int = Field(default=2_000, ge=1, le=20_000, description="The most pages to fetch of one source: 1 to 20,000.")
    dry_run: bool = Field(default=False, description="Only tell what would be fetched.")
    note: str = Field(default="", max_length=500, description="Why, for whoever reads the run later. Plain text.")

    @field_validator("note")
    @classmethod
    def _plain(cls, note: str) -> str:
        if _MARKUP.search(note):
            raise ValueError("the note holds markup or control characters; write plain text without < and >")
        return note

    @field_validator("urls")
    @classmethod
    def _addresses(cls, urls: list[str]) -> list[str]:
        if urls:
            by_urls(urls, Policy(loopback=Settings().allow_loopback))
        return urls

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"the last day ({self.end}) lies before the first ({self.start}); swap them")
        if self.start < FIRST_DAY:
            raise ValueError(f"the first day ({self.start}) lies before {FIRST_DAY}; feeds and sites are younger")
        if self.end - self.start > LONGEST:
            years = (self.end - self.start).days / 365.25
            raise ValueError(f"the span is {years:.0f} years long; ask for five at most, one after the other")
        if bool(self.urls) != (self.via == "urls"):
            raise ValueError("addresses go with the way 'urls', and only with it; change one of the two")
        return self
