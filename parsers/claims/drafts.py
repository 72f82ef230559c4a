"""Acts that say the same brought together: one draft for each combination of parties, stage and novelty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from parsers.claims.decide import ActReading
from parsers.claims.scene import Scene

Key = tuple[tuple[str, ...], tuple[str, ...], str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim on its way: who gives to whom at what stage, and the acts that say it, surest first."""

    donors: tuple[str, ...]
    recipients: tuple[str, ...]
    stage: str
    novelty: str
    acts: tuple[ActReading, ...]


def bring_together(readings: Sequence[ActReading]) -> list[Draft]:
    """Drafts in the order in which the text first tells of them. A pledge and a commitment of the same are one."""
    groups: dict[Key, list[ActReading]] = {}
    for reading in readings:
        if not reading.donors or not reading.recipients:
            continue
        key = (
            tuple(sorted(reading.donors)),
            tuple(sorted(reading.recipients)),
            "pledged" if top(reading.stages) == "committed" else top(reading.stages),
            "background" if reading.background >= 0.5 else "new",
        )
        groups.setdefault(key, []).append(reading)
    return [
        Draft(donors, recipients, _stage(stage, acts), novelty, tuple(sorted(acts, key=lambda act: -act.claim)))
        for (donors, recipients, stage, novelty), acts in groups.items()
    ]


def _stage(stage: str, acts: Sequence[ActReading]) -> str:
    """Pledged or committed: as the acts say in sum."""
    if stage != "pledged":
        return stage
    committed = sum(act.claim * act.stages.get("committed", 0.0) for act in acts)
    pledged = sum(act.claim * act.stages.get("pledged", 0.0) for act in acts)
    return "committed" if committed > pledged else "pledged"


def top(chances: dict[str, float]) -> str:
    """The likeliest; the first of equals."""
    return max(chances, key=chances.__getitem__)


def draft_features(scene: Scene, drafts: Sequence[Draft], number: int) -> list[str]:
    """What tells whether a draft is a claim that a careful reader would write down."""
    draft = drafts[number]
    best = draft.acts[0]
    folded = "pledged" if draft.stage == "committed" else draft.stage
    sum_of_stages = best.stages[draft.stage] + (best.stages["committed"] if draft.stage == "pledged" else 0.0)
    sum_of_stages += best.stages["pledged"] if draft.stage == "committed" else 0.0
    sureness = best.background if draft.novelty == "background" else 1 - best.background
    figures = {
        "claim": _odds(best.claim),
        "stage": _odds(sum_of_stages),
        "novelty": _odds(sureness),
        "donor": _odds(min(best.donors.values())),
        "recipient": _odds(min(best.recipients.values())),
        "all": _odds(best.claim * sum_of_stages * sureness * min(best.donors.values()) * min(best.recipients.values())),
    }
    found = [f"{name} {step}" for name, odds in figures.items() for step in range(-4, 7) if odds >= step]
    found += [f"is {folded} {draft.novelty}", f"acts {min(len(draft.acts), 4)}", f"donors {min(len(draft.donors), 3)}"]
    found.append(f"recipients {min(len(draft.recipients), 3)}")
    if any(scene.views[scene.acts[act.number].view].title for act in draft.acts):
        found.append("in title")
    if any(code.startswith("GROUP") for code in draft.donors):
        found.append("group")
    for place, other in enumerate(drafts):
        if place == number:
            continue
        stronger = (other.acts[0].claim, len(other.acts)) > (best.claim, len(draft.acts))
        alike = set(other.donors) & set(draft.donors) and set(other.recipients) & set(draft.recipients)
        same = "same" if other.novelty == draft.novelty else "other"
        found.append(f"rival {bool(alike)} {same} {stronger} {folded} {draft.novelty}")
        found.append(f"rival {bool(alike)} {same} {stronger}")
        if set(other.donors) & set(draft.recipients):
            found.append(f"turned {stronger}")
    return sorted(set(found))


def _odds(chance: float) -> float:
    chance = min(max(chance, 0.001), 0.999)
    return log(chance / (1 - chance))
