"""Makes hostile article pages: the troubles of `feeds` inside HTML, and those that only pages have."""

from __future__ import annotations

from collections.abc import Iterator

from feeds import FLOODS, Input, everything, flood

TEXT = "<p>The ministry sent forty generators and 2,000 blankets to the town on Tuesday, it said.</p>" * 9


def html(inside: str = "", head: str = "") -> str:
    start = '<!doctype html><html lang="en"><head><title>Ministry sends aid</title>'
    return f"{start}{head}</head><body><article><h1>Ministry sends aid</h1>{TEXT}{inside}</article></body></html>"


def every_page() -> Iterator[Input]:
    """All pages, in one order."""
    for made in everything():
        yield made._replace(name=f"feed as a page, {made.name}", content_type=made.content_type or "text/html")
    for make in (flooded, nested, structured):
        for number, made in enumerate(make()):
            yield made._replace(name=f"{make.__name__}-{number}: {made.name[:60]}")


def page(name: str, text: str) -> Input:
    return Input(name, text.encode("utf-8", "surrogatepass"), "text/html; charset=utf-8")


def flooded() -> Iterator[Input]:
    """Nearly two megabytes of one thing, in the text and in the head."""
    for piece in FLOODS:
        yield page(f"{piece!r} in the text", html(inside=flood(piece)[:-2_000]))
        yield page(f"{piece!r} in the head", html(head=flood(piece)[:-2_000]))


def nested() -> Iterator[Input]:
    """Elements within elements, and attributes without end."""
    for tag in ("div", "b", "p", "table", "tr", "ul", "li", "a", "font", "form", "select", "option", "svg", "template"):
        for depth in (300, 3_000, 50_000):
            yield page(f"{depth} {tag}", html(inside=f"<{tag}>" * depth))
            yield page(f"{depth} {tag} closed", html(inside=f"<{tag}>" * depth + f"</{tag}>" * depth))
    for count in (1_000, 100_000):
        yield page(f"{count} attributes", html(inside="<p " + " ".join(f"a{n}=1" for n in range(count)) + ">"))
        yield page(f"{count} classes", html(inside=f'<p class="{" ".join(f"a{n}" for n in range(count))}">x</p>'))


def structured() -> Iterator[Input]:
    """What pages say of themselves to machines, and should not."""
    for text in (
        "", "{", "[]", "null", "[" * 100_000, '{"a":' * 50_000, '{"@type": "NewsArticle"' + ', "a": 1' * 100_000 + "}",
        '{"@type": "NewsArticle", "datePublished": 1e999, "headline": ["a", {}], "articleBody": 7}',
        '{"@type": ["NewsArticle", null, 7], "datePublished": "9999-12-31T23:59:59-14:00", "author": {"name": {}}}',
        '{"@type": "NewsArticle", "articleBody": "' + "x " * 500_000 + '"}', "\\ud800", '{"headline": "\\ud800"}',
        "</script><script>", "1" * 5000, '{"@graph": {"@graph": {"@graph": []}}}',
    ):  # fmt: skip
        yield page(f"JSON-LD {text[:30]!r}", html(head=f'<script type="application/ld+json">{text}</script>'))
    for value in ("", "0000-00-00", "9999-12-31T23:59:59-14:00", "x" * 100_000, "&#0;", "&#" + "9" * 5000 + ";"):
        for name in ("article:published_time", "og:title", "og:url", "og:locale", "description"):
            yield page(f"{name} {value[:20]}", html(head=f'<meta property="{name}" content="{value}">'))
