"""Words that say that a number is not told: "declined to say how many" is another fact than "not clear how many"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from parsers.claims.packs.words import rows
from parsers.claims.text import Text

SilenceKind = Literal["withheld", "not_stated"]


class Silence(NamedTuple):
    """The words at `folded[start:end]` that keep a number back, or leave it out."""

    start: int
    end: int
    kind: SilenceKind


def find_silences(text: Text) -> list[Silence]:
    """All places, in order, where a text says that a number is not told."""
    if not _HINT.search(text.low):
        return []
    return [
        Silence(match.start(), match.end(), "withheld" if match.lastgroup == "withheld" else "not_stated")
        for match in _SILENCE.finditer(text.low)
    ]


def _phrases(kind: str) -> str:
    found = [row["phrase"] for row in rows("claims/packs/en/silence.csv") if row["kind"] == kind]
    return "(?:" + "|".join(map(re.escape, sorted(found, key=len, reverse=True))) + ")"


def _pattern(kind: SilenceKind) -> str:
    """A phrase and, a few words on, what is not told; or a phrase that is complete in itself."""
    gap = r"(?:[ ](?!more|less|fewer)[a-z]+){0,4}?[ ]"
    return rf"(?P<{kind}>{_phrases(kind)}{gap}{_phrases('object')}|{_phrases(kind + '_number')})"


_HINT = re.compile("how many|how much|number|quantit|figure|undisclosed|unspecified|unknown")
_SILENCE = re.compile(rf"\b(?:{_pattern('withheld')}|{_pattern('not_stated')})\b")
