"""Rows to learn from: what the labels say of each act, each party beside it and each thing in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from parsers.claims.belonging import nearest_act
from parsers.claims.decide import candidate_codes
from parsers.claims.features.document import act_features, party_features, thing_features, type_features
from parsers.claims.features.whole import text_features
from parsers.claims.items import ItemMention
from parsers.claims.money import Money
from parsers.claims.parties import PartyMention
from parsers.claims.scene import Spot
from tests.training.gold import Case, Label
from tests.training.same import same_item


class Example(NamedTuple):
    features: list[str]
    label: str
    weight: float


Examples = dict[str, list[Example]]


def examples_of(case: Case) -> Examples:
    """Examples for each model but `keep`, which learns from what the others decide."""
    found: Examples = defaultdict(list)
    for number, claim in enumerate(case.labels):
        features = act_features(case.scene, number)
        if claim is None:
            if not _may_repeat(case, number):
                found["act"].append(Example(features, "none", 1.0))
            continue
        found["act"].append(Example(features, "optional" if claim["optional"] else "must", 1.0))
        weight = 0.5 if claim["optional"] else 1.0
        found["stage"].append(Example(features, claim["stage"], weight))
        found["novelty"].append(Example(features, "yes" if claim["novelty"] == "background" else "no", weight))
        if claim["aid_type"]:
            found["aid_type"].append(Example(type_features(case.scene, number), claim["aid_type"], weight))
        for code in candidate_codes(case.scene, number):
            of_party = party_features(case.scene, number, code)
            found["donor"].append(Example(of_party, "yes" if code in claim["donors"] else "no", weight))
            found["recipient"].append(Example(of_party, "yes" if code in claim["recipients"] else "no", weight))
    found["thing"] += _things(case)
    if not (_new_gift(case, optional=True) and not _new_gift(case, optional=False)):
        label = "yes" if _new_gift(case, optional=False) else "no"
        found["news"].append(Example(text_features(case.scene), label, 1.0))
    weight = case.row.get("weight", 1.0)
    return {name: [row._replace(weight=row.weight * weight) for row in rows] for name, rows in found.items()}


def _new_gift(case: Case, *, optional: bool) -> bool:
    """Whether a text has a new claim of a gift among those that a reader must, or may, write down."""
    given = ("pledged", "committed", "delivered")
    return any(c["optional"] == optional and c["novelty"] == "new" and c["stage"] in given for c in case.claims)


def _may_repeat(case: Case, number: int) -> bool:
    """Whether an act that no quote points at may well say a claim again: a giver or taker stands in its sentence."""
    units = case.scene.views[case.scene.acts[number].view].units
    codes = {unit.mention.code for unit in units if isinstance(unit.mention, PartyMention)}
    return any(codes & {*claim["donors"], *claim["recipients"]} for claim in case.claims)


def _things(case: Case) -> Iterable[Example]:
    numbers = [number for number, claim in enumerate(case.labels) if claim is not None]
    must = [claim for claim in case.claims if not claim["optional"]]
    may = [claim for claim in case.claims if claim["optional"]]
    for spot in case.scene.things:
        number = nearest_act(case.scene, spot, numbers)
        if number is None:
            continue
        said = any(_names(case, spot, claim) for claim in must)
        if not said and any(_names(case, spot, claim) for claim in may):
            continue
        label = case.labels[number] or {}
        features = thing_features(case.scene, spot, number, label["novelty"])
        yield Example(features, "yes" if said else "no", 1.0)


def _names(case: Case, spot: Spot, claim: Label) -> bool:
    """Whether a claim lists the thing or sum at a spot."""
    mention = case.scene.views[spot.view].units[spot.unit].mention
    if isinstance(mention, Money):
        return any(
            amount["currency"] == mention.currency
            and abs(amount["value"] - mention.value) <= 0.005 * abs(amount["value"])
            for amount in claim["amounts"]
        )
    if isinstance(mention, ItemMention):
        name = case.scene.text.original[mention.start : mention.end]
        return any(same_item(item["name"], name) for item in claim["items"])
    return False
