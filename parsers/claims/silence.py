"""Words that say that a number is not told: "declined to say how many" is another fact than "not clear how many"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from parsers.claims.packs.words import words
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
    found = words("claims/packs/en/silence.csv", "phrase", kind=kind)
    return "(?:" + "|".join(map(re.escape, sorted(found, key=lambda phrase: (-len(phrase), phrase)))) + ")"


# Up to four words between "say" and "how many"; "more" and "less" would make it the number itself.
_WHAT = rf"(?:[ ](?!more|less|fewer)[a-z]+){{0,4}}?[ ]{_phrases('object')}"
_HINT = re.compile("how many|how much|number|quantit|figure|undisclosed|unspecified")
_SILENCE = re.compile(
    rf"""\b(?:
      (?P<withheld>{_phrases("refusal")}[ ]{_phrases("telling")}{_WHAT} | (?:an?[ ])?{_phrases("withheld")})
    | (?P<not_stated>(?:{_phrases("omission")}[ ]{_phrases("telling")} | {_phrases("open")}){_WHAT}
      | (?:an?[ ])?{_phrases("not_stated")})
    )\b""",
    re.VERBOSE,
)
