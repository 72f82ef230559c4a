"""The things and sums of a claim, with their quantities and the words for each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from parsers.claims.evidence import spoken, unit_span
from parsers.claims.items import ItemMention
from parsers.claims.listings import Listing, listing_of
from parsers.claims.money import Money
from parsers.claims.publisher import DOLLARS
from parsers.claims.quantities import Quantity
from parsers.claims.scene import Scene, Spot
from parsers.records import Amount, AmountRole, Evidence, Item

ROLES: dict[str, AmountRole] = {
    "total": "running_total", "annual": "annual", "part": "part", "each": "unit_price", "price": "unit_price",
}  # fmt: skip
REACH = 2
"""Tokens that may stand between a count and the thing that it counts."""
SILENCE_REACH = 10
ROUNDING = 0.03
GENERAL = frozenset(
    {"vehicle", "weapon", "munition", "system", "armor", "armour", "arm", "equipment", "hardware", "plane", "jet"}
    | {"warplane", "aircraft", "weaponry", "tank", "machine", "kit"}
)
"""Names by which a text speaks again of a thing that it has named: "the vehicles"."""


class Known(NamedTuple):
    """A thing with the count before it and the list that it stands in."""

    mention: ItemMention
    counted: Quantity | None
    listing: Listing | None


def items_of(scene: Scene, spots: Sequence[Spot]) -> tuple[tuple[Item, ...], list[Evidence]]:
    """Items in the order of the text, each once, and where each is named and counted.

    "Weapons" and "equipment" are items only where they are counted or all that is named. A loan is a sum, no thing.
    """
    found: dict[str, Known] = {}
    for spot in spots:
        mention = scene.views[spot.view].units[spot.unit].mention
        if isinstance(mention, ItemMention) and mention.aid_type != "financial":
            _add(found, Known(mention, quantity_of(scene, mention), listing_of(scene, spot)))
    with_sum = any(isinstance(scene.views[spot.view].units[spot.unit].mention, Money) for spot in spots)
    if with_sum or any(not known.mention.generic for known in found.values()):
        found = {key: known for key, known in found.items() if known.counted or not known.mention.generic}
    items: list[Item] = []
    evidence: list[Evidence] = []
    for mention, counted, _ in found.values():
        name = f"items[{len(items)}]"
        end = max(mention.end, mention.name_end)
        evidence.append(spoken(scene.text, name, mention.start, end, f"item: {mention.item_id or mention.head}"))
        silence = None if counted else _silence(scene, mention)
        told = counted or silence
        if told is not None:
            evidence.append(spoken(scene.text, f"{name}.quantity", told.start, told.end, f"quantity: {told.kind}"))
        items.append(
            Item(
                mention.name,
                mention.item_id,
                counted.low if counted else None,
                counted.high if counted else None,
                told.kind if told else "not_stated",
                (counted.unit if counted else None) or mention.unit,
            )
        )
    return tuple(items), evidence


def _add(found: dict[str, Known], thing: Known) -> None:
    """A thing named again is the same thing: the fuller name and the number that was told stay."""
    key = next((key for key, known in found.items() if not _apart(known, thing) and _same(known, thing)), None)
    if key is None:
        found[f"{len(found)} {thing.mention.name}"] = thing
        return
    known = found[key]
    fuller = max(known.mention, thing.mention, key=_fullness)
    found[key] = Known(fuller, known.counted or thing.counted, known.listing)


def _apart(known: Known, thing: Known) -> bool:
    """Whether two things are two for sure: kinds of one list, or a class of a list and later one piece by its make."""
    if known.listing is None:
        return False
    if known.listing == thing.listing:
        return True
    one_piece = not thing.mention.name.endswith("s") and bool(_models(thing.mention.name))
    return one_piece and known.mention.name.endswith("s") and not _models(known.mention.name)


def _fullness(mention: ItemMention) -> tuple[bool, int]:
    """A name with its make says more than a longer one without."""
    return bool(_models(mention.name)), len(mention.name)


def _same(known: Known, thing: Known) -> bool:
    """Whether a thing named again is the one known: "14 Leopard 2A6 tanks", "the Leopards", "the tanks"."""
    before, told, _ = known
    mention, counted, _ = thing
    if told and counted and (told.low, told.high) != (counted.low, counted.high):
        return False
    if before.item_id is not None and before.item_id == mention.item_id:
        return True
    one, other = _stems(before.name), _stems(mention.name)
    if before.kind and before.kind == mention.kind:
        if (told is None and one <= GENERAL) or (counted is None and other <= GENERAL):
            return True
        if "military" in (mention.aid_type, before.aid_type):
            mine, theirs = _models(before.name), _models(mention.name)
            if mine & theirs or (not mine and theirs and told is None) or (mine and not theirs and counted is None):
                return True
    return before.head == mention.head and (one <= other or other <= one)


def told_already(scene: Scene, spot: Spot, others: Sequence[Spot]) -> bool:
    """Whether a thing or sum is one of those at other places, named again."""
    mention = scene.views[spot.view].units[spot.unit].mention
    for place in others:
        other = scene.views[place.view].units[place.unit].mention
        if isinstance(mention, ItemMention) and isinstance(other, ItemMention):
            told = _same(
                Known(other, quantity_of(scene, other), None), Known(mention, quantity_of(scene, mention), None)
            )
        elif isinstance(mention, Money) and isinstance(other, Money):
            told = mention.currency == other.currency and _near(mention, other)
        else:
            told = False
        if told:
            return True
    return False


def _stems(name: str) -> set[str]:
    return {word.removesuffix("s") for word in name.lower().replace("-", " ").split()}


def _models(name: str) -> set[str]:
    """Words of a name that tell a make: with a capital or a figure."""
    return {word.removesuffix("s") for word in name.split() if any(c.isupper() or c.isdigit() for c in word)}


def quantity_of(scene: Scene, mention: ItemMention) -> Quantity | None:
    """The count that stands right before a thing."""
    quantities = scene.quantities
    place = bisect_right(quantities, mention.last - 1, key=lambda quantity: quantity.first) - 1
    if place < 0:
        return None
    quantity = quantities[place]
    if (
        quantity.kind in ("withheld", "not_stated")
        or mention.first - quantity.noun > REACH
        or quantity.noun >= mention.last
    ):
        return None
    return quantity


def _silence(scene: Scene, mention: ItemMention) -> Quantity | None:
    """Words that say that no number of this thing is told."""
    for quantity in scene.quantities:
        if quantity.kind in ("withheld", "not_stated"):
            following = scene.text.tokens[quantity.last : quantity.last + SILENCE_REACH]
            if any(token.low.rstrip("s") == mention.head for token in following):
                return quantity
    return None


def amounts_of(scene: Scene, spots: Sequence[Spot], donors: Sequence[str]) -> tuple[tuple[Amount, ...], list[Evidence]]:
    """Sums in the order of the text, each once, and where each is named."""
    kept: list[tuple[Spot, Money, str]] = []
    for spot in spots:
        money = scene.views[spot.view].units[spot.unit].mention
        if isinstance(money, Money) and money.value is not None:
            currency = _currency(scene, money, donors)
            twin = next((i for i, (_, told, code) in enumerate(kept) if code == currency and _near(told, money)), None)
            if twin is None:
                kept.append((spot, money, currency))
            elif _rounder(kept[twin][1], money):
                kept[twin] = (spot, money, currency)
    amounts: list[Amount] = []
    evidence: list[Evidence] = []
    for spot, money, currency in kept:
        role = ROLES.get(money.mark, "package")
        evidence.append(spoken(scene.text, f"amounts[{len(amounts)}]", *unit_span(scene, spot), f"money: {role}"))
        amounts.append(Amount(money.value or 0.0, currency, money.value_min, money.value_max, role))
    return tuple(amounts), evidence


def _currency(scene: Scene, money: Money, donors: Sequence[str]) -> str:
    """A bare "$" in a text of no country's own is the giver's dollar: "Canada pledges $71 million"."""
    written = scene.text.original[money.start : money.end].lower()
    if money.currency == "USD" and scene.voice.country is None and "us" not in written and "u.s" not in written:
        return next((DOLLARS[code] for code in donors if code in DOLLARS), money.currency)
    return money.currency


def _near(one: Money, other: Money) -> bool:
    """Whether two sums are one told twice, once rounded: "$160 million" in a headline, "$163 million" below."""
    a, b = one.value or 0.0, other.value or 0.0
    return abs(a - b) <= ROUNDING * max(abs(a), abs(b))


def _rounder(one: Money, other: Money) -> bool:
    """Whether the first is told with fewer figures than the second."""
    return len(f"{one.value:.0f}".rstrip("0")) < len(f"{other.value:.0f}".rstrip("0"))
