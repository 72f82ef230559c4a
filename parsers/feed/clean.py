"""Bytes of a feed to text that an XML parser takes: what breaks or traps one is mended before it sees it.

feedparser 6 raises on character references beyond Unicode, on codec names that are none and on some DOCTYPEs, and
falls back to a slow parser for anything that is not well formed (measured on its own tests, docs/reliability.md).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from html.entities import html5
from itertools import chain

from parsers.article.decode import decode
from parsers.article.limits import check_markup
from parsers.feed.not_a_feed import NotAFeed
from parsers.records import Issue

MAX_BYTES = 5_000_000
MAX_PIECES = 200_000
"""References and lines: the parser hands over the text between two of them on its own, at five microseconds each."""
MAX_DEPTH = 100
"""Elements within elements. Feeds need eight; each level costs the parser a Python frame or two."""

_DECLARATION = re.compile(r"<\?xml\b[^>]{0,400}\?>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINES = re.compile(r"[\r\n]\s*")
_CDATA = ("<![CDATA[", "]]>")
_REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,8});|#([0-9]{1,10});|([A-Za-z][A-Za-z0-9]{0,31};))?")
_TAG = re.compile(r"<(/?)[A-Za-z_][^<>]*?(/?)>")
_XML_NAMES = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


def clean(body: bytes, content_type: str | None) -> str:
    """The feed's text, as XML without declaration and DOCTYPE. Raises NotAFeed for what is hopeless."""
    if not body.strip(b"\x00 \t\r\n"):
        raise NotAFeed(Issue("empty", "the feed is empty"))
    if len(body) > MAX_BYTES:
        raise NotAFeed(Issue("too_large", f"the feed has {len(body):,} bytes; {MAX_BYTES:,} is the most"))
    text = _LINES.sub("\n", _NOT_XML.sub("", _decoded(body, content_type)))
    text = _DECLARATION.sub("", _without_doctype(text), count=1)
    start = text.find("<")
    if start < 0:
        raise NotAFeed(Issue("not_xml", "no markup at all where a feed should be"))
    text = text[start:]
    if issue := check_markup(text):
        raise NotAFeed(issue)
    if text.count("&") + text.count("\n") > MAX_PIECES:
        raise NotAFeed(Issue("too_many_pieces", f"more than {MAX_PIECES:,} references and lines"))
    markup, quoted = _split(text)
    _check_nesting(markup)
    mended = (_REFERENCE.sub(_mended, part) for part in markup)
    return "".join(chain.from_iterable(zip(mended, quoted, strict=True)))


def _split(text: str) -> tuple[list[str], list[str]]:
    """The parts of a text outside and inside of CDATA sections, in turns. One that is never closed is none."""
    markup, quoted = [], []
    opening, closing = _CDATA
    at = 0
    while (start := text.find(opening, at)) >= 0 and (end := text.find(closing, start)) >= 0:
        markup.append(text[at:start])
        quoted.append(text[start : end + len(closing)])
        at = end + len(closing)
    return [*markup, text[at:]], [*quoted, ""]


def _decoded(body: bytes, content_type: str | None) -> str:
    """UTF-16 without a byte order mark is known by the zeros around its first `<`; the rest is as for pages."""
    start = body[:4]
    if start[:2] == b"<\x00" and start[3:] == b"\x00":
        return body.decode("utf-16-le", "replace")
    if start[:1] == b"\x00" and start[1:3] == b"<\x00":
        return body.decode("utf-16-be", "replace")
    return decode(body, content_type)


def _without_doctype(text: str) -> str:
    """Without the DOCTYPE and the entities that it defines, which is what "billion laughs" is made of."""
    found = _DOCTYPE.search(text, 0, 2_000)
    if found is None:
        return text
    end = text.find(">", found.end())
    subset = text.find("[", found.end())
    if 0 <= subset < end:
        closed = text.find("]", subset)
        end = text.find(">", closed) if closed >= 0 else -1
    return text[: found.start()] + text[end + 1 :] if end >= 0 else text[: found.start()]


def _check_nesting(markup: Iterable[str]) -> None:
    depth = 0
    for tag in chain.from_iterable(_TAG.finditer(part) for part in markup):
        depth += -1 if tag[1] else 0 if tag[2] else 1
        if depth > MAX_DEPTH:
            raise NotAFeed(Issue("too_deep", f"more than {MAX_DEPTH} elements within one another"))


def _mended(found: re.Match[str]) -> str:
    """A reference that XML knows: names of HTML as characters, numbers beyond Unicode as U+FFFD, a bare `&` escaped."""
    hexadecimal, decimal, name = found.groups()
    if hexadecimal or decimal:
        number = int(hexadecimal, 16) if hexadecimal else int(decimal)
        if number in (9, 10, 13, 38, 60) or number > 0x10FFFF:
            return found[0] if number <= 0x10FFFF else "\ufffd"
        # html.unescape maps the C1 range as browsers do (&#150; is a dash of windows-1252).
        return _NOT_XML.sub("\ufffd", html.unescape(found[0])) or "\ufffd"
    if not name or name in _XML_NAMES:
        return found[0] if name else "&amp;"
    return html5.get(name) or f"&amp;{name}"
