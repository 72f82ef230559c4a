"""A source's own CSS selectors, run with Beautiful Soup."""

from __future__ import annotations

from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from lxml import html

from parsers.article.paragraphs import paragraphs
from parsers.article.plain import plain
from parsers.sources import ArticleRules


class Ruled(NamedTuple):
    """What the rules of a source found; empty where they matched nothing or there is no rule."""

    title: str = ""
    byline: str = ""
    date: str = ""
    """As written: the `datetime` or `content` attribute, else the text."""
    paragraphs: tuple[str, ...] = ()


def apply_rules(markup: str, rules: ArticleRules) -> Ruled:
    """Title, byline, date and body by the source's selectors. Costs a page as much again as all else."""
    if rules == ArticleRules():
        return Ruled()
    soup = BeautifulSoup(markup, "lxml")
    for selector in rules.drop:
        for element in soup.select(selector):
            element.decompose()
    return Ruled(
        title=_text(_first(soup, rules.title)),
        byline=_text(_first(soup, rules.byline)),
        date=_written_date(_first(soup, rules.date)),
        paragraphs=_body(soup, rules.body),
    )


def _first(soup: BeautifulSoup, selector: str | None) -> Tag | None:
    return soup.select_one(selector) if selector else None


def _text(element: Tag | None) -> str:
    return plain(element.get_text(" ")) if element is not None else ""


def _written_date(element: Tag | None) -> str:
    if element is None:
        return ""
    return str(element.get("datetime") or element.get("content") or _text(element))


def _body(soup: BeautifulSoup, selector: str | None) -> tuple[str, ...]:
    if not selector:
        return ()
    chosen = soup.select(selector)
    inside = {id(element) for outer in chosen for element in outer.find_all(True)}
    return tuple(
        text
        for element in chosen
        if id(element) not in inside
        for text in paragraphs(html.fragment_fromstring(str(element), create_parent="div"))
    )
