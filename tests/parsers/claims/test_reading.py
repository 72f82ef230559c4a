"""What a reading keeps apart, on texts written for the purpose."""

from __future__ import annotations

from datetime import date

from parsers.claims import EXTRACTOR, extract_claims, read
from parsers.claims.to_json import claim_as_json
from parsers.records import Article, Claim, Item


def article(text: str, publisher: str | None = None) -> Article:
    return Article(url=None, title="", text=text, publisher=publisher, published_on=date(2023, 3, 9))


def only(claims: tuple[Claim, ...]) -> Claim:
    assert len(claims) == 1, claims
    return claims[0]


def item(claim: Claim, head: str) -> Item:
    return next(found for found in claim.items if head in found.name)


def test_a_plain_announcement() -> None:
    text = "Norway will send eight Leopard 2 tanks to Ukraine, its defence ministry announced on Wednesday."
    claim = only(extract_claims(article(text)))
    assert (claim.donors, claim.recipients, claim.aid_type) == (("NOR",), ("UKR",), "military")
    assert (claim.stage, claim.novelty, claim.announced_on) == ("pledged", "new", date(2023, 3, 8))
    tanks = item(claim, "Leopard 2")
    assert (tanks.quantity_min, tanks.quantity_max, tanks.quantity_kind) == (8, 8, "exact")
    assert claim.extractor == EXTRACTOR


def test_silence_and_refusal_to_tell_are_different_facts() -> None:
    unknown = "Denmark will give Ukraine howitzers. It was not immediately clear how many howitzers would be sent."
    refused = "Denmark will give Ukraine howitzers. The minister declined to say how many howitzers would be sent."
    for text, kind in ((unknown, "not_stated"), (refused, "withheld")):
        claim = extract_claims(article(text))[0]
        assert item(claim, "howitzers").quantity_kind == kind
        words = [piece for piece in claim.evidence if piece.field.endswith(".quantity")]
        assert len(words) == 1
        assert text[words[0].start : words[0].end] == words[0].quote


def test_a_ministry_speaks_of_its_own_gifts_in_its_own_dollars() -> None:
    text = "Help after the cyclone\n\nWe will provide $3 million in emergency relief to Vanuatu."
    claim = only(extract_claims(article(text, "Australian Government: Minister for Foreign Affairs")))
    assert claim.donors == ("AUS",)
    assert [(amount.value, amount.currency) for amount in claim.amounts] == [(3_000_000, "AUD")]
    assert claim.announced_on == date(2023, 3, 9)
    assert next(piece for piece in claim.evidence if piece.field == "announced_on").how == "inferred"


def test_a_conversion_is_no_second_sum() -> None:
    text = "Germany pledged 50 million euros ($54 million) in aid to Moldova on Thursday."
    claim = only(extract_claims(article(text)))
    assert [(amount.value, amount.currency) for amount in claim.amounts] == [(50_000_000, "EUR")]


def test_what_is_not_english_or_no_text_is_told_apart() -> None:
    french = "La France va livrer des chars légers à l'Ukraine, a annoncé mercredi le président de la République."
    issue = read(article(french)).issue
    assert issue is not None
    assert issue.code == "unsupported_language"
    figures = read(article("12 34 56 78 90 " * 40)).issue
    assert figures is not None
    assert figures.code == "not_text"
    assert read(article("")).issue is None


def test_json_holds_whole_numbers_and_days_as_text() -> None:
    text = "Norway will send eight Leopard 2 tanks to Ukraine, its defence ministry announced on Wednesday."
    data = claim_as_json(only(extract_claims(article(text))))
    assert data["announced_on"] == "2023-03-08"
    assert data["items"][0]["quantity_min"] == 8
    assert isinstance(data["items"][0]["quantity_min"], int)
    assert data["evidence"][0]["field"] == "act"
