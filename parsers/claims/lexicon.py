"""Finding the forms of a word list in a text: the longest form that begins at a word, hyphens and plurals aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from parsers.claims.fold import fold
from parsers.claims.text import Text, Token, prepare

T = TypeVar("T")

_SPELLINGS = {
    "defense": "defence", "armor": "armour", "armored": "armoured", "center": "centre", "program": "programme",
    "programs": "programmes", "organization": "organisation", "organizations": "organisations", "caliber": "calibre",
    "millimeter": "mm", "millimetre": "mm", "millimeters": "mm", "millimetres": "mm", "labor": "labour",
}  # fmt: skip
_PLAIN = re.compile(r"[A-Za-z0-9 -]+")
_KEPT = frozenset(
    "news series species lens gas bus covid does has was is its this us as yes himars nasams manpads".split()
)


class Words(NamedTuple):
    """The words of a text without the hyphens inside compounds; `first[i]` is the token that word `i` begins at.

    `first` has one more entry than `keys`: the number of tokens.
    """

    keys: list[str]
    first: list[int]
    tokens: tuple[Token, ...]

    def end(self, word: int) -> int:
        """The token after word `word`, hyphens left out."""
        following = self.first[word + 1]
        return following - 1 if following and self.tokens[following - 1].text == "-" else following

    def capital(self, word: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.tokens[self.first[word]].text[:1].isupper()


@lru_cache(maxsize=1 << 16)
def spell(low: str) -> str:
    """One spelling for British and American forms."""
    return _SPELLINGS.get(low, low)


@lru_cache(maxsize=1 << 16)
def stem(low: str) -> str:
    """The singular of a regular plural, in one spelling. Never a word of less than three letters."""
    low = _SPELLINGS.get(low, low)
    if len(low) < 4 or low[-1] != "s" or low in _KEPT or low[-2] in "su'":
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return low[:-2]
    return low[:-1]


def words_of(text: Text, key: Callable[[str], str]) -> Words:
    """The words of a text under `key`; a number and the millimetres after it are one word."""
    keys: list[str] = []
    first: list[int] = []
    tokens = text.tokens
    size = len(tokens)
    for index, token in enumerate(tokens):
        low = token.low
        if low == "-" and 0 < index < size - 1 and _joins(tokens, index):
            continue
        word = key(low)
        if word == "mm" and keys and keys[-1].isdigit():
            keys[-1] += "mm"
            continue
        keys.append(word)
        first.append(index)
    first.append(size)
    return Words(keys, first, tokens)


def _joins(tokens: tuple[Token, ...], index: int) -> bool:
    mark = tokens[index]
    return tokens[index - 1].end == mark.start and tokens[index + 1].start == mark.end


class _Form(NamedTuple, Generic[T]):
    value: T
    capitals: bytes
    """For each word: 0 any writing, 1 begins with a capital, 2 capitals alone."""


class Lexicon(Generic[T]):
    """Forms under their words. A form may be added twice with the same value: the freer writing holds."""

    def __init__(self, key: Callable[[str], str]) -> None:
        self._key = key
        self._forms: dict[tuple[str, ...], _Form[T]] = {}
        self._sizes: dict[str, tuple[int, ...]] = {}

    def add(self, form: str, value: T) -> T | None:
        """Add a form as it is written; the value that it had before, if another stays in its place."""
        written = _split(form)
        low = tuple(self._key(word.lower()) for word in written)
        capitals = bytes(map(_capital, written))
        known = self._forms.get(low)
        if known is not None and known.value != value:
            return known.value
        if known is not None:
            capitals = bytes(map(min, capitals, known.capitals))
        self._forms[low] = _Form(value, capitals)
        sizes = self._sizes.get(low[0], ())
        if len(low) not in sizes:
            self._sizes[low[0]] = tuple(sorted((*sizes, len(low)), reverse=True))
        joined = _joined(low)
        if joined is not None and joined not in self._forms:
            self._forms[joined] = _Form(value, capitals[: len(joined)])
            sizes = self._sizes.get(joined[0], ())
            self._sizes[joined[0]] = tuple(sorted({*sizes, len(joined)}, reverse=True))
        return None

    def __contains__(self, word: str) -> bool:
        """Whether some form begins with a word."""
        return word in self._sizes

    def longest(self, words: Words, at: int) -> tuple[int, T] | None:
        """How many words from word `at` on make the longest form, and its value."""
        for size in self._sizes.get(words.keys[at], ()):
            form = self._forms.get(tuple(words.keys[at : at + size]))
            if form is not None and len(form.capitals) == size and _written_so(words, at, form.capitals):
                return size, form.value
        return None


def lexicon(forms: Iterable[tuple[str, T]], key: Callable[[str], str]) -> Lexicon[T]:
    """A lexicon of pairs of form and value; of two values for one form the first holds."""
    made: Lexicon[T] = Lexicon(key)
    for form, value in forms:
        made.add(form, value)
    return made


def _written_so(words: Words, at: int, capitals: bytes) -> bool:
    for place, wanted in enumerate(capitals, at):
        if wanted:
            text = words.tokens[words.first[place]].text
            if not (text[0].isupper() if wanted == 1 else text.isupper()):
                return False
    return True


def _split(form: str) -> list[str]:
    if _PLAIN.fullmatch(form):
        return form.replace("-", " ").split()
    text = prepare(form)
    return [text.tokens[place].text for place in words_of(text, str).first[:-1]] if text.tokens else [fold(form).text]


def _capital(word: str) -> int:
    if not word[0].isupper():
        return 0
    return 2 if 1 < len(word) <= 4 and word.isupper() else 1


def _joined(low: tuple[str, ...]) -> tuple[str, ...] | None:
    """The form of "F-16" that is written "F16"."""
    if len(low) > 1 and len(low[0]) <= 4 and low[0].isalpha() and low[1][0].isdigit():
        return (low[0] + low[1], *low[2:])
    return None
