"""What an announcement says of itself: id and aliases, stages, independent sources, relations, things."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

from test_resolution_cases import sourced

from parsers.announcements import resolve
from parsers.keys import announcement_key
from parsers.records import Announcement

TELEGRAM = (
    "Brazil will send Haiti four water trucks and the crews to drive them, its foreign ministry said in a note on "
    "Friday. The trucks leave Santos next week and are to serve two camps in the north, where pipes broke in the flood."
)
OWN_WORDS = (
    "Trucks with drinking water are on their way from Brazil to the camps of northern Haiti, officials in Brasilia say."
)


def given(name: str, day: int, **more: Any) -> dict[str, Any]:
    return {
        "id": name, "source": name, "published": f"2026-03-{day:02} 09:00", "donors": ["BRA"], "recipients": ["HTI"],
        "aid_type": "humanitarian", "stage": "pledged", "items": [{"name": "water trucks"}], **more,
    }  # fmt: skip


def one(*claims: dict[str, Any]) -> Announcement:
    (act,) = resolve([sourced(claim) for claim in claims]).announcements
    return act


def test_the_id_is_that_of_the_first_report_and_the_others_live_on() -> None:
    claims = [given("late", 5), given("early", 2), given("middle", 3)]
    for order in permutations(claims):
        act = one(*order)
        assert act.announcement_id == announcement_key("early")
        assert set(act.aliases) == {announcement_key("middle"), announcement_key("late")}


def test_an_edit_keeps_the_id() -> None:
    before = given("v1", 2, article="x", items=[{"name": "water trucks", "quantity_min": 4, "quantity_max": 4}])
    after = given(
        "v2", 2, article="x", version=2, items=[{"name": "water trucks", "quantity_min": 40, "quantity_max": 40}]
    )
    act = one({**before, "current": False}, after)
    assert act.announcement_id == one(before).announcement_id
    assert act.items[0].quantity_min == 40
    assert [match.in_force for match in act.matches] == [False, True]


def test_an_act_without_a_claim_in_force_no_longer_counts() -> None:
    act = one(given("v1", 2, current=False))
    assert (act.counts_in_totals, act.independent_sources, act.confidence) == (False, 0, 0.0)


def test_wire_copies_are_one_source() -> None:
    act = one(given("wire", 2, text=TELEGRAM), given("copy", 2, text=TELEGRAM[:180]), given("own", 3, text=OWN_WORDS))
    assert len(act.matches) == 3
    assert act.independent_sources == 2


def test_stages_become_events_on_their_days() -> None:
    act = one(
        given("talk", 2, stage="under_discussion"),
        given("word", 6, announced_on="2026-03-05"),
        given("again", 7),
        given("there", 20, stage="delivered", announced_on="2026-03-19",
              items=[{"name": "water trucks", "quantity_min": 4, "quantity_max": 4}]),
    )  # fmt: skip
    assert act.stage == "delivered"
    assert act.announced_on == date(2026, 3, 5)
    assert [(event.stage, event.on) for event in act.events] == [
        ("under_discussion", date(2026, 3, 2)),
        ("pledged", date(2026, 3, 5)),
        ("delivered", date(2026, 3, 19)),
    ]


def test_each_report_is_related_to_those_before_it() -> None:
    act = one(
        given("a", 2),
        given("b", 3),
        given("c", 4, items=[{"name": "water trucks"}], amounts=[{"value": 2e6, "currency": "USD"}]),
        given("d", 5, stage="delivered"),
        given("e", 6, novelty="background", stage="delivered"),
    )
    assert {match.claim_id: match.relation for match in act.matches} == {
        "a": "first_report", "b": "repeats", "c": "adds_detail", "d": "updates", "e": "background",
    }  # fmt: skip


def test_another_number_of_the_same_thing_on_the_same_day_contradicts() -> None:
    four, seven = ([{"name": "water trucks", "quantity_min": n, "quantity_max": n}] for n in (4, 7))
    act = one(given("a", 2, items=four), given("b", 2, items=seven))
    assert [match.relation for match in act.matches] == ["first_report", "contradicts"]


def test_every_match_keeps_why() -> None:
    act = one(given("a", 2), given("b", 3))
    (first, second) = act.matches
    assert (first.score, first.features) == (1.0, ())
    assert 0 < second.score < 1
    assert dict(second.features)["item"] == 1.0


def test_a_thing_that_one_report_in_many_names_is_left_out_but_a_list_stands() -> None:
    many = [given(f"r{n}", 2) for n in range(9)]
    stray = given("stray", 2, items=[{"name": "water trucks"}, {"name": "fighter jets"}])
    assert [item.name for item in one(*many, stray).items] == ["water trucks"]
    listed = given("list", 2, items=[{"name": name} for name in ("water trucks", "pumps", "pipes", "tents")])
    assert {item.name for item in one(*many, listed).items} == {"water trucks", "pumps", "pipes", "tents"}


def test_the_special_thing_takes_the_number_of_its_kind() -> None:
    act = one(
        given("a", 2, items=[{"name": "trucks", "quantity_min": 4, "quantity_max": 4, "quantity_kind": "exact"}]),
        given("b", 2, items=[{"name": "water trucks"}]),
    )
    assert [(item.name, item.quantity_min) for item in act.items] == [("water trucks", 4)]


def test_confidence_grows_with_sources_and_never_reaches_one() -> None:
    alone, two = one(given("a", 2)), one(given("a", 2), given("b", 2))
    assert alone.confidence < two.confidence < 1
    many = one(*(given(f"r{n}", 2) for n in range(12)))
    assert many.confidence == 0.99


def test_the_same_claim_twice_is_one() -> None:
    claim = sourced(given("a", 2))
    assert resolve([claim, replace(claim)]) == resolve([claim])
