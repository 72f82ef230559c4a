"""Numbers that count nothing: years, parts of names, numbers of points."""

from __future__ import annotations

import re
from itertools import takewhile

from parsers.claims.numbers import Number
from parsers.claims.packs.words import words
from parsers.claims.text import Text


def is_name(text: Text, number: Number, last: int) -> bool:
    """Whether the number belongs to a name or numbers a point: "Leopard 2", "no one", "1. Ambulances"."""
    before = text.tokens[number.first - 1].low if number.first else ""
    after = text.tokens[last].low if last < len(text.tokens) else ""
    if number.scale == 1 and number.value < SMALL and (before in _DESIGNATORS or _is_share(text, number.first, last)):
        return True
    if number.figures:
        if number.value <= LAST_DAY and _follows_month(text, number.first):
            return True
        if number.scale == 1 and _among_figures(text, number.first, last):
            return True
        opened = text.folded[max(0, number.start - 2) : number.start]
        if after == ")" and opened.endswith("(") and opened[0] not in "( \n":
            return True  # "section 614(a)(1)"
        return after in (".", ")") and text.folded[number.start - 1 : number.start] in ("", "\n")
    return (
        number.value == 1
        and number.scale == 1
        and (before in _BEFORE_ONE or not after.isalpha() or after in _AFTER_ONE)
    )


def _is_share(text: Text, first: int, last: int) -> bool:
    """ "Three in five": the number at tokens `first` up to `last` is one of the two of a share."""
    lows = [token.low for token in text.tokens[max(0, first - 2) : first]]
    if lows[1:] == ["in"] and _is_small(lows[0]):
        return True
    lows = [token.low for token in text.tokens[last : last + 2]]
    return len(lows) == 2 and lows[0] == "in" and _is_small(lows[1])


def _is_small(low: str) -> bool:
    return low in _NUMBER_WORDS or (low.isdigit() and len(low) < 4)


def _among_figures(text: Text, first: int, last: int) -> bool:
    """Whether bare figures stand beside the number, as in telephone numbers and tables; "100 155 mm shells" are 100."""
    tokens = text.tokens
    if first and tokens[first - 1].low.isdigit():
        return True
    return last + 1 < len(tokens) and tokens[last].low.isdigit() and tokens[last + 1].low not in ("mm", "-")


def _follows_month(text: Text, first: int) -> bool:
    """Whether token `first` is the day of a month: "Jan. 4"; but "in March 31 tanks arrived" counts tanks."""
    month = first - 2 if first > 1 and text.tokens[first - 1].low == "." else first - 1
    if month < 0 or text.tokens[month].low not in _MONTHS:
        return False
    return month == 0 or text.tokens[month - 1].low != "in"


def is_year(text: Text, number: Number) -> bool:
    """Whether four figures are a year: after "in" and the like, or before no plural that they could count."""
    if not (number.figures and number.scale == 1 and number.end - number.start == 4 and 1900 <= number.value < 2100):
        return False
    before = text.tokens[number.first - 1].low if number.first else ""
    if before == "," and number.first > 1 and text.tokens[number.first - 2].low[0].isdigit():
        return True  # "Jan. 4, 2023"
    following = (token.low for token in text.tokens[number.first + 1 : number.first + 4])
    counts = any(_PLURAL.fullmatch(low) for low in takewhile(str.isalpha, following))
    return before in _BEFORE_YEAR or not counts


SMALL = 1000
_PLURAL = re.compile(r"[a-z]{3,}(?<![sui])s")
LAST_DAY = 31
_MONTHS = words("claims/packs/en/months.csv")
_NUMBER_WORDS = words("claims/packs/en/numbers.csv", kind="unit") | words("claims/packs/en/numbers.csv", kind="tens")
_DESIGNATORS = words("claims/packs/en/designators.csv")
_BEFORE_ONE = words("claims/packs/en/function_words.csv", list="before_one")
_AFTER_ONE = words("claims/packs/en/function_words.csv", list="after_one")
_BEFORE_YEAR = words("claims/packs/en/function_words.csv", list="before_year") | _MONTHS
