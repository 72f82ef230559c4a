"""How exact a number is: the words before and after it ("more than", "up to", "nearly", "or so")."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast

from parsers.claims.packs.words import rows, words
from parsers.claims.text import Text, prepare

BoundKind = Literal["exact", "at_least", "up_to", "approx"]
_ROWS = rows("claims/packs/en/bounds.csv")


class Bound(NamedTuple):
    """What the words around a number make of it; `first` is the first token of those before it."""

    kind: BoundKind
    first: int


def bound_before(text: Text, first: int) -> Bound:
    """The bound that ends before token `first`; exact, and `first` itself, where there is none."""
    nearest = _phrase_before(text, first)
    if nearest.kind == "approx":  # "up to about 30" is "up to 30"
        further = _phrase_before(text, nearest.first)
        return nearest if further.kind == "exact" else further
    return nearest


def _phrase_before(text: Text, first: int) -> Bound:
    tokens, at = text.tokens, first
    for _ in range(4):
        if at == 0:
            break
        last = tokens[at - 1].low
        for phrase, kind in _BEFORE.get(last, ()):
            begin = at - len(phrase)
            if begin >= 0 and tuple(token.low for token in tokens[begin:at]) == phrase:
                return Bound(kind, begin)
        if last not in _FILLERS and (last not in _ARTICLES or at == first):
            break
        at -= 1
    return Bound("exact", first)


def bound_after(text: Text, end: int) -> tuple[BoundKind, int]:
    """The bound that follows `folded[:end]`, and where it ends; exact, and `end` itself, where there is none."""
    match = _AFTER.match(text.low, end)
    if match is None:
        return "exact", end
    return _AFTER_KIND[match.group().strip()], match.end()


def range_first(text: Text, first: int, gap: str) -> int | None:
    """First token of the range whose lower end begins at token `first` and is parted from the upper end by `gap`.

    None where the words make no range of the two: "by $4m to $14m" and "from 20 to 30" tell a change.
    """
    if gap not in ("-", "–", "to", "and"):
        return None
    first = bound_before(text, first).first
    before = text.tokens[first - 1].low if first else ""
    if gap == "and":
        return first - 1 if before == "between" else None
    return None if gap == "to" and before in ("from", "by") else first


def interval(kind: BoundKind, value: float) -> tuple[float | None, float | None]:
    """Lowest and highest value that the words allow. "Nearly" and "about" leave the number as it stands."""
    if kind == "at_least":
        return value, None
    if kind == "up_to":
        return None, value
    return value, value


def _before() -> dict[str, list[tuple[tuple[str, ...], BoundKind]]]:
    """Phrases by their last word, the longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], BoundKind]]] = {}
    for row in _ROWS:
        if row["side"] == "before" and row["kind"] not in ("filler", "article"):
            phrase = tuple(token.low for token in prepare(row["phrase"]).tokens)
            phrases.setdefault(phrase[-1], []).append((phrase, cast(BoundKind, row["kind"])))
    for same in phrases.values():
        same.sort(key=lambda phrase: -len(phrase[0]))
    return phrases


_BEFORE = _before()
_FILLERS = words("claims/packs/en/bounds.csv", "phrase", kind="filler")
_ARTICLES = words("claims/packs/en/bounds.csv", "phrase", kind="article")
_AFTER_KIND = {row["phrase"]: cast(BoundKind, row["kind"]) for row in _ROWS if row["side"] == "after"}
_AFTER = re.compile(rf"[ ]?(?:{'|'.join(map(re.escape, sorted(_AFTER_KIND, key=len, reverse=True)))})(?![a-z0-9])")
