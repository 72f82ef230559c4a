"""Acts that say the same brought together: one draft for each giver, taker, stage and novelty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from parsers.claims.decide import ActReading
from parsers.claims.packs.words import rows
from parsers.claims.scene import Scene

SURE_OF_STAGE = 0.6
"""An act that is less sure of its stage goes with what the other acts of the same parties say."""
UNSURE_OF_NOVELTY = 0.15
MOST = 150
"""Drafts of one text; each is set against all others, so that there must not be ten thousand."""
STEPS = range(-4, 7)
FOES = frozenset(frozenset({row["one"], row["other"]}) for row in rows("gazetteers/foes.csv"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim on its way: who gives to whom at what stage, and the acts that say it, surest first."""

    donor: str
    recipient: str
    stage: str
    novelty: str
    acts: tuple[ActReading, ...]
    share: float
    """How much of what the acts of these parties say together speaks for the stage."""
    news: float
    """How likely the whole text reports a new gift."""


def bring_together(readings: Sequence[ActReading], news: float) -> list[Draft]:
    """Drafts in the order in which the text first tells of them. A pledge and a commitment of the same are one."""
    pairs: dict[tuple[str, str], list[ActReading]] = {}
    for reading in readings:
        for donor in reading.donors:
            for recipient in reading.recipients:
                pairs.setdefault((donor, recipient), []).append(reading)
    drafts = [
        draft
        for (donor, recipient), acts in pairs.items()
        for novelty, members in _by_novelty(acts).items()
        for draft in _by_stage(donor, recipient, novelty, members, news)
    ]
    if len(drafts) <= MOST:
        return drafts
    floor = sorted(map(_together, drafts))[-MOST]
    return [draft for draft in drafts if _together(draft) >= floor][:MOST]


def _by_novelty(acts: Sequence[ActReading]) -> dict[str, list[ActReading]]:
    """New and background; an act that is sure of neither goes with the others."""
    pooled = sum(act.claim * act.background for act in acts) / sum(act.claim for act in acts)
    groups: dict[str, list[ActReading]] = {}
    for act in acts:
        background = act.background if abs(act.background - 0.5) > UNSURE_OF_NOVELTY else pooled
        groups.setdefault("background" if background >= 0.5 else "new", []).append(act)
    return groups


def _by_stage(donor: str, recipient: str, novelty: str, acts: Sequence[ActReading], news: float) -> Iterable[Draft]:
    """The stage that most speaks for, with the acts that are not sure of another; each other stage by itself."""
    pooled: dict[str, float] = {}
    for act in acts:
        for stage, chance in folded(act.stages).items():
            pooled[stage] = pooled.get(stage, 0.0) + act.claim * chance
    total = sum(pooled.values())
    main = top(pooled)
    groups: dict[str, list[ActReading]] = {main: []}
    for act in acts:
        own = folded(act.stages)
        best = top(own)
        groups.setdefault(best if own[best] >= SURE_OF_STAGE else main, []).append(act)
    for stage, members in groups.items():
        if members:
            ranked = tuple(sorted(members, key=lambda act: -act.claim))
            yield Draft(donor, recipient, _unfolded(stage, members), novelty, ranked, pooled[stage] / total, news)


def folded(stages: dict[str, float]) -> dict[str, float]:
    """Pledged and committed as one."""
    both = {stage: chance for stage, chance in stages.items() if stage != "committed"}
    both["pledged"] = stages.get("pledged", 0.0) + stages.get("committed", 0.0)
    return both


def _unfolded(stage: str, acts: Sequence[ActReading]) -> str:
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
    stage = "pledged" if draft.stage == "committed" else draft.stage
    staged = max(folded(act.stages)[stage] for act in draft.acts)
    sureness = best.background if draft.novelty == "background" else 1 - best.background
    donor, recipient = best.donors[draft.donor], best.recipients[draft.recipient]
    figures = {
        "claim": best.claim,
        "stage": staged,
        "novelty": sureness,
        "donor": donor,
        "recipient": recipient,
        "share": draft.share,
        "any": 1 - _product(1 - act.claim for act in draft.acts),
        "news": draft.news,
        "all": best.claim * staged * sureness * donor * recipient,
    }
    found = [f"!{name} {step}" for name, chance in figures.items() for step in STEPS if _odds(chance) >= step]
    found += [f"is {stage} {draft.novelty}", f"acts {min(len(draft.acts), 4)}", f"beside {min(len(best.donors), 3)}"]
    found.append(f"takers {min(len(best.recipients), 4)}")
    if any(scene.views[scene.acts[act.number].view].title for act in draft.acts):
        found.append("in title")
    if frozenset({draft.donor, draft.recipient}) in FOES:
        found.append("!foes")
    found += [f"!news {draft.novelty} {step}" for step in STEPS if _odds(draft.news) >= step]
    found.append(f"!drafts {min(len(drafts), 7)}")
    found.append(f"size {min(len(scene.views) // 3, 6)}")
    together = _together(draft)
    rank = sum(_together(other) > together for other in drafts)
    found.append(f"!rank {min(rank, 4)}")
    found.append(f"!rank {min(rank, 2)} of {min(len(drafts), 4)}")
    found.append(f"kind {draft.donor.partition(':')[0] if ':' in draft.donor else 'state'}")
    found.append(f"to {draft.recipient.partition(':')[0] if ':' in draft.recipient else 'state'}")
    found += _rivals(drafts, number, f"{stage} {draft.novelty}")
    return sorted(set(found))


def _rivals(drafts: Sequence[Draft], number: int, is_: str) -> Iterable[str]:
    """How a draft stands beside the others of the text."""
    draft = drafts[number]
    best = draft.acts[0]
    for place, other in enumerate(drafts):
        if place == number:
            continue
        stronger = (other.acts[0].claim, other.share, -place) > (best.claim, draft.share, -number)
        giver, taker = other.donor == draft.donor, other.recipient == draft.recipient
        same = "same" if other.novelty == draft.novelty else "other"
        yield f"rival {giver} {taker} {same} {stronger}"
        if giver and taker:
            yield f"rival {same} {stronger} {is_}"
        if other.donor == draft.recipient:
            yield f"turned {stronger}"


def _together(draft: Draft) -> float:
    """How likely the surest act of a draft is a claim of these parties at all."""
    best = draft.acts[0]
    return best.claim * best.donors[draft.donor] * best.recipients[draft.recipient] * draft.share


def _product(chances: Iterable[float]) -> float:
    result = 1.0
    for chance in chances:
        result *= chance
    return result


def _odds(chance: float) -> float:
    chance = min(max(chance, 0.001), 0.999)
    return log(chance / (1 - chance))
