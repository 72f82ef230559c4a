"""Drafts made into claims: those worth keeping, each with its things, sums, day, speaker and words."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.claims.belonging import nearest_act
from parsers.claims.day import day_of
from parsers.claims.decide import Models, thing_chance
from parsers.claims.drafts import Draft, draft_features, top
from parsers.claims.evidence import act_span, party_evidence, spoken
from parsers.claims.scene import Scene, Spot
from parsers.claims.speaker import speaker_of
from parsers.claims.things import amounts_of, items_of
from parsers.claims.version import EXTRACTOR
from parsers.records import AidType, Claim, Evidence

KEEP = 0.5
THING = 0.5


def assemble(scene: Scene, drafts: Sequence[Draft], models: Models) -> tuple[Claim, ...]:
    """Claims in the order in which the text first tells of them."""
    kept: list[tuple[Draft, float]] = []
    for number, draft in enumerate(drafts):
        chance = models.keep.probability(draft_features(scene, drafts, number))
        if chance >= KEEP:
            kept.append((draft, chance))
    things = _things(scene, [draft for draft, _ in kept], models)
    return tuple(_claim(scene, draft, chance, spots) for (draft, chance), spots in zip(kept, things, strict=True))


def _things(scene: Scene, drafts: Sequence[Draft], models: Models) -> list[list[Spot]]:
    """For each draft the places of the things and sums that it gives."""
    owner = {act.number: place for place, draft in enumerate(drafts) for act in draft.acts}
    numbers = sorted(owner)
    found: list[list[Spot]] = [[] for _ in drafts]
    for spot in scene.things:
        number = nearest_act(scene, spot, numbers)
        if number is not None and thing_chance(scene, spot, number, models) >= THING:
            found[owner[number]].append(spot)
    return found


def _claim(scene: Scene, draft: Draft, chance: float, spots: Sequence[Spot]) -> Claim:
    best = scene.acts[draft.acts[0].number]
    evidence: list[Evidence] = [spoken(scene.text, "act", *act_span(scene, best), "the sentence of the act")]
    evidence += [party_evidence(scene, f"donors[{i}]", code, best, "donor") for i, code in enumerate(draft.donors)]
    evidence += [
        party_evidence(scene, f"recipients[{i}]", code, best, "recipient") for i, code in enumerate(draft.recipients)
    ]
    evidence.append(spoken(scene.text, "stage", *act_span(scene, best), "stage: the words of the clause"))
    items, of_items = items_of(scene, spots)
    amounts, of_amounts = amounts_of(scene, spots)
    day, of_day = day_of(scene, draft)
    attribution, official, of_speaker = speaker_of(scene, draft)
    return Claim(
        donors=draft.donors,
        recipients=draft.recipients,
        aid_type=_aid_type(draft),
        stage=draft.stage,  # type: ignore[arg-type]
        novelty=draft.novelty,  # type: ignore[arg-type]
        announced_on=day,
        attribution=attribution,
        official=official,
        items=items,
        amounts=amounts,
        evidence=(*evidence, *of_items, *of_amounts, *of_day, *of_speaker),
        confidence=round(chance, 3),
        extractor=EXTRACTOR,
    )


def _aid_type(draft: Draft) -> AidType | None:
    """The type that the acts speak for together."""
    sums: dict[str, float] = {}
    for act in draft.acts:
        for name, chance in act.types.items():
            sums[name] = sums.get(name, 0.0) + act.claim * chance
    return top(sums)  # type: ignore[return-value]
