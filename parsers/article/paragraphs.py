"""An element of the tree to the paragraphs that a reader sees."""

from __future__ import annotations

from lxml.html import HtmlElement

from parsers.article.plain import plain
from parsers.article.words import INLINE_TAGS, SILENT_TAGS


def paragraphs(element: HtmlElement) -> list[str]:
    """Texts of the blocks under `element`, in order, without empty ones."""
    found: list[str] = []
    run: list[str] = []
    _collect(element, run, found)
    _flush(run, found)
    return found


def _collect(element: HtmlElement, run: list[str], found: list[str]) -> None:
    """Depth is bounded by the parser (2048), but Python's stack is not: so a stack of our own."""
    stack: list[tuple[HtmlElement, bool]] = [(element, False)]
    while stack:
        current, closing = stack.pop()
        tag = current.tag
        if not isinstance(tag, str) or tag in SILENT_TAGS:
            run.append(current.tail or "")
            continue
        if tag not in INLINE_TAGS:
            _flush(run, found)
        if closing:
            if current is not element:
                run.append(current.tail or "")
            continue
        run.append(current.text or "")
        stack.append((current, True))
        stack.extend((child, False) for child in reversed(current))


def _flush(run: list[str], found: list[str]) -> None:
    text = plain("".join(run))
    run.clear()
    if text:
        found.append(text)
