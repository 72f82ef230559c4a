"""The features of an act, of a party beside it and of a thing beside it, with what the whole document adds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import cast

from parsers.claims.features.act import SKIPPED, clause_features, sign_of
from parsers.claims.features.chain import chain_features
from parsers.claims.features.party import place_features
from parsers.claims.features.thing import thing_place
from parsers.claims.items import ItemMention
from parsers.claims.money import Money
from parsers.claims.packs.words import rows
from parsers.claims.parties import PartyMention
from parsers.claims.scene import Act, Scene, Spot
from parsers.claims.units import Unit

STANDING_IN = frozenset({"WE", "IT", "THEY", "HE", "country", "nation", "government", "territory", "enclave", "island"})
"""Words that may stand for a party named before."""
STANDING = {row["code"]: row["standing"] for row in rows("gazetteers/aid_roles.csv")}


def act_features(scene: Scene, number: int) -> list[str]:
    """Of act `number` of a scene."""
    key = ("act", number)
    if key not in scene.memory:
        scene.memory[key] = _act_features(scene, scene.acts[number])
    return cast(list[str], scene.memory[key])


def _act_features(scene: Scene, act: Act) -> list[str]:
    view = scene.views[act.view]
    found = clause_features(view.units, act.low, act.high) + chain_features(view.units, act.low, act.high)
    found += [f"p {sign}" for sign in _signs_of_view(scene, act.view - 1)] if act.view else ["p ^"]
    other = _other_side(scene, act)
    if other is not None:
        units = scene.views[other.view].units
        side = "N" if view.title else "T"
        found += [f"!{side}{name}" for name in chain_features(units, other.low, other.high)]
    if view.title:
        found.append("title")
    else:
        found += [f"T {sign}" for sign in _signs_of_view(scene, 0)] if scene.views[0].title else ["T none"]
    found.append(f"view {min(act.view, 4)}")
    found.append(f"size {min(len(scene.views) // 4, 6)}")
    found.append(f"official {scene.voice.official}")
    for unit in view.units[act.low : act.high]:
        if isinstance(unit.mention, ItemMention):
            found += [f"ic {unit.mention.kind}", f"it {unit.mention.aid_type}"]
    found += [
        f"!party {unit.mention.kind}"
        for unit in view.units[act.low : act.high]
        if isinstance(unit.mention, PartyMention)
    ]
    whats = {unit.what for unit in view.units}
    found.append("has " + "".join(sorted(whats & {"P", "I", "M", "N", "D"})))
    if view.units[-1].sign == "?":
        found.append("asks")
    return found


def type_features(scene: Scene, number: int) -> list[str]:
    """Of the kind of aid that an act is: the words and things of its sentence, and of the headline."""
    act = scene.acts[number]
    found = {_prefixed("s", name) for name in _matter(scene, act.view)}
    units = scene.views[act.view].units[act.low : act.high]
    found |= {_prefixed("c", name) for name in _matter_of(units)}
    if not scene.views[act.view].title:
        found |= {_prefixed("T", name) for name in _matter(scene, 0)}
    found |= {f"standing {STANDING.get(code, 'recipient')}" for code in _codes_of_view(scene, act.view)}
    found.add(f"publisher {scene.voice.official}")
    return list(found)


def _prefixed(side: str, name: str) -> str:
    return f"!{side} {name[1:]}" if name[0] == "!" and len(name) > 1 else f"{side} {name}"


def _matter(scene: Scene, index: int) -> frozenset[str]:
    key = ("matter", index)
    if key not in scene.memory:
        scene.memory[key] = frozenset(_matter_of(scene.views[index].units))
    return cast(frozenset[str], scene.memory[key])


def _matter_of(units: Sequence[Unit]) -> Iterable[str]:
    for unit in units:
        if isinstance(unit.mention, ItemMention):
            yield f"ic {unit.mention.kind}"
            yield f"!it {unit.mention.aid_type}"
            yield f"head {unit.mention.head}"
        elif unit.sign not in SKIPPED:
            yield unit.sign


def _other_side(scene: Scene, act: Act) -> Act | None:
    """For an act of the body the first one of the headline; for one of the headline the first one after it."""
    title = scene.views[act.view].title
    key = ("first act", not title)
    if key not in scene.memory:
        scene.memory[key] = next((a for a in scene.acts if scene.views[a.view].title != title), None)
    other = cast(Act | None, scene.memory[key])
    return other if other is None or title or other.view < act.view else None


def _signs_of_view(scene: Scene, index: int) -> list[str]:
    key = ("signs", index)
    if key not in scene.memory:
        units = scene.views[index].units
        scene.memory[key] = sorted({sign_of(unit) for unit in units if unit.what != "word"})
    return cast(list[str], scene.memory[key])


def spot_features(scene: Scene, spot: Spot) -> list[str]:
    """Of one place where a party is named."""
    if spot not in scene.memory:
        view = scene.views[spot.view]
        mention = view.units[spot.unit].mention
        found = place_features(view.units, view.clauses, spot.unit)
        if isinstance(mention, PartyMention):
            found.append(f"named {mention.kind}")
            found.append(f"owner {mention.owner}" if mention.owner else f"owns {mention.possessive}")
        scene.memory[spot] = found
    return cast(list[str], scene.memory[spot])


def party_features(scene: Scene, number: int, code: str) -> list[str]:
    """Of a party as giver or taker in act `number`: each place in the sentence, the headline, and the document."""
    act = scene.acts[number]
    found: set[str] = set(_of_code(scene, code))
    local = False
    before = False
    spots = scene.parties.get(code, [])
    for spot in spots[bisect_left(spots, Spot(act.view - 1, 0)) :]:
        if spot.view == act.view:
            local = True
            clause = scene.views[act.view].clauses[spot.unit]
            side = "s" if clause == act.clause else "l" if clause < act.clause else "r"
            found.add(f"in {side}")
            for feature in spot_features(scene, spot):
                found.add(f"{side} {feature}")
                found.add(f"* {feature}")
        elif spot.view == act.view - 1:
            before = True
        elif spot.view > act.view:
            break
    if not local:
        found.add("away")
        if before:
            found.add("before")
    present = _codes_of_view(scene, act.view)
    others = len(present) - (code in present)
    found.add(f"others {local} {min(others, 4)}")
    for feature in _subject(scene, act):
        found.add(f"subject {feature} {scene.voice.country == code} {local}")
    return list(found)


def _of_code(scene: Scene, code: str) -> list[str]:
    key = ("code", code)
    if key not in scene.memory:
        spots = scene.parties.get(code, [])
        count = len(spots)
        found = [
            f"standing {STANDING.get(code.split(':')[0], 'recipient')}",
            f"count {min(count, 3)}",
            f"publisher {scene.voice.country == code} {scene.voice.official}",
        ]
        codes = list(scene.parties)
        if codes and codes[0] == code:
            found.append("foremost")
        if len(codes) <= 2:
            found.append(f"few {len(codes)}")
        most = max((len(places) for places in scene.parties.values()), default=0)
        if count == most:
            found.append("most")
        for spot in spots:
            if not scene.views[spot.view].title:
                break
            found.append("in title")
            found += [f"T {feature}" for feature in spot_features(scene, spot)]
        scene.memory[key] = found
    return cast(list[str], scene.memory[key])


def _codes_of_view(scene: Scene, index: int) -> frozenset[str]:
    key = ("codes", index)
    if key not in scene.memory:
        units = scene.views[index].units
        scene.memory[key] = frozenset(u.mention.code for u in units if isinstance(u.mention, PartyMention))
    return cast(frozenset[str], scene.memory[key])


def _subject(scene: Scene, act: Act) -> list[str]:
    """Words of the clause that may stand for a party."""
    units = scene.views[act.view].units[act.low : act.high]
    return sorted({unit.sign for unit in units if unit.sign in STANDING_IN}) or ["none"]


def thing_features(scene: Scene, spot: Spot, number: int, novelty: str) -> list[str]:
    """Of a thing or sum, and the act `number` that it may belong to."""
    view = scene.views[spot.view]
    unit = view.units[spot.unit]
    what = unit.what
    found = [f"{what} {feature}" for feature in thing_place(view.units, spot.unit)]
    if isinstance(unit.mention, ItemMention):
        found += [f"ic {unit.mention.kind}", f"generic {unit.mention.generic}", f"head {unit.mention.head}"]
        found += [f"known {unit.mention.item_id is not None}", f"!I {unit.mention.generic} {novelty}"]
    elif isinstance(unit.mention, Money):
        found += [f"!mark {unit.mention.mark}", f"!mark {unit.mention.mark} {novelty}"]
    if view.title:
        found.append(f"{what} title")
    act = scene.acts[number]
    gap = spot.view - act.view
    found.append(f"!{what} gap {max(-2, min(gap, 3))}")
    found.append(f"{what} gap {min(gap, 3)} {novelty}")
    if gap == 0:
        away = view.clauses[spot.unit] - act.clause
        found.append(f"!{what} away {max(-2, min(2, away))}")
    others = scene.views[act.view].units[act.low : act.high]
    found += [f"{what} k {gap == 0} {sign_of(other)}" for other in others if other.what in ("verb", "noun")]
    first = view.units[0].sign
    if first in ("-", "*", "•", "·"):
        found.append(f"!{what} bullet")
    return found
