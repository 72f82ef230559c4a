"""What each act says, by the learned models: whether it is a gift at all, who gives to whom, and at what stage."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from parsers.claims.carriers import land_of
from parsers.claims.features.document import act_features, party_features, thing_features, type_features
from parsers.claims.features.whole import text_features
from parsers.claims.model import Model, load, logistic
from parsers.claims.outlook import outlook_of
from parsers.claims.parties import PartyMention
from parsers.claims.parts import parts_of
from parsers.claims.scene import Scene, Spot
from parsers.claims.sequels import sequel_of

CLAIM_FLOOR = 0.12
PARTY_FLOOR = 0.04
NEARBY_CODES = 12
MOST_CODES = 100
LINKS = frozenset({",", "and", "&", "or", "the", "both", "as", "well", ";"})
LIST = 3
"""Names side by side from which on they are a list: of two, one may give and the other take ("Kyiv and Oslo agree")."""
SURE = 0.4
NEARLY_SURE = 0.7
SETTLED = 0.8
HISTORY = 0.9
"""How surely "has already given" is background."""


class Models(NamedTuple):
    """All models of the extractor."""

    act: Model
    stage: Model
    novelty: Model
    aid_type: Model
    parties: Model
    """Two yes-or-no outputs: donor, recipient."""
    thing: Model
    news: Model
    keep: Model


class ActReading(NamedTuple):
    """One act as read: probabilities of being a claim and of each stage, type and of being background."""

    number: int
    claim: float
    stages: dict[str, float]
    background: float
    types: dict[str, float]
    donors: dict[str, float]
    """Chosen parties with their probabilities, most likely first."""
    recipients: dict[str, float]


@cache
def bundled_models() -> Models:
    """The models of `weights/`."""
    return Models(*(load(name) for name in Models._fields))


def read_acts(scene: Scene, models: Models) -> list[ActReading]:
    """All acts of a scene that may be claims, in the order of the text."""
    readings: list[ActReading] = []
    for number in range(len(scene.acts)):
        features = act_features(scene, number)
        chances = models.act.distribution(features)
        claim = chances["must"] / (chances["must"] + chances["none"])
        if claim < CLAIM_FLOOR:
            continue
        donors, recipients = _roles(scene, number, models)
        land = land_of(scene, scene.acts[number].view, recipients, donors)
        if land is not None:
            recipients = {land: max(recipients.values())}
        reading = ActReading(
            number,
            claim,
            models.stage.distribution(features),
            models.novelty.probability(features),
            models.aid_type.distribution(type_features(scene, number)),
            donors,
            recipients,
        )
        readings.append(_as_told_after(scene, _as_worded(scene, reading)))
    return readings


def _as_worded(scene: Scene, reading: ActReading) -> ActReading:
    """The reading without what the auxiliaries rule out: a gift that "will be sent" has not come."""
    act = scene.acts[reading.number]
    outlook = outlook_of(scene.views[act.view].units, act.low, act.high)
    if parts_of(scene.views[act.view].units, act.low, act.high).asked:
        return reading._replace(stages=dict.fromkeys(reading.stages, 0.0) | {"requested": 1.0})
    if outlook == "ahead":
        return reading._replace(stages=_without(reading.stages, "delivered"))
    if outlook == "behind":
        return reading._replace(background=max(reading.background, HISTORY))
    return reading


def _without(stages: dict[str, float], ruled_out: str) -> dict[str, float]:
    """The other stages in the same proportions."""
    rest = 1.0 - stages.get(ruled_out, 0.0)
    return {stage: 0.0 if stage == ruled_out else chance / rest for stage, chance in stages.items()}


def _as_told_after(scene: Scene, reading: ActReading) -> ActReading:
    """The reading with the stage that the next sentence tells, where it says how the thing came."""
    sequel = sequel_of(scene, scene.acts[reading.number].view)
    if sequel is None:
        return reading
    background = 1.0 if sequel.before else reading.background
    return reading._replace(stages=dict.fromkeys(reading.stages, 0.0) | {"delivered": 1.0}, background=background)


def chance_of_news(scene: Scene, models: Models) -> float:
    """How likely the text reports a new gift."""
    return models.news.probability(text_features(scene))


def candidate_codes(scene: Scene, number: int) -> list[str]:
    """Parties that may take part in an act: those of its sentence and the one before, then the most named."""
    act = scene.acts[number]
    if "ranked" not in scene.memory:
        parties = scene.parties
        scene.memory["ranked"] = sorted(parties, key=lambda code: (-len(parties[code]), parties[code][0]))[:MOST_CODES]
    ranked = cast(list[str], scene.memory["ranked"])
    near = {
        unit.mention.code
        for view in scene.views[max(0, act.view - 1) : act.view + 1]
        for unit in view.units
        if isinstance(unit.mention, PartyMention)
    }
    codes = sorted(near, key=lambda code: (-len(scene.parties[code]), scene.parties[code][0]))
    codes += [code for code in ranked if code not in near]
    codes = codes[: max(NEARBY_CODES, len(near))]
    home = scene.voice.country
    return codes if home is None or home in codes else [*codes, home]


def _roles(scene: Scene, number: int, models: Models) -> tuple[dict[str, float], dict[str, float]]:
    """Givers and takers of an act. Names in one list play one part; nobody plays both: the likelier part wins."""
    gives: dict[str, float] = {}
    takes: dict[str, float] = {}
    for code in candidate_codes(scene, number):
        features = party_features(scene, number, code)
        gives[code], takes[code] = models.parties.scores(features)
    lists = lists_of(scene, scene.acts[number].view)
    for listed in (codes for codes in lists if len(codes) >= LIST):
        for odds in (gives, takes):
            odds.update(dict.fromkeys(listed, sum(odds[code] for code in listed) / len(listed)))
    gives = {code: logistic(odds) for code, odds in gives.items()}
    takes = {code: logistic(odds) for code, odds in takes.items()}
    _settle(scene, number, gives, takes)
    donors = _chosen({code: chance for code, chance in gives.items() if chance >= takes[code]}, lists)
    recipients = _chosen({code: chance for code, chance in takes.items() if chance > gives[code]}, lists)
    return donors, recipients


def _settle(scene: Scene, number: int, gives: dict[str, float], takes: dict[str, float]) -> None:
    """Chances of parties whose part the words beside them tell: who is asked or thanked gives, who scolds takes not."""
    act = scene.acts[number]
    parts = parts_of(scene.views[act.view].units, act.low, act.high)
    for code in parts.asked | parts.thanked:
        gives[code], takes[code] = max(gives.get(code, 0.0), SETTLED), 0.0
    if parts.asked:
        for code in gives.keys() - parts.asked:
            gives[code] = 0.0
    for code in parts.scolding:
        takes[code] = 0.0


def lists_of(scene: Scene, index: int) -> list[list[str]]:
    """Parties that a sentence names side by side: "Kenya, Somalia and Ethiopia"."""
    key = ("lists", index)
    if key not in scene.memory:
        found: list[list[str]] = [[]]
        for unit in scene.views[index].units:
            if isinstance(unit.mention, PartyMention):
                if unit.mention.code not in found[-1]:
                    found[-1].append(unit.mention.code)
            elif unit.sign not in LINKS:
                found.append([])
        scene.memory[key] = [codes for codes in found if len(codes) > 1]
    return cast(list[list[str]], scene.memory[key])


def _chosen(chances: dict[str, float], lists: list[list[str]]) -> dict[str, float]:
    """The likeliest party where it is not hopeless, likely ones beside it, and all that are nearly sure."""
    ranked = sorted(chances.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < PARTY_FLOOR:
        return {}
    best = ranked[0][0]
    beside = {code for codes in lists if best in codes for code in codes}
    return {
        code: chance
        for code, chance in ranked
        if code == best or chance >= NEARLY_SURE or (chance >= SURE and code in beside)
    }


def thing_chance(scene: Scene, spot: Spot, act: tuple[int, str], models: Models) -> float:
    """How likely a thing or sum is given by an act, which is told by its number and novelty."""
    return models.thing.probability(thing_features(scene, spot, *act))
