"""The words and codes that reading a page needs, from words.toml, loaded once a process."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

_DATA = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.IGNORECASE)


ENCODING_LABELS: dict[str, str] = _DATA["encodings"]
"""Labels of the wild to Python codec names, where the two differ (https://encoding.spec.whatwg.org/#names-and-labels)."""
ARTICLE_TYPES: frozenset[str] = frozenset(_DATA["jsonld"]["article_types"])
META_NAMES: dict[str, tuple[str, ...]] = {field: tuple(names) for field, names in _DATA["meta"].items()}
"""Names of meta tags that hold a field, best first, in lower case."""
CORRECTION: re.Pattern[str] = _any_of(_DATA["marks"]["correction"])
PAYWALL: re.Pattern[str] = _any_of(_DATA["marks"]["paywall"])
BY: re.Pattern[str] = re.compile(rf"(?:{'|'.join(_DATA['openings']['by'])})\s+", re.IGNORECASE)
LABELS: frozenset[str] = frozenset(_DATA["openings"]["label"])
UPDATED: re.Pattern[str] = _any_of(_DATA["openings"]["updated"])
OPENING: re.Pattern[str] = _any_of(_DATA["openings"]["aside"])
SILENT_TAGS: frozenset[str] = frozenset(_DATA["tags"]["silent"])
BLOCK_TAGS: frozenset[str] = frozenset(_DATA["tags"]["block"])
EMPHASIS_TAGS: frozenset[str] = frozenset(_DATA["tags"]["emphasis"])
CONTEXT_TAGS: dict[str, int] = {tag: 1 << bit for bit, tags in enumerate(_DATA["tags"]["context"]) for tag in tags}
"""The bit of each tag that says where a block lies."""
HINT_BITS: dict[str, int] = {group: 1 << bit for bit, group in enumerate(_DATA["hints"])}
HINT_GROUPS: tuple[re.Pattern[str], ...] = tuple(re.compile(words) for words in _DATA["hints"].values())
