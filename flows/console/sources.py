"""Sources for people: the list, the result of a check, and the file that a new one starts from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from flows.console.terminal import console, inert
from flows.errors import DONE, FAILED, PARTLY, CannotDo, WrongUse
from flows.source_check import Checked
from parsers.sources import Source, read_source

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

NEW = Template("""\
name = "$slug"
home = "$home"
country = "XXX"                # a party code: ISO 3166-1 alpha-3 such as FRA, or EU, NATO, UN
language = "en"
kind = "newspaper"             # defence_ministry, foreign_ministry, aid_agency, government, igo, wire, ...
tier = 2                       # 1 the party's own word, 2 a professional newsroom, 3 what repeats others
expected_per_week = 20
timezone = "UTC"

[terms]
text = "Say here on what terms its text may be used"
url = "$home"

[[feeds]]
url = "$feed"
""")


def print_list(sources: Sequence[Source], own: Path) -> None:
    """One line a source; those of `own` are marked."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for head in ("Source", "Name", "Country", "Kind", "Tier", "Feeds", ""):
        table.add_column(head, overflow="fold", justify="right" if head in {"Tier", "Feeds"} else "left")
    for source in sources:
        mine = "yours" if (own / source.slug / "source.toml").exists() else ""
        cells = (source.slug, source.name, source.country, source.kind.replace("_", " "), source.tier)
        table.add_row(*(Text(inert(str(cell))) for cell in (*cells, len(source.feeds), mine)))
    console().print(table)


def print_checks(checked: Sequence[Checked]) -> int:
    """One line a feed. Gives the exit code: 1 when none lives, 3 when some do not."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for head in ("Source", "Entries", "Latest", "Feed"):
        table.add_column(head, overflow="fold", justify="right" if head == "Entries" else "left")
    for feed in checked:
        entries = str(feed.entries) if not feed.problem else "–"
        words = f"{feed.feed}\n{feed.problem}" if feed.problem else feed.feed
        style = "red" if feed.problem else ""
        lines = "\n".join(map(inert, words.splitlines()))
        table.add_row(Text(feed.source), Text(entries), Text(feed.latest), Text(lines, style=style))
    console().print(table)
    dead = sum(bool(feed.problem) for feed in checked)
    return DONE if not dead else FAILED if dead == len(checked) else PARTLY


def write_new(folder: Path, slug: str, feed: str) -> Path:
    """Write `<folder>/<slug>/source.toml` for a feed, and give its path. Never overwrites one."""
    if not _SLUG.fullmatch(slug):
        raise WrongUse(f"{slug!r} is no name of a source; use small letters, digits and hyphens, such as uk-mod")
    parts = urlsplit(feed)
    home = f"{parts.scheme}://{parts.netloc}/"
    text = NEW.substitute(slug=slug, home=home, feed=feed)
    read_source(text, slug=slug, where="--feed")
    path = folder / slug / "source.toml"
    if path.exists():
        raise CannotDo(f"{path} is there already; change it with an editor")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
