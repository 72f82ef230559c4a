"""Sums of money in a text: value, bounds, currency, and what kind of sum the words around make of each."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from parsers.claims.currencies import SPEAKERS_DOLLAR, code_of
from parsers.claims.money_marks import MoneyMark, converts, mark_of
from parsers.claims.sums import Sum, SumKind, find_sums
from parsers.claims.text import Text


class Money(NamedTuple):
    """A sum at `original[start:end]`, words like "nearly" with it; tokens `first` up to, without, `last`."""

    start: int
    end: int
    value: float | None
    """As said, in units of `currency`: the number itself under any bound, the upper end of a range; None if vague."""
    value_min: float | None
    value_max: float | None
    currency: str
    """ISO 4217."""
    kind: SumKind
    mark: MoneyMark
    """`conversion`: the sum before it in another currency, no sum of its own. `price`: of goods by the unit, no aid."""
    first: int
    last: int


def find_money(text: Text, *, dollar: str = "USD") -> tuple[Money, ...]:
    """All sums of a text, in order. `dollar` is the ISO code of the speaker's dollar, for "$" and "dollars" alone."""
    sums = find_sums(text)
    codes = {form: code_of(form, text) for form in {sum_.form for sum_ in sums}}
    codes = {form: dollar if code == SPEAKERS_DOLLAR else code for form, code in codes.items()}
    money: list[Money] = []
    told: Sum | None = None
    told_again = 0
    for sum_ in sums:
        mark = mark_of(text, sum_.first, sum_.end)
        code = codes[sum_.form]
        if told and codes[told.form] != code and converts(text.low, told.end, told_again, sum_.start, sum_.end):
            mark = "conversion"
        else:
            told = sum_
        told_again = sum_.end
        start, end = text.span(sum_.start, sum_.end)
        last = bisect_left(text.places, sum_.end)
        money.append(
            Money(start, end, sum_.value, sum_.value_min, sum_.value_max, code, sum_.kind, mark, sum_.first, last)
        )
    return tuple(money)
