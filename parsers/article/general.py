"""The text of a page of no registered source: by the learned reader, with the careful one where it is unsure."""

from __future__ import annotations

from typing import NamedTuple

from parsers.article.blocks import Blocks
from parsers.article.features import Told, is_idle
from parsers.article.learned import judge
from parsers.article.model import Model
from parsers.article.plain import squeeze
from parsers.article.written_dates import first_written_date

_SURE = 0.8
"""Certainty below which trafilatura is asked too and has a vote on each block."""
_LOST = 0.7
"""Certainty below which trafilatura's text is taken as it stands."""
_VOTE = 0.35
"""Likelihood that its vote adds or takes. All were chosen on sites not trained on (docs/performance.md)."""
_OWN_WORD = 0.45
"""The same, where the page's own JSON-LD holds the text of the article."""
WHOLE = 1000
"""Characters from which that is the article, and not its teaser."""
_MOST = 5_000
"""Blocks of a page beyond which nobody else is asked: real ones have 160, and hostile ones may cost any time there."""
_HEAD = 3
"""First paragraphs that may be title or dateline."""
_DATELINE = 40
"""Characters up to which a first paragraph with a date is nothing but a dateline."""


class MainText(NamedTuple):
    """Paragraphs of an article, and what found them: `learned`, `vote` or `trafilatura`."""

    paragraphs: tuple[str, ...]
    method: str


def main_text(markup: str, page: Blocks, told: Told, model: Model) -> MainText:
    """The article in the page, best guess, without its title and dateline; no paragraphs where there is none."""
    paragraphs, method = _with_head(markup, page, told, model)
    start = 0
    for text in paragraphs[:_HEAD]:
        if text != told.title and (len(text) > _DATELINE or first_written_date(text, None) is None):
            break
        start += 1
    return MainText(paragraphs[start:], method)


def _with_head(markup: str, page: Blocks, told: Told, model: Model) -> MainText:
    judged = judge(page, told, model)
    certainty = judged.certainty()
    if certainty >= _SURE or len(page.blocks) > _MOST:
        return MainText(judged.text(), "learned")
    if len(told.body) > WHOLE:
        return MainText(judged.with_vote([told.body], _OWN_WORD).text(), "vote")
    careful = _by_trafilatura(markup)
    if not careful:
        return MainText(judged.text(), "learned")
    if certainty < _LOST:
        idle = {block.text for block in page.blocks if is_idle(block)}
        return MainText(tuple(text for text in careful if text not in idle), "trafilatura")
    return MainText(judged.with_vote(careful, _VOTE).text(), "vote")


def _by_trafilatura(markup: str) -> tuple[str, ...]:
    # Here, because it takes longer to import than ten pages take to read, and most runs do not need it.
    import trafilatura

    text = trafilatura.extract(markup, include_comments=False) or ""
    return tuple(paragraph for line in text.split("\n") if (paragraph := squeeze(line)))
