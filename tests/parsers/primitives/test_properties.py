"""What holds for every text, however odd."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.claims.dates import find_dates
from parsers.claims.fold import fold
from parsers.claims.language import language_of
from parsers.claims.money import find_money
from parsers.claims.quantities import find_quantities, read_count
from parsers.claims.text import prepare

PUBLISHED = date(2024, 2, 29)
PIECES = re.split(
    r"\s+",
    """$ € £ US$ EUR Rs kr 5 12 1,000 2.5 155mm 2023 15 000 0 00 ½ half a an one two dozen hundred million billion bn m
    k crore euros dollars kroner pounds won up to at least more than nearly about between and to from by - – + ( ) . , ;
    : / % per cent each a year tonnes of batteries pairs Patriot tanks March Jan. 4 May Monday last next today ago days
    declined to say how many number several dozens tens thousands of company of in since on U.S. Gen. ’s “ ” …""",
)
JOINTS = st.sampled_from(
    (" ", " ", " ", "", "\u00a0", "\n", "\n\n", "\u200b", "\u00ad", "а", "\ud800", "ﬁ", "e\u0301", "\x07")
)
WILD = st.text(st.characters(exclude_categories=()))
NEWS = st.lists(st.tuples(st.sampled_from(PIECES), JOINTS), max_size=30).map(
    lambda pairs: "".join(piece + joint for piece, joint in pairs)
)
TEXTS = WILD | NEWS


@given(TEXTS)
def test_folding_leads_back_to_the_original(original):
    folded, origin = fold(original)
    if origin is None:
        assert len(folded) == len(original)
    else:
        assert len(folded) == len(origin)
        assert origin == sorted(origin)
        assert all(0 <= place < len(original) for place in origin)


@given(TEXTS)
def test_tokens_and_sentences_are_pieces_of_the_original_in_order(original):
    text = prepare(original)
    place = 0
    for token in text.tokens:
        assert place <= token.start < token.end <= len(original)
        assert fold(original[token.start : token.end]).text.strip() != ""
        assert token.low == token.text.lower()
        place = token.end
    first = 0
    for sentence in text.sentences:
        assert first == sentence.first < sentence.last
        assert (sentence.start, sentence.end) == (text.tokens[sentence.first].start, text.tokens[sentence.last - 1].end)
        first = sentence.last
    assert first == len(text.tokens)


@given(TEXTS)
def test_mentions_are_pieces_of_the_original_in_order(original):
    text = prepare(original)
    for mentions in (find_money(text), find_quantities(text), find_dates(text, PUBLISHED), find_dates(text, None)):
        place = 0
        for mention in mentions:
            assert place <= mention.start < mention.end <= len(original)
            assert mention.first < mention.last <= len(text.tokens)
            place = mention.end
    assert language_of(text, "fr")


@given(TEXTS)
def test_each_count_is_read_again_from_its_own_quote(original):
    for found in find_quantities(prepare(original)):
        if found.kind not in ("withheld", "not_stated"):
            assert read_count(original[found.start : found.end]) == (found.low, found.high)


@given(TEXTS)
def test_each_sum_is_read_again_from_its_own_quote(original):
    for found in find_money(prepare(original)):
        again = find_money(prepare(original[found.start : found.end]))
        if again:  # "from €20 million to 100 million": the second has its currency from the first
            assert again[0][2:5] == found[2:5]


@given(TEXTS)
def test_the_same_text_gives_the_same_mentions(original):
    one, other = prepare(original), prepare(original)
    assert find_money(one) == find_money(other)
    assert find_quantities(one) == find_quantities(other)
    assert find_dates(one, PUBLISHED) == find_dates(other, PUBLISHED)


LENGTH = 100_000
ODD = [
    "!", "1", "x", "1,", "a.", "1. A ", "\n", "\n ", "$5 ", "Rs 5 rupees ", "in May 4 ", "five ", "\ud800", "a\u200b",
    "\x00", " ", "שלום ", "\"'", ". ", "Short line\n", "а", "e\u0301", "Two of the U.S. vans left. ", "dozens of ", "(",
    "not clear ",
]  # fmt: skip


@pytest.mark.parametrize("unit", ODD)
def test_long_and_odd_texts_are_read_to_their_end(unit):
    original = (unit * LENGTH)[:LENGTH]
    text = prepare(original)
    for mention in (*find_money(text), *find_quantities(text), *find_dates(text, PUBLISHED)):
        assert 0 <= mention.start < mention.end <= LENGTH
