"""A text made ready for reading: folded, cut into tokens and sentences, every place leading back to the original."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import NamedTuple

from parsers.claims.fold import fold
from parsers.claims.sentences import sentence_starts


class Token(NamedTuple):
    """A word, a number with its separators ("2.85", "155mm"), "U.S.", or one mark. A hyphen and "'s" stand alone."""

    start: int
    """Place in the original: `original[start:end]` is the token as written."""
    end: int
    text: str
    """Folded, case kept."""
    low: str
    """Folded, in lower case."""


class Sentence(NamedTuple):
    """A sentence, headline or point of a list: `original[start:end]`, and tokens `first` up to, without, `last`."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    """Counts from 0, which is the headline where there is one."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """What all finders read. Places in records are places in `original`; `span` turns places in `folded` into them.

    A text equals itself alone, so finders may keep what they found in it.
    """

    original: str
    folded: str
    low: str
    """`folded` in lower case, of the same length."""
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    places: list[int]
    """Place in `folded` of each token."""
    origin: list[int] | None
    """Place in the original of each folded character; None where all are the same."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the original of `folded[start:end]` (not empty), with any accents that trail it."""
        if self.origin is None:
            return start, end
        stop = self.origin[end - 1] + 1
        while stop < len(self.original) and "\u0300" <= self.original[stop] <= "\u036f":
            stop += 1
        return self.origin[start], stop

    def token_at(self, place: int) -> int:
        """Index of the first token that ends after `place` of the original; `len(tokens)` where none does."""
        return bisect_right(self.tokens, place, key=_end)

    def sentence_at(self, place: int) -> int:
        """Index of the sentence that holds `place` of the original, or of the last one before it."""
        return max(0, bisect_right(self.sentences, place, key=_start) - 1)


def prepare(original: str) -> Text:
    """Make any text ready, in linear time and without exceptions."""
    folded, origin = fold(original)
    low = folded.lower()
    spans = [match.span() for match in _TOKEN.finditer(folded)]
    tokens = tuple([Token(start, end, folded[start:end], low[start:end]) for start, end in spans])
    text = Text(original, folded, low, tokens, (), [start for start, _ in spans], origin)
    if origin is not None:
        moved = (Token(*text.span(start, end), word, small) for start, end, word, small in tokens)
        text = replace(text, tokens=tuple(moved))
    return replace(text, sentences=_sentences(text))


def _sentences(text: Text) -> tuple[Sentence, ...]:
    sentences: list[Sentence] = []
    tokens, starts = text.tokens, sentence_starts(text.folded)
    firsts = [bisect_left(text.places, start) for start, _ in starts] + [len(tokens)]
    for (_, paragraph), first, last in zip(starts, firsts, firsts[1:], strict=False):
        if first < last:
            sentences.append(Sentence(tokens[first].start, tokens[last - 1].end, first, last, paragraph))
    return tuple(sentences)


def _start(span: Token | Sentence) -> int:
    return span.start


def _end(span: Token | Sentence) -> int:
    return span.end


_TOKEN = re.compile(
    r"""(?:[A-Za-z]\.){2,}(?![A-Za-z])                       # U.S., a.m.
    | [0-9]+(?:[.,][0-9]+)*[^\W_]*                           # 2.85, 1,000, 155mm, 2S19, 16s
    | \b[cdjlmnstCDJLMNST]'(?=[^\W\d_])                      # d'Ivoire, l'Ukraine
    | [^\W_]+(?:'(?!(?:re|ve|ll|RE|VE|LL)\b)[^\W_]{2,})*    # words; O'Brien stays whole
    | '(?:[sdmtSDMT]|re|ve|ll|RE|VE|LL)\b                    # Ukraine's, they've
    | [^\w\s] | _
    """,
    re.VERBOSE,
)
