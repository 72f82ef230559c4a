"""The gate: texts in a language without a pack are named, and never guessed at."""

import pytest

from parsers.claims.language import language_issue, language_of
from parsers.claims.text import prepare


@pytest.mark.parametrize(
    ("original", "stated", "language"),
    [
        ("The ministry will send pumps to the north of Chad.", None, "en"),
        ("Pumps for Chad", None, "en"),
        ("Pumps for Chad", "fr", "en"),
        ("La Suisse va livrer des pompes au Tchad pour les hôpitaux", None, "fr"),
        ("La Suisse va livrer des pompes au Tchad pour les hôpitaux", "en-GB", "fr"),
        ("Die Schweiz liefert Pumpen an das Land und hilft auch mit Geld", None, "de"),
        ("Suiza enviará bombas de agua a los hospitales del Chad con una ayuda", None, "es"),
        ("Швейцарія передасть насоси", None, "und"),
        ("Швейцарія передасть насоси", "uk", "uk"),
        ("The head of Charles de Gaulle base said that it has left.", None, "en"),
        ("12345", None, "en"),
        ("", "fr-FR", "fr"),
    ],
)
def test_language(original, stated, language):
    assert language_of(prepare(original), stated) == language


def test_the_issue_says_what_was_found_and_what_there_is():
    issue = language_issue(prepare("La Suisse va livrer des pompes au Tchad pour les hôpitaux"), None)
    assert issue is not None
    assert issue.code == "unsupported_language"
    assert issue.message == "the text is in French; there are word lists for English only"
    assert language_issue(prepare("Pumps for the north of Chad"), None) is None
