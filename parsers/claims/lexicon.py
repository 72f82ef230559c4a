"""Finding the forms of a word list in a text: the longest form that begins at a word, hyphens and plurals aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from parsers.claims.packs.words import rows
from parsers.claims.text import Text, Token, prepare

T = TypeVar("T")

_SPELLINGS = {row["word"]: row["spelling"] for row in rows("claims/packs/en/spellings.csv")}
"""British for American spelling; a word in "s" that is no plural stands for itself."""
_PLAIN = re.compile(r"(?!\d+[ -]m(?:m|illi))[A-Za-z0-9 -]+")
"""Forms that need no tokenizer: letters, digits, blanks and hyphens, but no millimetres."""


BREAK = "\n"
"""The word that stands between two sentences, so that no form or phrase goes on from one to the next."""


class Words(NamedTuple):
    """The words of a text without the hyphens inside compounds, and a BREAK before each sentence but the first.

    `first[i]` is the token that word `i` begins at; it has one more entry than there are words, the number of tokens.
    """

    keys: list[str]
    """In small letters and one spelling."""
    stems: list[str]
    """The same in the singular."""
    first: list[int]
    tokens: tuple[Token, ...]

    def end(self, word: int) -> int:
        """The token after word `word`, hyphens left out."""
        following = self.first[word + 1]
        return following - 1 if following and self.tokens[following - 1].text == "-" else following

    def capital(self, word: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.tokens[self.first[word]].text[:1].isupper()

    def tied(self, word: int) -> bool:
        """Whether a hyphen ties a word to the next one: "mine-resistant"."""
        return self.end(word) < self.first[word + 1]


def spell(low: str) -> str:
    """One spelling for British and American forms."""
    return _SPELLINGS.get(low, low)


@lru_cache(maxsize=1 << 16)
def stem(low: str) -> str:
    """The singular of a regular plural, in one spelling."""
    if low in _SPELLINGS:
        return _SPELLINGS[low]
    if low[-1:] != "s":
        return low
    if low[:-1].isdigit():  # "F-16s"
        return low[:-1]
    if len(low) < 4 or low[-2] in "su'":
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return low[:-2]
    return low[:-1]


def words_of(text: Text) -> Words:
    """The words of a text; a number and the millimetres after it are one word."""
    keys: list[str] = []
    stems: list[str] = []
    first: list[int] = []
    tokens = text.tokens
    size = len(tokens)
    starts = {sentence.first for sentence in text.sentences}
    starts.discard(0)
    for index, token in enumerate(tokens):
        low = token.low
        if index in starts:
            keys.append(BREAK)
            stems.append(BREAK)
            first.append(index)
        if low == "-" and 0 < index < size - 1 and _joins(tokens, index):
            continue
        word = _SPELLINGS.get(low, low)
        if word == "mm" and keys and keys[-1].isdigit():
            keys[-1] += "mm"
            stems[-1] += "mm"
            continue
        keys.append(word)
        stems.append(stem(low))
        first.append(index)
    first.append(size)
    return Words(keys, stems, first, tokens)


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
        """`key` is `spell`, or `stem` for forms that stand for their plurals too."""
        self._key = key
        self._singular = key is stem
        self._forms: dict[tuple[str, ...], _Form[T]] = {}
        self._sizes: dict[str, tuple[int, ...]] = {}

    @property
    def starts(self) -> frozenset[str]:
        """The words that some form begins with."""
        return frozenset(self._sizes)

    def __contains__(self, word: str) -> bool:
        """Whether some form begins with a word."""
        return word in self._sizes

    def forms(self) -> Iterator[tuple[tuple[str, ...], T]]:
        """All forms as words, with their values."""
        return ((words, form.value) for words, form in self._forms.items())

    def add(self, form: str, value: T) -> T | None:
        """Add a form as it is written; the value that it had before, if another stays in its place."""
        low, capitals = self._keys(form)
        known = self._forms.get(low)
        if known is not None:
            if known.value != value:
                return known.value
            capitals = bytes(map(min, capitals, known.capitals))
        self._put(low, _Form(value, capitals))
        if len(low) > 1 and low[1][0].isdigit() and len(low[0]) <= 4 and low[0].isalpha():
            joined = (low[0] + low[1], *low[2:])  # "F16" beside "F-16"
            if joined not in self._forms:
                self._put(joined, _Form(value, capitals[: len(joined)]))
        return None

    def alike(self, form: str, other: str) -> bool:
        """Whether two forms are one to this lexicon."""
        return self._keys(form)[0] == self._keys(other)[0]

    def longest(self, words: Words, at: int) -> tuple[int, T] | None:
        """How many words from word `at` on make the longest form, and its value."""
        keys = words.stems if self._singular else words.keys
        for size in self._sizes.get(keys[at], ()):
            form = self._forms.get(tuple(keys[at : at + size]))
            if form is not None and len(form.capitals) == size and _written_so(words, at, form.capitals):
                return size, form.value
        return None

    def _put(self, low: tuple[str, ...], form: _Form[T]) -> None:
        self._forms[low] = form
        sizes = self._sizes.get(low[0], ())
        if len(low) not in sizes:
            self._sizes[low[0]] = tuple(sorted((*sizes, len(low)), reverse=True))

    def _keys(self, form: str) -> tuple[tuple[str, ...], bytes]:
        key = self._key
        if not _PLAIN.fullmatch(form):
            text = prepare(form)
            found = words_of(text)
            keys = found.stems if self._singular else found.keys
            return tuple(keys), bytes(_capital(text.tokens[first].text) for first in found.first[:-1])
        written = form.replace("-", " ").split()
        if form.islower():
            return tuple(map(key, written)), bytes(len(written))
        return tuple([key(word.lower()) for word in written]), bytes(map(_capital, written))


def _written_so(words: Words, at: int, capitals: bytes) -> bool:
    for place, wanted in enumerate(capitals, at):
        if wanted:
            text = words.tokens[words.first[place]].text
            if not text[0].isupper() or (wanted == 2 and not text.isupper() and not text.removesuffix("s").isupper()):
                return False
    return True


def _capital(word: str) -> int:
    if not word[0].isupper():
        return 0
    return 2 if 1 < len(word) <= 4 and word.isupper() else 1
