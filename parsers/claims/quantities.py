"""Counts of things: numbers that are no sum, date or name, with what is said of how exact they are."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import NamedTuple

from parsers.claims.bounds import bound_after, bound_before, interval, range_first
from parsers.claims.counted import counted_after
from parsers.claims.numbers import Number, range_ends
from parsers.claims.packs.words import words
from parsers.claims.silence import find_silences
from parsers.claims.sums import find_figures, find_sums, gap_between
from parsers.claims.text import Text
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


def _numbered(text: Text, taken: bytearray) -> list[Quantity]:
    figures = find_figures(text)
    found: list[Quantity] = []
    done = 0
    for index, figure in enumerate(figures):
        number = figure.number
        if number.start < done or figure.form or taken[number.first] or text.places[number.first] != number.start:
            continue
        following = figures[index + 1] if index + 1 < len(figures) else None
        if following and not following.form:
            first = range_first(text, number.first, gap_between(text, figure, following))
            ends = range_ends(number, following.number)
            if first is not None and ends[0] < ends[1] and not _is_year(text, number):
                found += _range(text, first, following.number, ends)
                done = following.end
                continue
        found += _single(text, number)
    return found


def _range(text: Text, first: int, upper: Number, ends: tuple[float, float]) -> list[Quantity]:
    last = bisect_left(text.places, upper.end)
    counted = counted_after(text.tokens, last, singular=False)
    if counted is None:
        return []
    span = text.span(text.places[first], upper.end)
    return [Quantity(*span, *ends, "range", counted.unit, first, last, counted.noun)]


def _single(text: Text, number: Number) -> list[Quantity]:
    bound = bound_before(text, number.first)
    kind, end = (bound.kind, number.end) if bound.kind != "exact" else bound_after(text, number.end)
    last = bisect_left(text.places, end)
    counted = counted_after(text.tokens, last, singular=number.value == 1)
    if counted is None or _is_name(text, number, last) or (kind == "exact" and _is_year(text, number)):
        return []
    if number.scale == 1 and counted.unit is None and "." in text.low[number.start : number.end]:
        return []  # "HIMARS 2.0"
    span = text.span(text.places[bound.first], end)
    bounds = interval(kind, number.value * counted.size)
    return [Quantity(*span, *bounds, kind, counted.unit, bound.first, last, counted.noun)]


def _from_words(text: Text, wordy: Wordy) -> Quantity:
    start, end = text.tokens[wordy.first].start, text.tokens[wordy.last - 1].end
    kind: QuantityKind = "vague" if wordy.value is None else "exact"
    return Quantity(
        start, end, wordy.value, wordy.value, kind, wordy.counted.unit, wordy.first, wordy.last, wordy.counted.noun
    )


def _is_name(text: Text, number: Number, last: int) -> bool:
    """Whether the number belongs to a name or numbers a point: "Leopard 2", "no one", "1. Ambulances"."""
    before = text.tokens[number.first - 1].low if number.first else ""
    after = text.tokens[last].low if last < len(text.tokens) else ""
    if number.figures:
        if number.scale == 1 and number.value < SMALL and before in _DESIGNATORS:
            return True
        return after in (".", ")") and text.folded[number.start - 1 : number.start] in ("", "\n")
    return (
        number.value == 1
        and number.scale == 1
        and (before in _BEFORE_ONE or not after.isalpha() or after in _AFTER_ONE)
    )


def _is_year(text: Text, number: Number) -> bool:
    if not (number.figures and number.scale == 1 and number.end - number.start == 4 and 1900 <= number.value < 2100):
        return False
    before = text.tokens[number.first - 1].low if number.first else ""
    following = (token.low for token in text.tokens[number.first + 1 : number.first + 4])
    counts = any(len(low) > 3 and low.endswith("s") for low in takewhile(str.isalpha, following))
    return before in _BEFORE_YEAR or not counts


SMALL = 1000
_DESIGNATORS = words("claims/packs/en/designators.csv")
_BEFORE_ONE = words("claims/packs/en/function_words.csv", list="before_one")
_AFTER_ONE = words("claims/packs/en/function_words.csv", list="after_one")
_BEFORE_YEAR = words("claims/packs/en/function_words.csv", list="before_year") | words("claims/packs/en/months.csv")
