"""The archive's pages: ninety days of small news, told from tables, the same on every machine.

The acts are made up; what is real about them is the kind of thing, the way it is told, and the number of pages that a
backfill has to find. Tables and wording lie in `archive/`.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TypeVar
from zoneinfo import ZoneInfo

from flows.newsroom.pages import HERE, Outlet, Page, address, newest_first

_Row = TypeVar("_Row")

FIRST_DAY = date(2022, 10, 3)
DAYS = 90
PAGES = 200
STAGES = ("pledged", "delivered", "pledged", "committed", "delivered", "none", "pledged", "delivered")
"""What the acts come to, in turn; `none` is news without aid."""
FRANCE = {
    "code": "FRA", "name": "France", "adjective": "French", "voice": "the ministry's spokesman", "place": "Paris",
}  # fmt: skip
"""The only donor that the ministry writes of."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the archive, as the tables give it. `stage` is `none` where the page tells of no aid."""

    number: int
    outlet: str
    day: date
    donor: str
    recipient: str
    stage: str
    gift: str


def acts() -> tuple[Act, ...]:
    """All acts of the archive, oldest first."""
    return tuple(_act(number) for number in range(PAGES))


def archive_pages(outlet: Outlet) -> tuple[Page, ...]:
    """The outlet's share of the archive, newest first."""
    return newest_first(_page(outlet, act) for act in acts() if act.outlet == outlet.slug)


def _act(number: int) -> Act:
    """Row after row of each table, at strides prime to the lengths of the tables, so that no combination repeats."""
    outlet = ("demo-courier", "demo-harbour")[number % 2] if number % 10 != 9 else "demo-ministry"
    stage = STAGES[number % len(STAGES)]
    donor = FRANCE if outlet == "demo-ministry" else _pick(_table("donors"), number * 4)
    recipient = _pick(_table("recipients"), number * 7)
    return Act(
        number=number,
        outlet=outlet,
        day=FIRST_DAY + timedelta(days=number * DAYS // PAGES),
        donor=donor["code"],
        recipient=recipient["code"],
        stage=stage,
        gift=_gift(number, donor["code"], stage),
    )


def _gift(number: int, donor: str, stage: str) -> str:
    """Things with their number; a sum of money where the act is a budget's."""
    if stage == "committed":
        row = next(row for row in _table("sums") if row["donor"] == donor)
        return row["written"].format(n=_pick(row["millions"].split("|"), number // 3))
    row = _pick(_table("gifts"), number * 3)
    return row["thing"].format(n=f"{int(_pick(row['numbers'].split('|'), number // 5)):,}")


def _page(outlet: Outlet, act: Act) -> Page:
    donor = FRANCE if act.donor == "FRA" else next(row for row in _table("donors") if row["code"] == act.donor)
    recipient = next(row for row in _table("recipients") if row["code"] == act.recipient)
    words = {
        **donor, **recipient,
        "donor": donor["name"], "donor_title": _first_up(donor["name"]),
        "recipient": recipient["name"], "recipient_title": _first_up(recipient["name"]),
        "gift": act.gift, "gift_title": _first_up(act.gift), "weekday": f"{act.day:%A}",
    }  # fmt: skip
    wording = _wording()[act.stage]
    title, opening, detail = (
        _pick(wording[part], act.number // 3).format(**words) for part in ("titles", "openings", "details")
    )
    clock = time(8 + act.number % 9, 5 * (act.number % 12), tzinfo=ZoneInfo(outlet.timezone))
    published = datetime.combine(act.day, clock)
    slug = f"{act.day:%m%d}-{act.number:03d}-{act.recipient.lower()}"
    return Page(
        slug=slug,
        path=address(outlet, slug, published),
        title=title,
        summary=opening,
        paragraphs=(opening, detail, recipient["setting"]),
        published=published,
        modified=published,
        byline="Archive desk",
    )


@cache
def _table(name: str) -> list[dict[str, str]]:
    with (HERE / "archive" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _wording() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((HERE / "archive" / "wording.toml").read_text(encoding="utf-8"))


def _pick(row: Sequence[_Row], at: int) -> _Row:
    return row[at % len(row)]


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
