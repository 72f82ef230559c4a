"""What the newsroom publishes: one TOML file a page, read into records.

`pages/` is the first edition. `next_day/` is laid over it for the second: a file of the same name takes the place of
the page, a new file is a new page.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).parent
EDITIONS = {1: ("pages",), 2: ("pages", "next_day")}


@dataclass(frozen=True, slots=True)
class Outlet:
    """One of the newsroom's houses. `address` is the pattern of its article paths; `per_page` counts feed entries."""

    slug: str
    name: str
    tagline: str
    language: str
    timezone: str
    address: str
    feed: str
    feed_format: str
    per_page: int
    wordpress: bool
    forbidden: str


@dataclass(frozen=True, slots=True)
class Page:
    """An article as its author left it. `status` is what its address answers: 200, 404 or 410."""

    slug: str
    path: str
    title: str
    summary: str
    paragraphs: tuple[str, ...]
    published: datetime
    modified: datetime
    byline: str = ""
    section: str = "World"
    language: str = "en"
    tags: tuple[str, ...] = ()
    correction: str = ""
    status: int = 200


def load_outlets() -> tuple[Outlet, ...]:
    """The houses of the newsroom, in the order of `outlets.toml`."""
    table = tomllib.loads((HERE / "outlets.toml").read_text(encoding="utf-8"))
    return tuple(Outlet(slug=slug, **fields) for slug, fields in table.items())


def load_pages(outlet: Outlet, edition: int) -> tuple[Page, ...]:
    """The pages of one outlet in one edition, newest first. Raises KeyError for an edition that there is not."""
    files = {
        file.stem: file for folder in EDITIONS[edition] for file in sorted((HERE / folder / outlet.slug).glob("*.toml"))
    }
    return newest_first(_read(outlet, slug, file) for slug, file in files.items())


def newest_first(pages: Iterable[Page]) -> tuple[Page, ...]:
    """As feeds list them; pages of the same moment go by name."""
    return tuple(sorted(pages, key=lambda page: (page.published, page.slug), reverse=True))


def _read(outlet: Outlet, slug: str, file: Path) -> Page:
    fields = tomllib.loads(file.read_text(encoding="utf-8"))
    body = fields.pop("body", "")
    fields["tags"] = tuple(fields.get("tags", ()))
    fields.setdefault("modified", fields["published"])
    fields.setdefault("path", address(outlet, slug, fields["published"]))
    return Page(slug=slug, paragraphs=paragraphs_of(body), **fields)


def address(outlet: Outlet, slug: str, published: datetime) -> str:
    """The path at which an outlet puts an article."""
    return outlet.address.format(slug=slug, year=published.year, month=f"{published:%m}", day=f"{published:%d}")


def paragraphs_of(body: str) -> tuple[str, ...]:
    """Paragraphs are parted by blank lines; a line break inside one is a space."""
    return tuple(" ".join(part.split()) for part in body.split("\n\n") if part.strip())
