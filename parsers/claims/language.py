"""In which language a text is: told by its small words, and by what its feed or page says of it where they do not tell.

Counting small words costs 20 microseconds a thousand characters and calls a short English headline English, where
a statistical guesser has to name some language for every five words.
"""

from __future__ import annotations

import re
from collections import Counter

from parsers.claims.packs.words import rows
from parsers.claims.text import Text
from parsers.records import Issue

PACKS = frozenset(("en",))
"""Languages that there are word lists and grammar for."""
DEFAULT = "en"
TOKENS = 600
"""A text is judged by its first tokens."""
_NAMES = {row["language"]: row["name"] for row in rows("claims/packs/languages.csv")}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _row in rows("claims/packs/languages.csv"):
    for _word in _row["words"].split():
        _LANGUAGES_OF.setdefault(_word, []).append(_row["language"])
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
SAMPLE = 4000


def language_issue(text: Text, stated: str | None) -> Issue | None:
    """Why a text cannot be read: its language has no pack. `stated` is a tag such as "fr" or "en-GB"."""
    language = language_of(text, stated)
    if language in PACKS:
        return None
    name = _NAMES.get(
        language, f"a language tagged {language!r}" if language != "und" else "a script that is not Latin"
    )
    known = ", ".join(sorted(_NAMES[pack] for pack in PACKS))
    return Issue("unsupported_language", f"the text is in {name}; there are word lists for {known} only")


def language_of(text: Text, stated: str | None) -> str:
    """ISO 639-1 code of a text's language; "und" for a script that is not Latin and bears no tag."""
    tag = re.split("[-_]", stated.strip().lower())[0] if stated else ""
    sample = text.folded[:SAMPLE]
    if len(_FOREIGN.findall(sample)) * 2 > len(_LETTER.findall(sample)):
        return tag if tag and tag != DEFAULT else "und"
    counts: Counter[str] = Counter()
    for token in text.tokens[:TOKENS]:
        counts.update(_LANGUAGES_OF.get(token.low, ()))
    english = counts.pop(DEFAULT, 0)
    other, most = max(counts.items(), key=lambda item: (item[1], item[0]), default=(DEFAULT, 0))
    if most >= 3 and most > 2 * english:
        return tag if tag and counts.get(tag, 0) == most else other
    if tag and tag not in PACKS and english <= counts[tag]:
        return tag
    return DEFAULT
