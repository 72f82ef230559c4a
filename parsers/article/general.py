"""The text of a page of no registered source: the learned reader where it is sure, the careful one where it is not."""

from __future__ import annotations

from typing import NamedTuple

import trafilatura

from parsers.article.blocks import Blocks
from parsers.article.features import Told
from parsers.article.learned import judge
from parsers.article.plain import squeeze

_SURE = 0.8
"""Certainty below which trafilatura is asked: the best on pages of sites not trained on (docs/article-text.md)."""


class MainText(NamedTuple):
    """Paragraphs of an article, and what found them: `learned` or `trafilatura`."""

    paragraphs: tuple[str, ...]
    method: str


def main_text(markup: str, page: Blocks, told: Told) -> MainText:
    """The article in the page, best guess; no paragraphs where there is none."""
    judged = judge(page, told)
    if judged.certainty() < _SURE and (careful := _by_trafilatura(markup)):
        return MainText(careful, "trafilatura")
    return MainText(tuple(judged.text()), "learned")


def _by_trafilatura(markup: str) -> tuple[str, ...]:
    text = trafilatura.extract(markup, include_comments=False) or ""
    return tuple(paragraph for line in text.split("\n") if (paragraph := squeeze(line)))
