"""Numbers as they are written: in figures or in words, with their scale ("2.85 billion", "two dozen")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from parsers.claims.packs.words import rows
from parsers.claims.text import Text

_ROWS = rows("claims/packs/en/numbers.csv")
_VALUE = {row["word"]: Decimal(row["value"]) for row in _ROWS}
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def _words(kind: str) -> str:
    return "|".join(sorted((row["word"] for row in _ROWS if row["kind"] == kind), key=len, reverse=True))


SMALL = 1000
# Spaces inside a scale and after the comma of thousands, as in archives of scans: "$2 m illion", "50, 000".
_SPACED = r"[mb][ ]?i[ ]?l[ ]?l[ ]?i[ ]?o[ ]?n"


class Number(NamedTuple):
    """A number at `folded[start:end]`; `first` is its first token."""

    start: int
    end: int
    first: int
    value: float
    scale: float
    """What its own scale word multiplies by (million: 1,000,000); 1 where it has none."""
    figures: bool
    """Written in figures, not in words."""


_SCALE = rf"(?:(?:{_words('scale')}|{_SPACED})s?(?![a-z]))"
_UNIT = rf"(?:(?:{_words('tens')})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine)(?![a-z]))?|{_words('unit')})"
_BELOW = rf"(?:(?:{_UNIT}|an?)[ -]hundred(?:[ ]and[ ]{_UNIT}(?![a-z]))?|{_UNIT})(?![a-z])"
_FIGURES = r"""(?:
      [0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?(?![0-9])      # 1,000,000 and 10,00,000
    | [0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9a-z]|[ ]?mm|[.,/:-][0-9])        # 15 000
    | [0-9]{1,3},[ ]000(?![0-9])
    | [0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])                        # 1.000.000
    | [0-9]+,[0-9]{1,2}(?=[ -]?(?:million|billion|trillion|mn|mln|bn|m\b))   # 2,5 million
    | [0-9]*[½¼¾]
    | [0-9]+(?:\.[0-9]+)?
    )"""
_GLUED_SCALE = (
    rf"(?:(?:(?:[ ]more)?[ -]?{_SCALE})+|[ ]?(?:mn|mln|bn|bln|trn|tn)(?![a-z])|(?:{_words('short')})(?![a-z0-9]))"
)
_HALF = r"half[ -](?:an?[ -])?|a[ ](?:half|quarter)(?:[ -]|[ ]of[ ]an?[ ])"
_COUNT = rf"(?:{_HALF}|(?:{_BELOW}|an?)(?:[ -]and[ -]a[ -]half)?[ -])"
_HUNDREDS = rf"{_UNIT}[ -]hundred(?![a-z])(?:[ ]and[ ]{_UNIT}(?![a-z]))?"
_TAIL = rf"(?:[ ](?:and[ ])?(?:{_BELOW}[ -](?:thousand|million)(?![a-z])|{_HUNDREDS}))*"
_NUMBER = re.compile(
    rf"""(?:
      (?P<figures>{_FIGURES}(?P<scale>{_GLUED_SCALE})?)
    | (?P<scaled>{_COUNT}{_SCALE}(?:[ -]{_SCALE})*{_TAIL})
    | {_BELOW}(?:[ -]and[ -]a[ -]half(?![a-z]))?
    )
    (?![a-z0-9½¼¾]|[.,][0-9]|[ -](?:third|quarter|fifth|tenth|half|halve)s?\b)""",
    re.VERBOSE,
)
_SCALES = re.compile(_SCALE)
_GLUED = re.compile(r"([A-Z][A-Za-z]{0,4})(?=[0-9])")
_CODE = re.compile(r"0[0-9]")  # a number that starts so is one to dial, not to count with
_PART = re.compile(r"[0-9][0-9.,]*|[½¼¾]|[a-z]+")
_SPACED_SCALE = re.compile(_SPACED)
_GAP = re.compile(r"(?<=[0-9]),?[ ](?=[0-9]{3}(?![0-9]))")
_STARTERS = frozenset(row["word"] for row in _ROWS if row["kind"] in ("unit", "tens")) | {"a", "an", "half"}
_DIGITS = frozenset("0123456789½¼¾")


def find_numbers(text: Text, glued: frozenset[str] = frozenset()) -> list[Number]:
    """All numbers of a text in order, places in `folded`. Parts of names ("F-16"), times and fractions are none.

    `glued` are words that a number may follow without a space ("EUR100m").
    """
    found: list[Number] = []
    low, done = text.low, -1
    for index, start in _starts(text, glued):
        if start < done:
            continue
        match = _NUMBER.match(low, start)
        if match is None or _CODE.match(low, start):
            continue
        if text.places[index] == start and _inside_a_name(low, match, found):
            continue
        done = match.end()
        written = match["scale"] or (match["scaled"] and _SCALES.findall(match["scaled"])[-1])
        scale = read_number(written) if written else 1.0
        found.append(Number(start, done, index, read_number(match.group()), scale, match["figures"] is not None))
    return found


def _starts(text: Text, glued: frozenset[str]) -> Iterator[tuple[int, int]]:
    """(token, place in `folded`) of all that may begin a number."""
    for index, token in enumerate(text.tokens):
        low = token.low
        if low[0] in _DIGITS or low in _STARTERS:
            yield index, text.places[index]
        elif glued and (match := _GLUED.match(token.text)) and match[1] in glued:
            yield index, text.places[index] + match.end()


def _inside_a_name(low: str, match: re.Match[str], found: list[Number]) -> bool:
    """Whether the figures are the tail or head of something else: F-16, 24/7, 10:30, 3-D."""
    start, end = match.span()
    before, after = low[max(0, start - 2) : start], low[end : end + 2]
    if before.endswith(("-", "–")) and before[0].isalnum():
        lower = found[-1] if found and found[-1].end == start - 1 else None
        if lower is None:
            return before.endswith("-")
        return end - start == 2 and lower.end - lower.start == 4 and lower.figures  # 2015-16
    if before.endswith(("/", ":", "_")) or (before.endswith((".", ",")) and before[0].isdigit()):
        return True
    return after[:1] in ("/", ":") and after[1:].isdigit()


def range_ends(lower: Number, upper: Number) -> tuple[float, float]:
    """Both ends of a range; a small lower end takes the scale of the upper one ("100-150 million")."""
    takes_scale = lower.scale == 1 and lower.value < SMALL
    return (lower.value * upper.scale if takes_scale else lower.value), upper.value


def read_number(quote: str) -> float:
    """The value of one written number, such as `find_numbers` finds; 0.0 where there is none in it."""
    total, current, after_scale = Decimal(0), Decimal(0), False
    plain = _SPACED_SCALE.sub(lambda match: match.group().replace(" ", ""), _GAP.sub("", quote.lower()))
    for part in _PART.findall(plain):
        if part[0] in _DIGITS:
            current += _FRACTIONS.get(part) or _figures(part)
            after_scale = False
            continue
        word = part if part in _VALUE else part.removesuffix("s")
        value = _VALUE.get(word)
        if value is None:
            continue
        if value == 100:
            current = (current or Decimal(1)) * value
        elif value >= 12 and word not in _STARTERS:
            total = total * value if after_scale else total + (current or Decimal(1)) * value
            current, after_scale = Decimal(0), True
        else:
            current += value
            after_scale = False
    return float(total + current)


def _figures(part: str) -> Decimal:
    """Figures with separators: 1,000.5 and 10,00,000 and 1.000.000; a comma before one or two figures is decimal."""
    part = part.rstrip(".,")
    if _DECIMAL_COMMA.fullmatch(part):
        return Decimal(part.replace(",", "."))
    if part.count(".") > 1:
        return Decimal(part.replace(".", "").replace(",", ""))
    return Decimal(part.replace(",", ""))


_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}")
