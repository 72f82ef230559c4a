"""How near a found text comes to the true one: the measure of the Zyte article-extraction-benchmark.

Texts are cut into runs of four words. A page gives a precision and a recall over these; F1 is taken from the mean
precision and the mean recall of all pages (https://github.com/scrapinghub/article-extraction-benchmark).
"""

import re
from collections import Counter
from collections.abc import Iterable
from statistics import mean
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_RUN = 4


class Match(NamedTuple):
    """Runs of words found rightly, found wrongly, and missed; of one page."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right else float(not self.wrong and not self.missed)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right else float(not self.wrong and not self.missed)


def compare(true: str, found: str) -> Match:
    """The found text of one page against the true one."""
    ours, theirs = _shingles(found), _shingles(true)
    return Match((ours & theirs).total(), (ours - theirs).total(), (theirs - ours).total())


def f1(matches: Iterable[Match]) -> tuple[float, float, float]:
    """F1, mean precision (of pages where anything was found) and mean recall of a run over pages."""
    pages = list(matches)
    precision = mean(page.precision for page in pages if page.right + page.wrong)
    recall = mean(page.recall for page in pages if page.right + page.missed)
    return 2 * precision * recall / (precision + recall), precision, recall


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    last = max(1, len(words) - _RUN + 1)
    return Counter(run for at in range(last) if (run := tuple(words[at : at + _RUN])))
