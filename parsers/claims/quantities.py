"""Counts of things: numbers that are no sum, date or name, with what is said of how exact they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from parsers.claims.bounds import bound_after, bound_before, interval, range_first
from parsers.claims.counted import Counted, counted_after
from parsers.claims.numbers import Number, range_ends
from parsers.claims.silence import find_silences
from parsers.claims.sums import Figure, find_figures, find_sums, gap_between
from parsers.claims.text import Text, prepare
from parsers.claims.uncounted import is_name, is_year
from parsers.claims.vagueness import Wordy, find_wordy
from parsers.records import QuantityKind


class Quantity(NamedTuple):
    """A count at `original[start:end]`, words like "more than" with it; tokens `first` up to, without, `last`."""

    start: int
    end: int
    low: float | None
    """At least so many; None under "up to", and where no number is told."""
    high: float | None
    kind: QuantityKind
    """`withheld` and `not_stated` stand for words that say so: "declined to say how many"."""
    unit: str | None
    """A weight ("tonne"), or a group ("battery" in "two batteries of Patriots"), in the singular."""
    first: int
    last: int
    noun: int
    """The token at which the counted thing begins to be named, after unit, "of its", "more" and the like."""


def find_quantities(text: Text) -> tuple[Quantity, ...]:
    """All counts of a text in order. Sums, years, durations, distances, calibres, percentages and names are none."""
    taken = bytearray(len(text.tokens) + 1)
    for sum_ in find_sums(text):
        _take(taken, sum_.first, bisect_left(text.places, sum_.end))
    found: list[Quantity] = []
    for silence in find_silences(text):
        first, last = bisect_left(text.places, silence.start), bisect_left(text.places, silence.end)
        span = text.span(silence.start, silence.end)
        found.append(Quantity(*span, None, None, silence.kind, None, first, last, last))
    found += _numbered(text, taken)
    found += (_from_words(text, wordy) for wordy in find_wordy(text))
    kept: list[Quantity] = []
    for quantity in sorted(found, key=_order):
        if not any(taken[quantity.first : quantity.last]):
            _take(taken, quantity.first, quantity.last)
            kept.append(quantity)
    return tuple(kept)


def _take(taken: bytearray, first: int, last: int) -> None:
    taken[first:last] = b"\x01" * (last - first)


def _order(quantity: Quantity) -> int:
    return quantity.first


def read_count(quote: str) -> tuple[float | None, float | None] | None:
    """Lowest and highest of the first count in a quote, read from its words alone; None where there is no number."""
    text = prepare(quote)
    figures = find_figures(text)
    if figures:
        count = _count(text, figures[0], figures[1] if len(figures) > 1 else None)
        counted = counted_after(text.tokens, bisect_left(text.places, count.end), singular=False)
        size = counted.size if counted else 1.0
        return _times(count.low, size), _times(count.high, size)
    return next(((wordy.value, wordy.value) for wordy in find_wordy(text)), None)


class _Count(NamedTuple):
    """A number or range with its bounds, from token `first` to `folded[:end]`."""

    low: float | None
    high: float | None
    kind: QuantityKind
    first: int
    end: int


def _count(text: Text, figure: Figure, following: Figure | None) -> _Count:
    number = figure.number
    if following and not following.form:
        first = range_first(text, number.first, gap_between(text, figure, following))
        low, high = range_ends(number, following.number)
        if first is not None and low < high and not is_year(text, number):
            return _Count(low, high, "range", first, following.end)
    bound = bound_before(text, number.first)
    kind, end = (bound.kind, number.end) if bound.kind != "exact" else bound_after(text, number.end)
    return _Count(*interval(kind, number.value), kind, bound.first, end)


def _numbered(text: Text, taken: bytearray) -> Iterator[Quantity]:
    figures = find_figures(text)
    done = 0
    for figure, following in zip(figures, (*figures[1:], None), strict=False):
        number = figure.number
        if number.start < done or figure.form or taken[number.first] or text.places[number.first] != number.start:
            continue
        count = _count(text, figure, following)
        done = count.end
        last = bisect_left(text.places, count.end)
        counted = counted_after(text.tokens, last, singular=number.value == 1)
        if counted is None or _counts_nothing(text, number, count, counted):
            continue
        if counted.size != 1:
            last += 1  # "two pairs" are four
        start, end = text.span(text.places[count.first], count.end)
        end = max(end, text.tokens[last - 1].end)
        low, high = _times(count.low, counted.size), _times(count.high, counted.size)
        yield Quantity(start, end, low, high, count.kind, counted.unit, count.first, last, counted.noun)


def _counts_nothing(text: Text, number: Number, count: _Count, counted: Counted) -> bool:
    if is_name(text, number, bisect_left(text.places, count.end)) or (count.kind == "exact" and is_year(text, number)):
        return True
    decimal = number.scale == 1 and "." in text.low[number.start : number.end]
    return decimal and counted.unit is None  # "HIMARS 2.0"


def _times(value: float | None, size: float) -> float | None:
    return None if value is None else value * size


def _from_words(text: Text, wordy: Wordy) -> Quantity:
    start, end = text.tokens[wordy.first].start, text.tokens[wordy.last - 1].end
    kind: QuantityKind = "vague" if wordy.value is None else "exact"
    return Quantity(
        start, end, wordy.value, wordy.value, kind, wordy.counted.unit, wordy.first, wordy.last, wordy.counted.noun
    )
