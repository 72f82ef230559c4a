"""From an article to claims: who gives what to whom, at what stage, on whose word, with the words that say it.

    read(article) -> Reading              claims, or why there could be none
    extract_claims(article) -> claims     the same without the reason
    EXTRACTOR                             name and version of the extractor, with a hash of its word lists and weights

The way: `text` (sentences) -> `scene` (who and what is named, which clauses may tell of an act) -> `decide` (what each
act says) -> `drafts` (acts that say the same) -> `assemble` (claims with their words).
"""

from __future__ import annotations

from parsers.claims.assemble import assemble
from parsers.claims.decide import bundled_models, chance_of_news, read_acts
from parsers.claims.drafts import bring_together
from parsers.claims.language import language_issue
from parsers.claims.legible import text_issue
from parsers.claims.publisher import voice_of
from parsers.claims.scene import lay_out
from parsers.claims.text import prepare
from parsers.claims.version import EXTRACTOR
from parsers.records import Article, Claim, Reading

__all__ = ["EXTRACTOR", "extract_claims", "read"]


def read(article: Article) -> Reading:
    """All claims of an article. Never raises, whatever the text; the same article gives the same reading."""
    text = prepare(article.reading_text)
    issue = text_issue(text) or language_issue(text, article.language)
    if issue:
        return Reading((), issue)
    scene = lay_out(text, voice_of(article.publisher, article.url), article.published_on)
    models = bundled_models()
    drafts = bring_together(read_acts(scene, models), chance_of_news(scene, models))
    return Reading(assemble(scene, drafts, models))


def extract_claims(article: Article) -> tuple[Claim, ...]:
    """`read(article).claims`."""
    return read(article).claims
