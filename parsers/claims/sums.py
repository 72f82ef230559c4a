"""Putting sums together: a number, its currency, the bound before it, and the other end of a range."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal, NamedTuple

from parsers.claims.bounds import bound_after, bound_before, interval
from parsers.claims.currencies import GLUED, SPEAKERS_DOLLAR, WORD, form_after, form_before
from parsers.claims.numbers import Number, find_numbers
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


class _Figure(NamedTuple):
    """A number with the currency forms around it, at `folded[start:end]`."""

    start: int
    end: int
    number: Number
    form: str | None


def find_sums(text: Text) -> list[Sum]:
    """All sums of a text, in order."""
    figures = [_figure(text, number) for number in find_numbers(text, GLUED)]
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
        found = sorted(found + _vague(text, found))
    return found


def _figure(text: Text, number: Number) -> _Figure:
    before, after = form_before(text, number), form_after(text, number)
    form = before or after
    if before and after and before.key == SPEAKERS_DOLLAR:
        form = after  # "$5 million (CAD)" says whose dollars they are
    start = before.start if before else number.start
    return _Figure(start, after.end if after else number.end, number, form.key if form else None)


def _single(text: Text, figure: _Figure, previous: _Figure | None) -> Sum | None:
    form = figure.form
    if form is None and previous and previous.form and _gap(text, previous, figure) == "to" and figure.number.scale > 1:
        form = previous.form  # "from €20 million to 100 million"
    if form is None:
        return None
    first = _token(text, figure.start)
    bound = bound_before(text, first)
    kind, end = (bound.kind, figure.end) if bound.kind != "exact" else bound_after(text, figure.end)
    value = figure.number.value
    start = figure.start if bound.first == first else text.places[bound.first]
    return Sum(start, end, bound.first, value, *interval(kind, value), kind, form)


def _range(text: Text, lower: _Figure, upper: _Figure) -> Sum | None:
    """ "$100-150 million", "between $1 and $2 billion", "€1bn to €2bn"; but "from $1m to $2m" is a change."""
    form = lower.form or upper.form
    if form is None or (lower.form and upper.form and lower.form != upper.form):
        return None
    gap, first = _gap(text, lower, upper), _token(text, lower.start)
    before = text.tokens[first - 1].low if first else ""
    if gap == "and" and before == "between":
        first -= 1
    elif gap not in ("-", "–") and (gap != "to" or before in ("from", "by")):
        return None
    low, high = lower.number.value, upper.number.value
    if lower.number.scale == 1 and low < SMALL:
        low *= upper.number.scale
    if not low < high:
        return None
    start = min(lower.start, text.places[first])
    return Sum(start, upper.end, first, high, low, high, "range", form)


def _gap(text: Text, lower: _Figure, upper: _Figure) -> str:
    return text.low[lower.end : upper.start].strip(" ") if upper.start - lower.end <= LONGEST_LINK else ""


def _token(text: Text, place: int) -> int:
    return bisect_right(text.places, place) - 1


def _vague(text: Text, found: list[Sum]) -> list[Sum]:
    """ "Hundreds of millions of dollars": money without a value."""
    taken = {sum_.end for sum_ in found}
    return [
        Sum(m.start(), m.end(), _token(text, m.start()), None, None, None, "vague", m["word"])
        for m in _VAGUE.finditer(text.low)
        if m.end() not in taken
    ]


SMALL = 1000
"""A number below this takes the scale of the one it makes a range with ("$100-150 million")."""
LONGEST_LINK = 5
_VAGUE_HINT = re.compile(r"(?:illion|thousand)s of |several |many |a few |multi")
_SCALES = r"(?:hundred|thousand|million|billion|trillion)"
_VAGUE = re.compile(
    rf"""\b(?:(?:(?:tens|dozens|scores|hundreds|thousands)[ ]of[ ])*{_SCALES}s[ ]of
    | (?:several|many|a[ ]few|multi)[ -]?{_SCALES}s?(?:[ ]of)?(?:[ -]{_SCALES})*)
    [ -]{WORD.replace(" ", "[ ]")}(?![ ]of[ ])""",
    re.VERBOSE,
)
