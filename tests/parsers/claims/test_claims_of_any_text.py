"""Whatever the text: no exception, the same reading twice, every span cut from the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.claims import extract_claims
from parsers.records import Article

PIECES = [
    "France", "Ukraine", "Kyiv", "the Norwegian government", "will send", "has delivered", "refused to give", "weighs",
    "asked for", "12 howitzers", "dozens of tents", "$5 million", "€2.5bn", "a loan of", "to", "for", "and", ",", ".",
    "\n\n", "\n- ", "on Tuesday", "said", "Leopard 2 tanks", "declined to say how many",
    "it was not clear how many tanks", "previously", "“", "”", "’s", "\ud800", "\x00",
    "Ｆrance", "Rоmania", "ﬁfty", "\u202e", "🚑", "12,000", "half a billion dollars", "up to", "more than",
]  # fmt: skip


def article(text: str) -> Article:
    return Article(url=None, title="", text=text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from([" ", "", "  "]))
def test_texts_put_together_of_what_claims_are_made_of(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    claims = extract_claims(article(text))
    assert claims == extract_claims(article(text))
    for claim in claims:
        assert claim.donors or claim.recipients
        for piece in claim.evidence:
            assert piece.start is None or text[piece.start : piece.end] == piece.quote


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_characters(text: str) -> None:
    extract_claims(article(text))


def test_long_texts_without_sense_give_no_claim() -> None:
    pieces = ("x", "7", " ", "\x07", "(", "a b. ", "שלום ")
    for text in (piece * 100_000 for piece in pieces):
        assert extract_claims(article(text)) == ()
