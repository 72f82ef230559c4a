"""Putting sums together: a number, its currency, the bound before it, and the other end of a range."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Literal, NamedTuple

from parsers.claims.bounds import bound_after, bound_before, interval, range_first
from parsers.claims.currencies import GLUED, SPEAKERS_DOLLAR, WORD, form_after, form_before
from parsers.claims.numbers import Number, find_numbers, range_ends
from parsers.claims.text import Text

SumKind = Literal["exact", "at_least", "up_to", "approx", "range", "vague"]


class Sum(NamedTuple):
    """A sum at `folded[start:end]`; `first` is its first token, `form` its row of the gazetteer of currencies."""

    start: int
    end: int
    first: int
    value: float | None
    value_min: float | None
    value_max: float | None
    kind: SumKind
    form: str


class Figure(NamedTuple):
    """A number with the currency forms around it, at `folded[start:end]`."""

    start: int
    end: int
    number: Number
    form: str | None


@lru_cache(maxsize=1)  # quantities ask for them too, to leave them alone
def find_sums(text: Text) -> tuple[Sum, ...]:
    """All sums of a text, in order."""
    figures = find_figures(text)
    found: list[Sum] = []
    done = 0
    for previous, figure, following in zip([None, *figures], figures, [*figures[1:], None], strict=False):
        sum_ = None
        if figure.start >= done:
            sum_ = (following and _range(text, figure, following)) or _single(text, figure, previous)
        if sum_:
            found.append(sum_)
            done = sum_.end
    if _VAGUE_HINT.search(text.low):
        found = sorted(found + _vague(text, found), key=_start)
    return tuple(found)


@lru_cache(maxsize=1)  # sums and quantities are read from the same figures
def find_figures(text: Text) -> tuple[Figure, ...]:
    """All numbers of a text, in order, with the currencies beside them."""
    return tuple(_figure(text, number) for number in find_numbers(text, GLUED))


def _figure(text: Text, number: Number) -> Figure:
    before, after = form_before(text, number), form_after(text, number)
    form = before or after
    if before and after and before.key == SPEAKERS_DOLLAR:
        form = after  # "$5 million (CAD)" says whose dollars they are
    start = before.start if before else number.start
    return Figure(start, after.end if after else number.end, number, form.key if form else None)


def _single(text: Text, figure: Figure, previous: Figure | None) -> Sum | None:
    form = figure.form
    if (
        form is None
        and previous
        and previous.form
        and gap_between(text, previous, figure) == "to"
        and figure.number.scale > 1
    ):
        form = previous.form  # "from €20 million to 100 million"
    if form is None:
        return None
    first = token_of(text, figure.start)
    bound = bound_before(text, first)
    kind, end = (bound.kind, figure.end) if bound.kind != "exact" else bound_after(text, figure.end)
    value = figure.number.value
    start = figure.start if bound.first == first else text.places[bound.first]
    return Sum(start, end, bound.first, value, *interval(kind, value), kind, form)


def _range(text: Text, lower: Figure, upper: Figure) -> Sum | None:
    """ "$100-150 million", "between $1 and $2 billion", "€1bn to €2bn"; but "from $1m to $2m" is a change."""
    form = lower.form or upper.form
    if form is None or (lower.form and upper.form and lower.form != upper.form):
        return None
    if lower.form is None and upper.start < upper.number.start:
        return None  # "from 90 million in 2006 to $619 million"
    first = range_first(text, token_of(text, lower.start), gap_between(text, lower, upper))
    if first is None:
        return None
    low, high = range_ends(lower.number, upper.number)
    if not low < high:
        return None
    start = min(lower.start, text.places[first])
    return Sum(start, upper.end, first, high, low, high, "range", form)


def gap_between(text: Text, lower: Figure, upper: Figure) -> str:
    """The words between two figures that may be the ends of a range; "" where they are too far apart."""
    return text.low[lower.end : upper.start].strip(" ") if upper.start - lower.end <= LONGEST_LINK else ""


def token_of(text: Text, place: int) -> int:
    """The token at a place of `folded`."""
    return bisect_right(text.places, place) - 1


def _vague(text: Text, found: list[Sum]) -> list[Sum]:
    """ "Hundreds of millions of dollars": money without a value."""
    taken = {sum_.end for sum_ in found}
    return [
        Sum(m.start(), m.end(), token_of(text, m.start()), None, None, None, "vague", m["word"])
        for m in _VAGUE.finditer(text.low)
        if m.end() not in taken
    ]


def _start(sum_: Sum) -> int:
    return sum_.start


LONGEST_LINK = 5
"""Characters between the two ends of a range, as in "5 and 6"."""
_VAGUE_HINT = re.compile(r"(?:illion|thousand|hundred)s of |several |many |a few |multi")
_SCALES = r"(?:hundred|thousand|million|billion|trillion)"
_VAGUE = re.compile(
    rf"""\b(?:(?:(?:tens|dozens|scores|hundreds|thousands)[ ]of[ ])*{_SCALES}s[ ]of
    | (?:several|many|a[ ]few|multi)[ -]?{_SCALES}s?(?:[ ]of)?(?:[ -]{_SCALES})*)
    [ -]{WORD.replace(" ", "[ ]")}(?![ ]of[ ])""",
    re.VERBOSE,
)
