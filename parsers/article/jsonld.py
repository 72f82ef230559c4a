"""What a page says of itself in JSON-LD (https://schema.org/Article), read leniently."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from parsers.article.plain import plain
from parsers.article.words import ARTICLE_TYPES

_MAX_SCRIPT = 600_000
_MAX_NODES = 500
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*$"
)
_TRAILING_COMMA = re.compile(r",\s*([}\]])")

Node = dict[str, object]


class Linked(NamedTuple):
    """The article that the page's JSON-LD describes; empty strings and tuples where it says nothing."""

    headline: str = ""
    body: str = ""
    byline: str = ""
    section: str = ""
    language: str = ""
    published: str = ""
    modified: str = ""
    publisher: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    paywalled: bool = False


def read_jsonld(tree: _Element, url: str) -> Linked:
    """The article among the page's JSON-LD nodes: the one of this address, of the title tag, or the first."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) <= _MAX_SCRIPT:
            nodes.extend(_flatten(_load(script.text)))
    by_id = {name: node for node in nodes if isinstance(name := node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if not ARTICLE_TYPES.isdisjoint(_types(node))]
    if not articles:
        pages = [node for node in nodes if "WebPage" in _types(node) and "datePublished" in node]
        return _linked(pages[0], by_id)._replace(headline="") if pages else Linked()
    here, tag = _path(url), plain(tree.findtext("head/title") or "")
    its_address = (node for node in articles if here and here in _addresses(node))
    its_title = (node for node in articles if (headline := plain(str(node.get("headline") or ""))) and headline in tag)
    return _linked(next(its_address, next(its_title, articles[0])), by_id)


def _load(script: str) -> object:
    """The data in a script; None where it is no JSON even when the usual slips are mended."""
    text = _WRAPPING.sub("", script).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            data: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return data
    return None


def _flatten(data: object) -> Iterator[Node]:
    """Every node with a type, outer ones first, `@graph` and lists opened up."""
    queue: list[object] = [data]
    seen = 0
    while queue and seen < _MAX_NODES:
        value = queue.pop(0)
        seen += 1
        if isinstance(value, list):
            queue.extend(value)
        elif isinstance(value, dict):
            if "@type" in value:
                yield value
            queue.extend(
                inner
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(inner := value.get(key), dict | list)
            )


def _linked(node: Node, by_id: dict[str, Node]) -> Linked:
    free = node.get("isAccessibleForFree")
    keywords = _texts(node.get("keywords"), by_id)
    if len(keywords) == 1:
        keywords = [word.strip() for word in re.split(r"[,;]", keywords[0])]
    return Linked(
        headline=_text(node.get("headline"), by_id) or _text(node.get("name"), by_id),
        body=_text(node.get("articleBody"), by_id),
        byline=", ".join(_texts(node.get("author"), by_id) or _texts(node.get("creator"), by_id)),
        section=_text(node.get("articleSection"), by_id),
        language=_text(node.get("inLanguage"), by_id),
        published=_text(node.get("datePublished"), by_id) or _text(node.get("dateCreated"), by_id),
        modified=_text(node.get("dateModified"), by_id),
        publisher=_text(node.get("publisher"), by_id),
        url=_text(node.get("url"), by_id),
        tags=tuple(dict.fromkeys(word for word in keywords if word)),
        paywalled=free is False or (isinstance(free, str) and free.strip().lower() in ("false", "no")),
    )


def _types(node: Node) -> set[str]:
    return {name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in _as_list(node.get("@type")) if isinstance(name, str)}


def _addresses(node: Node) -> set[str]:
    values = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
    values += [value.get("@id") for value in values if isinstance(value, dict)]
    return {_path(value) for value in values if isinstance(value, str)}


def _path(address: str) -> str:
    """An address by its path, so that scheme, `www.`, query and fragment make no difference."""
    return re.sub(r"^\w+://[^/]*", "", address).split("#")[0].split("?")[0].rstrip("/")


def _texts(value: object, by_id: dict[str, Node]) -> list[str]:
    found = []
    for one in _as_list(value):
        item = by_id.get(str(one.get("@id")), one) if isinstance(one, dict) else one
        text = (item.get("name") or item.get("@value")) if isinstance(item, dict) else item
        if isinstance(text, list):
            text = next((part for part in text if isinstance(part, str)), None)
        if isinstance(text, str | int) and str(text).strip():
            found.append(str(text).strip())
    return found


def _text(value: object, by_id: dict[str, Node]) -> str:
    return next(iter(_texts(value, by_id)), "")


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
