"""What kind of sum the words beside it make of it: a price, a yearly sum, a running total, a part, a conversion."""

from __future__ import annotations

import re
from typing import Literal, cast

from parsers.claims.packs.words import rows
from parsers.claims.text import Text, prepare

MoneyMark = Literal["", "price", "each", "annual", "total", "part", "conversion"]

_ROWS = [row for row in rows("claims/packs/en/money_marks.csv") if row["mark"] != "sum"]
REACH = 20
"""Tokens from "bringing" to the "to" before a total."""


def mark_of(text: Text, first: int, end: int) -> MoneyMark:
    """The mark of the sum whose first token is `first` and that ends at `folded[:end]`; "" where it has none."""
    match = _AFTER.match(text.low, end)
    if match is not None:
        return _AFTER_MARK[match[1].replace("-", " ")]
    tokens = text.tokens
    for words, mark in _BEFORE.get(tokens[first - 1].low, ()) if first else ():
        if tuple(token.low for token in tokens[max(0, first - len(words)) : first]) == words:
            return mark
    if first and tokens[first - 1].low == "to" and _brings(text, first - 1):
        return "total"
    return ""


def _brings(text: Text, to: int) -> bool:
    """Whether the "to" at token `to` belongs to "bringing ... to", the phrase of running totals."""
    for token in reversed(text.tokens[max(0, to - REACH) : to]):
        if token.low in (".", ";"):
            return False
        if token.low in _BRINGING:
            return True
    return False


def converts(low: str, told: int, end: int, start: int, stop: int) -> bool:
    """Whether the sum at `low[start:stop]` tells the one that ends at `low[:told]` again, in another currency.

    `end` is where its last conversion ends; `told` itself where there was none.
    """
    if end > told and start - end < LONGEST_LINK and _BESIDE.fullmatch(low, end, start):
        return True
    if start - told > LONGEST_GAP:
        return False
    if _OR.fullmatch(low, told, start):
        return True
    return _BRACKET.search(low, told, start) is not None and low[stop : stop + 1] in (")", "]", ",", ";", "/", " ")


LONGEST_LINK = 8
LONGEST_GAP = 60
"""Characters between a sum and its conversion: "a ¥9 billion grant for clean water in the lake region ($60m)"."""
_AFTER_MARK = {row["phrase"]: cast(MoneyMark, row["mark"]) for row in _ROWS if row["side"] == "after"}
_AFTER = re.compile(
    r"(?:[ ]?\([^()]{1,30}\))?,?[ -]("  # past a conversion: "€500 million ($543 million) a year"
    + "|".join(re.escape(p).replace(r"\ ", "[ -]") for p in sorted(_AFTER_MARK, key=len, reverse=True))
    + r")(?![a-z])"
)
_BEFORE: dict[str, list[tuple[tuple[str, ...], MoneyMark]]] = {}
for _row in _ROWS:
    if _row["side"] == "before":
        _words = tuple(token.low for token in prepare(_row["phrase"]).tokens)
        _BEFORE.setdefault(_words[-1], []).append((_words, cast(MoneyMark, _row["mark"])))
_BRINGING = frozenset({"bring", "brings", "bringing", "brought", "takes", "taking"})
_BESIDE = re.compile(r"[ ]?[;,/|][ ](?:or )?|[ ]?[/|]|[ ]or[ ]")
_OR = re.compile(r"[ ]?,?[ ](?:or|that is|i\.e\.|equal to|equivalent to|the equivalent of|worth|=)[ ]|[ ]?[/=≈][ ]?")
_BRACKET = re.compile(r"[(\[][ ]?(?:or |equal to |equivalent to |the equivalent of |i\.e\.,? |worth |=)?\Z")
