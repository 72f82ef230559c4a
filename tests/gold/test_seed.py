"""The article that the project began with, the first line of `dev.jsonl`: all that it tells, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parsers.claims import extract_claims
from parsers.records import Claim
from tests.gold.predict import article_of

DEV = Path(__file__).parents[3] / "shared" / "gold" / "dev.jsonl"

pytestmark = pytest.mark.skipif(not DEV.exists(), reason="the labelled texts are not beside the repository")


@pytest.fixture(scope="module")
def claims() -> tuple[Claim, ...]:
    with DEV.open(encoding="utf-8") as lines:
        return extract_claims(article_of(json.loads(next(lines))))


def test_a_pledge_and_what_was_given_before(claims: tuple[Claim, ...]) -> None:
    told = [(claim.donors, claim.recipients, claim.aid_type, claim.stage, claim.novelty) for claim in claims]
    assert told == [
        (("FRA",), ("UKR",), "military", "pledged", "new"),
        (("FRA",), ("UKR",), "military", "delivered", "background"),
    ]


def test_the_things_of_each(claims: tuple[Claim, ...]) -> None:
    pledged, delivered = ([item.name for item in claim.items] for claim in claims)
    assert [name.split()[0] for name in pledged] == ["AMX-10", "Bastion", "training", "maintenance"]
    kinds = ["artillery", "armored personnel carriers", "anti-aircraft missiles", "air-defense systems"]
    assert delivered == [*kinds, "Crotale air defense system"]


def test_that_no_number_is_told_has_its_own_words(claims: tuple[Claim, ...]) -> None:
    words = [piece.quote or "" for piece in claims[0].evidence if piece.field == "items[0].quantity"]
    assert claims[0].items[0].quantity_kind == "not_stated"
    assert len(words) == 1
    assert "how many" in words[0]
