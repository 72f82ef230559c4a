"""The text of a page of no registered source: by the learned reader, with the careful one where it is unsure."""

from __future__ import annotations

from typing import NamedTuple

import trafilatura

from parsers.article.blocks import Blocks
from parsers.article.features import Told
from parsers.article.learned import judge
from parsers.article.plain import squeeze

_SURE = 0.88
"""Certainty below which trafilatura is asked too and has a vote on each block."""
_LOST = 0.7
"""Certainty below which trafilatura's text is taken as it stands."""
_VOTE = 0.35
"""Likelihood that a vote adds or takes. All three did best on sites not trained on (docs/article-text.md)."""


class MainText(NamedTuple):
    """Paragraphs of an article, and what found them: `learned`, `vote` or `trafilatura`."""

    paragraphs: tuple[str, ...]
    method: str


def main_text(markup: str, page: Blocks, told: Told) -> MainText:
    """The article in the page, best guess; no paragraphs where there is none."""
    judged = judge(page, told)
    certainty = judged.certainty()
    if certainty >= _SURE:
        return MainText(judged.text(), "learned")
    careful = _by_trafilatura(markup)
    if not careful:
        return MainText(judged.text(), "learned")
    if certainty < _LOST:
        return MainText(careful, "trafilatura")
    return MainText(judged.with_vote(careful, _VOTE).text(), "vote")


def _by_trafilatura(markup: str) -> tuple[str, ...]:
    text = trafilatura.extract(markup, include_comments=False) or ""
    return tuple(paragraph for line in text.split("\n") if (paragraph := squeeze(line)))
