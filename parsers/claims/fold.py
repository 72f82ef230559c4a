"""Folding: one plain form of a text to match words against, with every place in it leading back to the original.

Folding keeps the length wherever it can: odd spaces, dashes and quotes, accents, full-width letters, and Cyrillic or
Greek letters inside Latin words become one plain character each. Where characters vanish (zero-width marks, soft
hyphens) or one stands for several (ligatures, UTF-8 read as Windows-1252), an offset map says where each one came from.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

REPLACEMENT = "\ufffd"


class Folded(NamedTuple):
    """`origin[i]` is the place in the original of `text[i]`; None where the places are the same."""

    text: str
    origin: list[int] | None


def fold(original: str) -> Folded:
    """The plain form of any text. Linear in its length; lone surrogates and control characters are no trouble."""
    if original.isascii():
        return Folded(original.translate(_CONTROLS) if _CONTROL.search(original) else original, None)
    text, origin = original, None
    if _RESHAPED.search(original):
        text, origin = _reshape(original)
    text = text.translate(_PLAIN)
    if _ALIKE.search(text):
        text = _MIXED_WORD.sub(_latin, text)
    return Folded(text, origin)


def _reshape(original: str) -> tuple[str, list[int]]:
    pieces: list[str] = []
    origin: list[int] = []
    done = 0
    for match in _RESHAPED.finditer(original):
        start, end = match.span()
        piece = _SPELLED_OUT.get(match.group(), "")
        pieces += (original[done:start], piece)
        origin += range(done, start)
        origin += [start] * len(piece)
        done = end
    pieces.append(original[done:])
    origin += range(done, len(original))
    return "".join(pieces), origin


def _latin(match: re.Match[str]) -> str:
    """A word that holds a Latin letter, with its look-alikes made Latin; a wholly foreign word stays as it is."""
    word = match.group()
    return word.translate(_LOOK_ALIKES) if _LATIN_LETTER.search(word) else word


def _plain_table() -> dict[int, str]:
    table = {0xFF01 + i: chr(0x21 + i) for i in range(94)}  # full-width forms
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code) and base.isascii():
            table[code] = base
    table |= dict(zip(map(ord, "øØłŁđĐħĦıŧŦ"), "oOlLdDhHitT", strict=True))
    table |= {code: " " for code in range(0x110) if chr(code).isspace() or unicodedata.category(chr(code)) == "Cc"}
    table |= dict.fromkeys((0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
    table |= dict.fromkeys(map(ord, "\n\x0c\x85\u2028\u2029"), "\n")
    table |= dict.fromkeys(map(ord, "‘’‚‛′ʼ´`＇"), "'")
    table |= dict.fromkeys(map(ord, "“”„‟″«»＂"), '"')
    table |= dict.fromkeys(map(ord, "‐‑−﹣"), "-")
    table |= dict.fromkeys(map(ord, "‒"), "–")
    table |= {ord("―"): "—", ord("…"): "."}
    table |= dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT)
    return table


_PLAIN = _plain_table()
_CONTROLS = {code: place for code, place in _PLAIN.items() if code < 0x80}
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f`]")

_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_MARKS = "\u0300-\u034e\u0350-\u036f"
_SPELLED_OUT = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    # UTF-8 read as Windows-1252 or Latin-1, as it stands in some archives of press releases
    "â€™": "'", "â€˜": "'", "â€œ": '"', "â€\x9d": '"', "â€“": "–", "â€”": "—", "â‚¬": "€",
    "â\x80\x99": "'", "â\x80\x98": "'", "â\x80\x9c": '"', "â\x80\x9d": '"', "â\x80\x93": "–", "â\x80\x94": "—",
    "â\x82¬": "€", "â\x80¢": "•", "â€¢": "•", "Â£": "£", "Â\xa0": " ", "ï¿½": REPLACEMENT,
}  # fmt: skip
_RESHAPED = re.compile("|".join(map(re.escape, _SPELLED_OUT)) + f"|[{_INVISIBLE}{_MARKS}]")

# Letters that look Latin, as they occur inside Latin words of scraped and of machine-made texts
# (https://www.unicode.org/Public/security/latest/confusables.txt names them all; these have a letter's shape).
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα",
    "ABESIJKMHOPCTYXaesijopcyxhdqw" + "ABEZHIKMNOPTYXoa",
)
_ALIKE = re.compile("[" + "".join(map(chr, _LOOK_ALIKES)) + "]")
_MIXED_WORD = re.compile(r"[^\W\d_]+")
_LATIN_LETTER = re.compile(r"[A-Za-z]")
