"""Folding, tokens and sentences: every place leads back to the original."""

import pytest

from parsers.claims.fold import fold
from parsers.claims.text import prepare


def sentences(original):
    return [original[s.start : s.end] for s in prepare(original).sentences]


@pytest.mark.parametrize(
    ("original", "folded"),
    [
        ("Latvia’s “first” lot", 'Latvia\'s "first" lot'),
        ("Türkiye, Côte d’Ivoire", "Turkiye, Cote d'Ivoire"),
        ("5\u00a0million\u2009euros", "5 million euros"),
        ("Ukrаine sends thanks", "Ukraine sends thanks"),  # the first "а" is Cyrillic
        ("Київ", "Київ"),
        ("４５ vans", "45 vans"),
        ("mil\u00adlion\u200b", "million"),
        ("con\ufb01rmed", "confirmed"),
        ("the donorâ€™s words", "the donor's words"),
        ("cafe\u0301", "cafe"),
        ("a\x00b\tc\r\nd", "a b c \nd"),
        ("lone \ud83d here", "lone \ufffd here"),
    ],
)
def test_folds_to_one_plain_form(original, folded):
    assert fold(original).text == folded


def test_tokens_lead_back_over_letters_that_folding_drops():
    text = prepare("The mil\u00adlion \ufb01eld tents of Bela\u200brus")
    assert [text.original[t.start : t.end] for t in text.tokens] == [
        "The",
        "mil\u00adlion",
        "\ufb01eld",
        "tents",
        "of",
        "Bela\u200brus",
    ]
    assert [t.low for t in text.tokens] == ["the", "million", "field", "tents", "of", "belarus"]


def test_an_accent_of_its_own_stays_with_its_letter():
    text = prepare("Sa\u0303o Tome\u0301 gave")
    assert [text.original[t.start : t.end] for t in text.tokens] == ["Sa\u0303o", "Tome\u0301", "gave"]


@pytest.mark.parametrize(
    ("original", "tokens"),
    [
        ("Kenya's U.S.-made M1A2", ["Kenya", "'s", "U.S.", "-", "made", "M1A2"]),
        ("$2.85 and 155mm, 1,000", ["$", "2.85", "and", "155mm", ",", "1,000"]),
        ("Côte d’Ivoire and O’Brien", ["Cote", "d'", "Ivoire", "and", "O'Brien"]),
        ("they've paid 10%", ["they", "'ve", "paid", "10", "%"]),
    ],
)
def test_tokens(original, tokens):
    assert [token.text for token in prepare(original).tokens] == tokens


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("Oslo gives tents. Rome gives food.", ["Oslo gives tents.", "Rome gives food."]),
        (
            "Gen. Ruth Amu and Lt. Col. J. P. Oye met Mr. Lund. They agreed.",
            ["Gen. Ruth Amu and Lt. Col. J. P. Oye met Mr. Lund.", "They agreed."],
        ),
        ("It came from the U.S. Navy. It went.", ["It came from the U.S. Navy.", "It went."]),
        ("It came from the U.S. The vans went.", ["It came from the U.S.", "The vans went."]),
        ("Order No. 7 of Jan. 4 stands. Next.", ["Order No. 7 of Jan. 4 stands.", "Next."]),
        ("They said no. Vans left.", ["They said no.", "Vans left."]),
        ('"We will help." He left. "Soon?" she asked.', ['"We will help."', "He left.", '"Soon?" she asked.']),
        ("Pumps for Chad\n\nTwo pumps left Lyon.", ["Pumps for Chad", "Two pumps left Lyon."]),
        ("Pumps for Chad\nTwo pumps left Lyon.", ["Pumps for Chad", "Two pumps left Lyon."]),
        (
            "Aid\n\nThe lot holds:\n- 5 vans;\n- 6 boats; and\n- cash.",
            ["Aid", "The lot holds:", "- 5 vans;", "- 6 boats; and", "- cash."],
        ),
        (
            "Aid\n\nThe minister told a crowd of farmers in the capital\nthat help was near.",
            ["Aid", "The minister told a crowd of farmers in the capital\nthat help was near."],
        ),
        (
            "Aid\n\nThe northern state has set aside a sum for \n\n new wells. They cost less.",
            ["Aid", "The northern state has set aside a sum for \n\n new wells.", "They cost less."],
        ),
        (
            "Aid\n\nThe northern state has set aside:\n\nnew wells",
            ["Aid", "The northern state has set aside:", "new wells"],
        ),
        ("Aid\n\n1. Vans for all\n2. Boats", ["Aid", "1. Vans for all", "2. Boats"]),
        ("It ended the war.The vans left.", ["It ended the war.", "The vans left."]),
        ("Prices rose 2.5 per cent. ok then", ["Prices rose 2.5 per cent. ok then"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences(original, expected):
    assert sentences(original) == expected


def test_the_headline_is_a_paragraph_of_its_own():
    text = prepare("Pumps for Chad\n\nTwo left. More come.\n\nEnd.")
    assert [s.paragraph for s in text.sentences] == [0, 1, 1, 2]


def test_places_find_their_token_and_sentence():
    text = prepare("Pumps for Chad\n\nTwo left. More come.")
    assert text.tokens[text.token_at(16)].text == "Two"
    assert text.sentence_at(16) == 1
    assert text.sentence_at(30) == 2
