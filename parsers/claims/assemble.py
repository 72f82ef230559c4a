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
from parsers.claims.things import amounts_of, items_of, told_already
from parsers.claims.version import EXTRACTOR
from parsers.records import AidType, Claim, Evidence, Novelty, Stage

KEEP = 0.23
"""From this chance on a draft is a claim; tuned on held-out texts of the training set."""
THING = 0.5
MOST_THINGS = 200


class Gift(NamedTuple):
    """Acts that tell of the same givers, takers, stage and novelty: one claim."""

    donors: tuple[str, ...]
    recipients: tuple[str, ...]
    draft: Draft
    """The surest of the drafts."""
    chance: float
    acts: tuple[ActReading, ...]
    """Surest first."""


def assemble(scene: Scene, drafts: Sequence[Draft], models: Models) -> tuple[Claim, ...]:
    """Claims in the order in which the text first tells of them."""
    kept: list[tuple[Draft, float]] = []
    for number, draft in enumerate(drafts):
        chance = models.keep.probability(draft_features(scene, drafts, number))
        if chance >= KEEP:
            kept.append((draft, chance))
    gifts = _gifts(kept)
    things = _things(scene, gifts, models)
    claims: list[Claim] = []
    for place, gift in enumerate(gifts):
        wider = [other for other in range(len(gifts)) if _wider(gifts[other], gift)]
        told = [spot for other in wider for spot in things[other]]
        own = [spot for spot in things[place] if not told_already(scene, spot, told)]
        if own or not wider:
            claims.append(_claim(scene, gift, own))
    return tuple(claims)


def _gifts(kept: Sequence[tuple[Draft, float]]) -> list[Gift]:
    """A sum for two countries together and its share for one of them are two gifts; acts that say the same are one."""
    told: dict[tuple[int, str, str], list[tuple[Draft, float]]] = {}
    for draft, chance in kept:
        for act in draft.acts:
            told.setdefault((act.number, draft.stage, draft.novelty), []).append((draft, chance))
    groups: dict[tuple[str, str, tuple[str, ...], tuple[str, ...]], list[int]] = {}
    for (number, stage, novelty), members in sorted(told.items(), key=lambda entry: entry[0]):
        for donors, recipients in _joined(members):
            groups.setdefault((stage, novelty, donors, recipients), []).append(number)
    return [
        _gift(donors, recipients, told[numbers[0], stage, novelty], numbers)
        for (stage, novelty, donors, recipients), numbers in groups.items()
    ]


def _joined(members: Sequence[tuple[Draft, float]]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """(givers, takers) of one act: givers of the same takers give together."""
    takers: dict[str, list[str]] = {}
    for draft, _ in members:
        takers.setdefault(draft.donor, []).append(draft.recipient)
    givers: dict[tuple[str, ...], list[str]] = {}
    for donor, recipients in takers.items():
        givers.setdefault(tuple(sorted(recipients)), []).append(donor)
    return [(tuple(sorted(donors)), recipients) for recipients, donors in givers.items()]


def _gift(
    donors: tuple[str, ...],
    recipients: tuple[str, ...],
    members: Sequence[tuple[Draft, float]],
    numbers: Sequence[int],
) -> Gift:
    """Of the acts `numbers`, and the surest of the drafts that they belong to."""
    surest, chance = max(
        (member for member in members if member[0].donor in donors and member[0].recipient in recipients),
        key=lambda member: member[1],
    )
    return Gift(donors, recipients, surest, chance, tuple(act for act in surest.acts if act.number in numbers))


def _wider(wide: Gift, gift: Gift) -> bool:
    """Whether one gift is of the same stage and novelty as another, and names all its parties and more."""
    return (
        (wide.draft.stage, wide.draft.novelty) == (gift.draft.stage, gift.draft.novelty)
        and (wide.donors, wide.recipients) != (gift.donors, gift.recipients)
        and set(gift.donors) <= set(wide.donors)
        and set(gift.recipients) <= set(wide.recipients)
    )


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
            if (
                len(found[place]) < MOST_THINGS
                and thing_chance(scene, spot, (number, gifts[place].draft.novelty), models) >= THING
            ):
                found[place].append(spot)
    return found


def _claim(scene: Scene, gift: Gift, spots: Sequence[Spot]) -> Claim:
    draft = gift.draft
    best = scene.acts[gift.acts[0].number]
    evidence: list[Evidence] = [spoken(scene.text, "act", *act_span(scene, best), "the sentence of the act")]
    evidence += [party_evidence(scene, f"donors[{i}]", code, best, "donor") for i, code in enumerate(gift.donors)]
    evidence += [
        party_evidence(scene, f"recipients[{i}]", code, best, "recipient") for i, code in enumerate(gift.recipients)
    ]
    evidence.append(spoken(scene.text, "stage", *act_span(scene, best), "stage: the words of the clause"))
    items, of_items = items_of(scene, spots)
    amounts, of_amounts = amounts_of(scene, spots, gift.donors)
    day, of_day = day_of(scene, draft, gift.acts)
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
