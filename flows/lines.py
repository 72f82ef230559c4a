"""JSON Lines in, JSON Lines out, through the parse pool: a line in gives exactly one line out, in order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from flows.pool import BATCH, Limits, ParsePool, Read
from parsers.claims.to_json import claim_as_json
from parsers.line import read_line
from parsers.page import read_article
from parsers.records import Issue, Page, ParsedPage

AHEAD = 16 * BATCH
"""Lines read ahead of what is printed: enough to keep the children busy, few enough to hold in memory."""


Fields = dict[str, Any]


class Form(NamedTuple):
    """What a kind of line asks for: its page (or why there is none), who reads it, and the answer's fields."""

    page: Callable[[Fields, bytes], Page | Issue]
    read: Read
    answer: Callable[[ParsedPage | None], Fields]


class Answer(NamedTuple):
    """One line out. `failed` tells that the line could not be read, not that it holds nothing."""

    fields: Fields
    failed: bool


class Line(NamedTuple):
    """A line read: what came of its page, or why there was none to read."""

    id: object
    read: ParsedPage | Issue


class _Asked(NamedTuple):
    id: object
    page: Page | Issue


def answers(lines: Iterable[bytes], form: Form, limits: Limits) -> Iterator[Answer]:
    """Read `lines` in children, a chunk at a time, and give one answer a line."""
    return (answer_of(line, form) for line in read_lines(lines, form, limits))


def read_lines(lines: Iterable[bytes], form: Form, limits: Limits) -> Iterator[Line]:
    """What came of each of `lines`, in their order."""
    lines = iter(lines)
    with ParsePool(limits) as pool:
        while chunk := [_asked(line, form) for line in islice(lines, AHEAD)]:
            parsed = iter(pool.parse(form.read, [asked.page for asked in chunk if isinstance(asked.page, Page)], None))
            for asked in chunk:
                yield Line(asked.id, asked.page if isinstance(asked.page, Issue) else next(parsed))


def answer_of(line: Line, form: Form) -> Answer:
    """The line out for a line read."""
    if isinstance(line.read, Issue):
        return Answer({"id": line.id, **form.answer(None), "issue": line.read.code}, failed=True)
    fields = {"id": line.id, **form.answer(line.read)}
    if line.read.reason:
        fields["issue"] = line.read.reason.code
    return Answer(fields, failed=line.read.outcome != "stored")


def _asked(line: bytes, form: Form) -> _Asked:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return _Asked(None, Issue("not_json", "the line is not JSON"))
    if not isinstance(fields, dict):
        return _Asked(None, Issue("not_json", "the line is no JSON object"))
    return _Asked(fields.get("id"), form.page(fields, line))


# ---- lines of texts, to claims -----------------------------------------------------------------------------


def _claims(parsed: ParsedPage | None) -> Fields:
    return {"claims": [claim_as_json(claim) for claim in parsed.claims] if parsed else []}


CLAIMS = Form(lambda _, line: Page("", "", line, None, None, None), read_line, _claims)
"""`{"id", "text", "published", "publisher", "url"}` to `{"id", "claims"}`."""


# ---- lines that name pages, to article text ---------------------------------------------------------------


def texts_beside(folder: Path) -> Form:
    """`{"id", "path", "url"}` to `{"id", "title", "published", "text"}`.

    A path is taken from the working folder, or, where nothing is there, from `folder`: that of the list itself.
    """
    return Form(lambda fields, _: _page_at(fields, folder), read_article, _text)


def _page_at(fields: Fields, folder: Path) -> Page | Issue:
    path, url = fields.get("path"), fields.get("url")
    if not isinstance(path, str):
        return Issue("no_file", "the line has no path")
    try:
        found = Path(path) if Path(path).exists() else folder / path
        return Page("", url if isinstance(url, str) else "", found.read_bytes(), None, None, None)
    except (OSError, ValueError) as error:
        return Issue("no_file", f"{path} cannot be read: {error}")


def _text(parsed: ParsedPage | None) -> Fields:
    article = parsed.article if parsed else None
    published = article.published_on if article else None
    return {
        "title": article.title if article else None,
        "published": published.isoformat() if published else None,
        "text": article.text if article else "",
    }
