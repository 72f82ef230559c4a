"""The text of real pages never gets worse than this.

The corpus lies beside the repository (`../shared`), where it lies at all. The model was learned from these pages, so
this guards against breakage; what it does on sites not learned from is in docs/article-text.md.
"""

import pytest

from parsers.article import parse_article
from tests.benchmarks.text.corpus import ARCHIVE, load_corpus
from tests.benchmarks.text.shingles import compare, f1

FLOOR = 0.975
DATED = 175
"""Of 181 pages; the others tell no day."""

pytestmark = pytest.mark.skipif(not ARCHIVE.exists(), reason=f"no corpus at {ARCHIVE}")


@pytest.fixture(scope="module")
def articles():
    corpus = load_corpus()
    return [(page, parse_article(page.body, url=page.url, content_type=None)) for page in corpus]


def test_text_f1_holds(articles):
    score, precision, recall = f1(compare(page.text, article.text) for page, article in articles)
    assert score >= FLOOR, f"F1 {score:.4f}, precision {precision:.4f}, recall {recall:.4f}"


def test_dates_are_found(articles):
    assert sum(article.published_on is not None for _, article in articles) >= DATED


def test_the_same_bytes_give_the_same_article(articles):
    for page, article in articles[::20]:
        assert parse_article(page.body, url=page.url, content_type=None) == article
