"""One text laid out for reading: its sentences as units, who is named where, which clauses may tell of aid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from parsers.claims.dates import DateMention, find_dates
from parsers.claims.items import ItemMention, find_items
from parsers.claims.money import Money, find_money
from parsers.claims.parties import PartyMention, find_parties
from parsers.claims.publisher import Voice
from parsers.claims.quantities import Quantity, find_quantities
from parsers.claims.text import Sentence, Text
from parsers.claims.threats import threats_of
from parsers.claims.triggers import Trigger
from parsers.claims.units import Marked, Unit, clause_numbers, units_of

SOCIETIES = frozenset({"ICRC", "IFRC", "ORG:Red Cross", "ORG:Red Crescent"})
ACT_VERBS = frozenset(["give", "arrive", "receive", "decide", "legislate", "pass", "weigh", "request", "refuse"])
LONGEST_SENTENCE = 400
"""Units of a sentence that are read; what goes on longer is a table or a wall of names."""
AID_WORDS = frozenset({"aid", "assistance", "support", "relief", "help"})
"""Heads of things that are no more than aid: they stay words, and tell of an act."""
AID_NOUNS = frozenset(["aid", "package", "money", "delivery", "promise", "wish"])
Mention = PartyMention | ItemMention | Money | Quantity | DateMention


class View(NamedTuple):
    """A sentence with its units, and the number of the clause that each stands in."""

    sentence: Sentence
    units: list[Unit]
    clauses: list[int]
    title: bool


class Spot(NamedTuple):
    """Where a mention stands: `views[view].units[unit]`."""

    view: int
    unit: int


class Act(NamedTuple):
    """A clause that may tell of an act: units `low` up to, without, `high` of a view."""

    view: int
    clause: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Scene:
    """All that was found in one text."""

    text: Text
    voice: Voice
    published: date | None
    views: list[View]
    parties: dict[str, list[Spot]]
    """Code to places, in the order of the text."""
    things: list[Spot]
    """Items and sums, in the order of the text."""
    quantities: tuple[Quantity, ...]
    acts: list[Act]
    memory: dict[object, object] = field(default_factory=dict)
    """What was worked out once and is asked for again."""


def lay_out(text: Text, voice: Voice, published: date | None) -> Scene:
    """Read all mentions of a text; linear in its length."""
    parties = list(_givers_and_takers(find_parties(text, published)))
    if not parties and voice.country is None:
        return Scene(text, voice, published, [], {}, [], (), [])
    days = find_dates(text, published)
    money = find_money(text, dollar=voice.dollar)
    items = [item for item in find_items(text) if not (item.generic and item.head in AID_WORDS)]
    quantities = find_quantities(text)
    marked = _marked(text, money, days, items, parties, quantities)
    views = list(_views(text, marked))
    spots: dict[str, list[Spot]] = {}
    things: list[Spot] = []
    acts: list[Act] = []
    for index, view in enumerate(views):
        threats = threats_of(view.units, text.tokens)
        for place, unit in enumerate(view.units):
            if isinstance(unit.mention, PartyMention):
                spots.setdefault(unit.mention.code, []).append(Spot(index, place))
            elif (isinstance(unit.mention, ItemMention) and place not in threats) or _is_sum(unit.mention):
                things.append(Spot(index, place))
        acts += _acts(index, view)
    return Scene(text, voice, published, views, spots, things, quantities, acts)


def _givers_and_takers(parties: Iterable[PartyMention]) -> Iterable[PartyMention]:
    """Without companies, and without the societies of a country: "the Emirates' Red Crescent" is the country's."""
    before: PartyMention | None = None
    for party in parties:
        of_country = before is not None and 0 <= party.first - before.last <= 1 and party.code in SOCIETIES
        if party.kind != "company" and not (of_country and before and (before.possessive or before.kind == "demonym")):
            yield party
        before = party


def _is_sum(mention: object) -> bool:
    """A sum that may be given: "millions" has no value, and a conversion in brackets is no second sum."""
    return isinstance(mention, Money) and mention.value is not None and mention.mark not in ("conversion", "price")


def _marked(
    text: Text,
    money: Sequence[Money],
    days: Sequence[DateMention],
    items: Sequence[ItemMention],
    parties: Sequence[PartyMention],
    quantities: Sequence[Quantity],
) -> list[Marked]:
    """All mentions in order, none inside another: sums win over days, days over things, and so on."""
    taken = bytearray(len(text.tokens))
    marked: list[Marked] = []
    for what, mentions in (("M", money), ("D", days), ("I", items), ("P", parties), ("N", quantities)):
        for mention in mentions:
            first, last = mention.first, mention.last
            if first < last and not any(taken[first:last]):
                taken[first:last] = b"\x01" * (last - first)
                marked.append(Marked(first, last, what, mention))
    return sorted(marked, key=attrgetter("first"))


def _views(text: Text, marked: Sequence[Marked]) -> Iterable[View]:
    place = 0
    for sentence in text.sentences:
        begin = place
        while place < len(marked) and marked[place].first < sentence.last:
            place += 1
        units = units_of(text.tokens, sentence.first, sentence.last, marked[begin:place])[:LONGEST_SENTENCE]
        title = sentence.paragraph == 0 and text.tokens[sentence.last - 1].text != "."
        yield View(sentence, units, clause_numbers(units), title)


def _acts(index: int, view: View) -> list[Act]:
    """Clauses with a verb or noun of giving, in a sentence that names some aid; else those with a thing and a party."""
    aided = any(
        unit.what in ("I", "M") or (isinstance(unit.mention, Trigger) and unit.mention.kind in AID_NOUNS)
        for unit in view.units
    )
    clauses = list(_clauses(index, view))
    told = [act for act in clauses if any(_tells(unit, aided) for unit in view.units[act.low : act.high])]
    return told or [act for act in clauses if _lists(view.units[act.low : act.high])]


def _clauses(index: int, view: View) -> Iterable[Act]:
    low = 0
    for clause, units in groupby(view.clauses):
        high = low + len(list(units))
        yield Act(index, clause, low, high)
        low = high


def _lists(units: Sequence[Unit]) -> bool:
    """Things beside a party, or a count for one, without a verb: "two million doses for Peru", "tents from Oslo"."""
    whats = {unit.what for unit in units}
    if "P" not in whats:
        return False
    return "I" in whats or (
        "N" in whats and any(b.sign in ("for", "to", ":") and u.what == "P" for b, u in pairwise(units))
    )


def _tells(unit: Unit, aided: bool) -> bool:
    trigger = unit.mention
    if not isinstance(trigger, Trigger):
        return _is_sum(trigger)
    return trigger.kind == "give" or trigger.kind in AID_NOUNS or (aided and trigger.kind in ACT_VERBS)
