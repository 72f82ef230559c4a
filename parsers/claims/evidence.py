"""The words behind a field: always cut from the text itself, never put together."""

from __future__ import annotations

from parsers.claims.scene import Act, Scene, Spot
from parsers.claims.text import Text
from parsers.records import Evidence, How

LONGEST = 300


def spoken(text: Text, name: str, start: int, end: int, rule: str, how: How = "explicit") -> Evidence:
    """Evidence of `original[start:end]`, cut at the last whole word within 300 characters."""
    start, end = trimmed(text.original, start, end)
    return Evidence(name, start, end, text.original[start:end], how, rule)


def inferred(name: str, rule: str) -> Evidence:
    """A field that no words say."""
    return Evidence(name, None, None, None, "inferred", rule)


def trimmed(original: str, start: int, end: int) -> tuple[int, int]:
    """A span without blanks at its ends and of at most 300 characters; at least one character long."""
    end = max(end, start + 1)
    if end - start > LONGEST:
        cut = max(original.rfind(" ", start, start + LONGEST), original.rfind("\n", start, start + LONGEST))
        end = cut if cut > start else start + LONGEST
    while end - start > 1 and original[end - 1].isspace():
        end -= 1
    while end - start > 1 and original[start].isspace():
        start += 1
    return start, end


def act_span(scene: Scene, act: Act) -> tuple[int, int]:
    """The sentence of an act where it is short enough to quote, else its clause."""
    view = scene.views[act.view]
    if view.sentence.end - view.sentence.start <= LONGEST:
        return view.sentence.start, view.sentence.end
    units = view.units[act.low : act.high]
    tokens = scene.text.tokens
    return tokens[units[0].first].start, tokens[units[-1].last - 1].end


def unit_span(scene: Scene, spot: Spot) -> tuple[int, int]:
    """Places of a mention in the original."""
    unit = scene.views[spot.view].units[spot.unit]
    return scene.text.tokens[unit.first].start, scene.text.tokens[unit.last - 1].end


def party_evidence(scene: Scene, name: str, code: str, act: Act, role: str) -> Evidence:
    """Where a party is named: in the act's clause, else its sentence, else the nearest place before, else anywhere."""
    spots = scene.parties.get(code, [])
    here = [spot for spot in spots if spot.view == act.view]
    if here:
        spot = next((s for s in here if act.low <= s.unit < act.high), here[0])
        return spoken(scene.text, name, *unit_span(scene, spot), f"{role}: named in the sentence")
    before = [spot for spot in spots if spot.view < act.view]
    if before:
        return spoken(scene.text, name, *unit_span(scene, before[-1]), f"{role}: named before", "context")
    if spots:
        return spoken(scene.text, name, *unit_span(scene, spots[0]), f"{role}: named after", "context")
    return inferred(name, f"{role}: the publisher")
