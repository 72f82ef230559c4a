"""One `source.toml` -> a Source, or one line that says which field is wrong and what to do."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from parsers.sources.record import Source

_SOURCE = TypeAdapter(Source)
_USERINFO = re.compile(r"//[^/@]*@")
"""A name and password before a host: an error is read by many."""
_SHOWN = 80
"""Characters of a wrong value that an error shows."""


class SourceError(ValueError):
    """A source that cannot be used: one line with file, field and what to do."""


def read_source(text: str, *, slug: str, where: str) -> Source:
    """The source that `text` (TOML) describes. `where` names the file in errors. Raises SourceError."""
    try:
        fields = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"{where}: is not TOML: {error}; mend that place") from None
    if "slug" in fields:
        raise SourceError(f"{where}: slug: is the name of the folder; take the line out")
    try:
        # By way of JSON, because strict mode takes a list for a tuple and a table for a record only from there.
        source = _SOURCE.validate_json(json.dumps({"slug": slug, **fields}, default=str))
    except ValidationError as error:
        raise SourceError(f"{where}: {_in_words(error.errors()[0])}") from None
    if not (source.feeds or source.sitemap or source.wordpress):
        raise SourceError(f"{where}: feeds: there is no way to find articles; add [[feeds]], sitemap or wordpress")
    return source


def _in_words(error: ErrorDetails) -> str:
    field = _path(error["loc"])
    if error["type"] == "missing":
        return f"{field}: is missing; add it (docs/sources.md says what it means)"
    if error["type"] in {"unexpected_keyword_argument", "extra_forbidden"}:
        return f"{field}: is no field of a source; take it out or see docs/sources.md for the right name"
    shown = _USERINFO.sub("//***@", repr(error["input"]))
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."
    if field == "slug":
        return f"slug: the folder is named {shown}; name it with small letters, digits and hyphens"
    if error["type"] == "value_error":
        return f"{field}: {shown} {error['ctx']['error']}"
    return f"{field}: {error['msg'].replace('Input should', 'should')}, not {shown}"


def _path(loc: Sequence[int | str]) -> str:
    """`("feeds", 0, "url")` as `feeds[0].url`."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc]
    return "".join(parts).removeprefix(".")
