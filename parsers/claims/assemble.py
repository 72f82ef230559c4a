"""Drafts made into claims: those worth keeping, each with its things, sums, day, speaker and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from parsers.claims.belonging import nearest_act
from parsers.claims.day import day_of
from parsers.claims.decide import ActReading, Models, thing_chance
from parsers.claims.drafts import Draft, draft_features, top
from parsers.claims.evidence import act_span, party_evidence, spoken
from parsers.claims.scene import Scene, Spot
from parsers.claims.speaker import speaker_of
from parsers.claims.things import amounts_of, items_of
from parsers.claims.version import EXTRACTOR
from parsers.records import AidType, Claim, Evidence, Novelty, Stage

KEEP = 0.23
"""From this chance on a draft is a claim; tuned on held-out texts of the training set."""
THING = 0.45


class Gift(NamedTuple):
    """Drafts that one act tells of together: one claim."""

    donors: tuple[str, ...]
    recipients: tuple[str, ...]
    draft: Draft
    """The surest of them."""
    chance: float
    acts: tuple[ActReading, ...]
    """Of all of them, surest first."""


def assemble(scene: Scene, drafts: Sequence[Draft], models: Models) -> tuple[Claim, ...]:
    """Claims in the order in which the text first tells of them."""
    kept: list[tuple[Draft, float]] = []
    for number, draft in enumerate(drafts):
        chance = models.keep.probability(draft_features(scene, drafts, number))
        if chance >= KEEP:
            kept.append((draft, chance))
    gifts = _gifts(kept)
    things = _things(scene, gifts, models)
    return tuple(_claim(scene, gift, spots) for gift, spots in zip(gifts, things, strict=True))


def _gifts(kept: Sequence[tuple[Draft, float]]) -> list[Gift]:
    """Drafts of one stage and novelty with the same surest act and the same takers are one gift of several givers."""
    takers: dict[tuple[int, str, str, str], list[tuple[Draft, float]]] = {}
    for draft, chance in kept:
        key = (draft.acts[0].number, draft.stage, draft.novelty, draft.donor)
        takers.setdefault(key, []).append((draft, chance))
    givers: dict[tuple[int, str, str, tuple[str, ...]], list[tuple[Draft, float]]] = {}
    for (number, stage, novelty, _), members in takers.items():
        recipients = tuple(dict.fromkeys(draft.recipient for draft, _ in members))
        givers.setdefault((number, stage, novelty, recipients), []).extend(members)
    gifts: list[Gift] = []
    for (_, _, _, recipients), members in givers.items():
        surest, chance = max(members, key=lambda member: member[1])
        acts = {act.number: act for draft, _ in members for act in draft.acts}
        ranked = tuple(sorted(acts.values(), key=lambda act: (-act.claim, act.number)))
        gifts.append(Gift(tuple(dict.fromkeys(d.donor for d, _ in members)), recipients, surest, chance, ranked))
    return gifts


def _things(scene: Scene, gifts: Sequence[Gift], models: Models) -> list[list[Spot]]:
    """For each gift the places of the things and sums that are given."""
    owners: dict[int, list[int]] = {}
    for place, gift in enumerate(gifts):
        for act in gift.acts:
            owners.setdefault(act.number, []).append(place)
    numbers = sorted(owners)
    found: list[list[Spot]] = [[] for _ in gifts]
    for spot in scene.things:
        number = nearest_act(scene, spot, numbers)
        if number is None:
            continue
        for place in owners[number]:
            if thing_chance(scene, spot, (number, gifts[place].draft.novelty), models) >= THING:
                found[place].append(spot)
    return found


def _claim(scene: Scene, gift: Gift, spots: Sequence[Spot]) -> Claim:
    draft = gift.draft
    best = scene.acts[draft.acts[0].number]
    evidence: list[Evidence] = [spoken(scene.text, "act", *act_span(scene, best), "the sentence of the act")]
    evidence += [party_evidence(scene, f"donors[{i}]", code, best, "donor") for i, code in enumerate(gift.donors)]
    evidence += [
        party_evidence(scene, f"recipients[{i}]", code, best, "recipient") for i, code in enumerate(gift.recipients)
    ]
    evidence.append(spoken(scene.text, "stage", *act_span(scene, best), "stage: the words of the clause"))
    items, of_items = items_of(scene, spots)
    amounts, of_amounts = amounts_of(scene, spots, gift.donors)
    day, of_day = day_of(scene, draft)
    attribution, official, of_speaker = speaker_of(scene, best, gift.donors, gift.recipients)
    return Claim(
        donors=gift.donors,
        recipients=gift.recipients,
        aid_type=_aid_type(gift),
        stage=cast(Stage, draft.stage),
        novelty=cast(Novelty, draft.novelty),
        announced_on=day,
        attribution=attribution,
        official=official,
        items=items,
        amounts=amounts,
        evidence=(*evidence, *of_items, *of_amounts, *of_day, *of_speaker),
        confidence=round(gift.chance, 3),
        extractor=EXTRACTOR,
    )


def _aid_type(gift: Gift) -> AidType | None:
    """The type that the acts speak for together."""
    sums: dict[str, float] = {}
    for act in gift.acts:
        for name, chance in act.types.items():
            sums[name] = sums.get(name, 0.0) + act.claim * chance
    return cast(AidType, top(sums))
