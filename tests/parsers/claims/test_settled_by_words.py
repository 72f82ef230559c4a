"""What the words around an act or a thing settle, whatever the models think: texts written for the purpose."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.claims import extract_claims
from parsers.claims.carriers import land_of
from parsers.claims.items import ItemMention, find_items
from parsers.claims.listings import listings_of
from parsers.claims.outlook import outlook_of
from parsers.claims.parts import Parts, parts_of
from parsers.claims.publisher import voice_of
from parsers.claims.scene import Scene, lay_out
from parsers.claims.sequels import Sequel, sequel_of
from parsers.claims.text import prepare
from parsers.records import Article, Claim

PUBLISHED = date(2024, 5, 15)
NONE: frozenset[str] = frozenset()
EARLIER_AND_NOW = """The Swedish prime minister said on Tuesday that fighting vehicles made in Sweden would be sent to \
Ukraine to help hold the river line.

A change in what Stockholm will give may be seen in the decision to supply the CV90 fighting vehicle to Kyiv.

Sweden has already provided Ukraine with howitzers, armoured ambulances, anti-ship missiles, and air-defence systems.

Although the supply of training is part of the deal, it was not immediately clear how many of the Swedish vehicles \
would be sent.

An aide to the Ukrainian president said that the Tridon air defence system, which was built in Sweden, is helping \
to protect the port from drones and cruise missiles. The systems had been delivered in the spring, she added."""


def scene_of(text: str) -> Scene:
    return lay_out(prepare(text), voice_of(None, None), PUBLISHED)


def things_of(text: str) -> list[str]:
    scene = scene_of(text)
    mentions = [scene.views[spot.view].units[spot.unit].mention for spot in scene.things]
    return [mention.name for mention in mentions if isinstance(mention, ItemMention)]


def names(claim: Claim) -> list[str]:
    return [item.name for item in claim.items]


def test_an_earlier_gift_is_told_over_two_sentences() -> None:
    article = Article(url=None, title="", text=EARLIER_AND_NOW, publisher=None, published_on=PUBLISHED)
    new, earlier = extract_claims(article)
    assert (new.donors, new.recipients, new.stage, new.novelty) == (("SWE",), ("UKR",), "pledged", "new")
    assert (earlier.donors, earlier.recipients, earlier.stage) == (("SWE",), ("UKR",), "delivered")
    assert (new.announced_on, earlier.novelty) == (date(2024, 5, 14), "background")
    assert names(new) == ["CV90 fighting vehicle", "training"]
    kinds = ["howitzers", "armoured ambulances", "anti-ship missiles", "air-defence systems"]
    assert names(earlier) == [*kinds, "Tridon air defence system"]
    assert new.items[0].quantity_kind == "not_stated"
    assert any(piece.field == "items[0].quantity" for piece in new.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "Oslo will give Ukraine generators to shield its grid from drones and missiles.",
        "Oslo will give Ukraine generators, its best defence against cruise missiles, drones and bombs.",
        "Oslo will give Ukraine generators while crews shoot down incoming drones and rockets.",
    ],
)
def test_what_a_gift_is_to_stop_is_not_given(text: str) -> None:
    assert things_of(text) == ["generators"]


def test_a_thing_after_a_threat_with_its_own_verb_is_given() -> None:
    text = "To protect the port from drones, Oslo will give Ukraine radars and missiles."
    assert things_of(text) == ["radars", "missiles"]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("The systems had been delivered in May.", Sequel(True)),
        ("The systems have already arrived.", Sequel(False)),
        ("The systems have not been delivered.", None),
        ("The systems will be delivered in May.", None),
        ("The engineers had been sent home.", None),
    ],
)
def test_the_next_sentence_tells_whether_a_thing_came(after: str, told: Sequel | None) -> None:
    assert sequel_of(scene_of(f"Ukraine praised the Crotale system that Paris makes. {after}"), 0) == told


def test_a_sentence_that_tells_of_its_gift_needs_no_next_one() -> None:
    assert (
        sequel_of(scene_of("Paris will send Ukraine a radar system. The systems had been delivered late."), 0) is None
    )


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("Tents would be sent to Malawi.", "ahead"),
        ("Lusaka will soon give Malawi tents.", "ahead"),
        ("Lusaka has already given Malawi tents.", "behind"),
        ("Lusaka has given Malawi tents.", ""),
        ("Lusaka would not say who gave Malawi tents.", ""),
    ],
)
def test_auxiliaries_tell_what_has_come(text: str, outlook: str) -> None:
    units = scene_of(text).views[0].units
    assert outlook_of(units, 0, len(units)) == outlook


def test_three_things_side_by_side_are_a_list() -> None:
    assert len(listings_of(scene_of("Oslo gave Ukraine ten tanks, howitzers and 40 trucks."), 0)) == 3
    assert not listings_of(scene_of("Oslo gave Ukraine tanks and howitzers."), 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The oil-rich emirate gives Yemen tents.", ["tents"]),
        ("Doha shells out again for tents.", ["tents"]),
        ("Seoul gave tents to the World Food Programme.", ["tents"]),
        ("Berlin will send Leopard-2 tanks and radar-guided missiles.", ["Leopard-2 tanks", "radar-guided missiles"]),
    ],
)
def test_a_word_that_serves_another_is_no_thing(text: str, found: list[str]) -> None:
    assert [mention.name for mention in find_items(prepare(text))] == found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Ghana urged Japan and Italy on Monday to send tents to Malawi.",
            Parts(frozenset({"JPN", "ITA"}), NONE, NONE),
        ),
        ("Ghana asked Japan about the tents for Malawi.", Parts(NONE, NONE, NONE)),
        ("Malawi thanked Ghana for the tents.", Parts(NONE, frozenset({"GHA"}), NONE)),
        ("Malawi is grateful to Ghana for the tents.", Parts(NONE, frozenset({"GHA"}), NONE)),
        ("Belarus has condemned the tents for Malawi.", Parts(NONE, NONE, frozenset({"BLR"}))),
    ],
)
def test_words_beside_a_party_tell_its_part(text: str, parts: Parts) -> None:
    units = scene_of(text).views[0].units
    assert parts_of(units, 0, len(units)) == parts


def test_who_is_asked_would_give_and_who_asks_would_not() -> None:
    text = "Poland's prime minister urged Germany on Tuesday to send Leopard tanks to Ukraine."
    (claim,) = extract_claims(Article(url=None, title="", text=text, publisher=None, published_on=PUBLISHED))
    assert (claim.donors, claim.recipients, claim.stage) == (("DEU",), ("UKR",), "requested")


def test_the_land_takes_what_an_agency_carries() -> None:
    text = "Finland will give 4 million euros to UNICEF, it said on Monday.\n\nThe money is for schools in Mozambique."
    (claim,) = extract_claims(Article(url=None, title="", text=text, publisher=None, published_on=PUBLISHED))
    assert (claim.donors, claim.recipients) == (("FIN",), ("MOZ",))


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Ghana gives UNHCR tents for families in Chad.", "TCD"),
        ("Ghana gives UNHCR tents for families in Chad and in Niger.", None),
        ("Ghana gives UNHCR tents.", None),
    ],
)
def test_one_land_must_be_told(text: str, land: str | None) -> None:
    assert land_of(scene_of(text), 0, {"UNHCR": 1.0}, {"GHA": 1.0}) == land


def test_a_state_that_takes_stays() -> None:
    assert land_of(scene_of("Ghana gives Togo tents for families in Chad."), 0, {"TGO": 1.0}, {"GHA": 1.0}) is None
