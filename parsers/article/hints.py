"""What the class and id of an element hint at, as a bit set over the groups of words.toml."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.article.words import HINT_GROUPS

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=20_000)
def hints_of(names: str) -> int:
    """Bit i is set where a word of group i stands in `names`. Cached, since a site repeats its names."""
    text = names[:400]
    if not text.islower():
        text = _CAMEL.sub("-", text).lower()
    text = text.replace("_", "-")
    return sum(1 << bit for bit, group in enumerate(HINT_GROUPS) if group.search(text))
