"""The things and sums of a claim, with their quantities and the words for each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from parsers.claims.evidence import spoken, unit_span
from parsers.claims.items import ItemMention
from parsers.claims.money import Money
from parsers.claims.quantities import Quantity
from parsers.claims.scene import Scene, Spot
from parsers.records import Amount, AmountRole, Evidence, Item

ROLES: dict[str, AmountRole] = {
    "total": "running_total", "annual": "annual", "part": "part", "each": "unit_price", "price": "unit_price",
}  # fmt: skip
REACH = 2
"""Tokens that may stand between a count and the thing that it counts."""
SILENCE_REACH = 10


def items_of(scene: Scene, spots: Sequence[Spot]) -> tuple[tuple[Item, ...], list[Evidence]]:
    """Items in the order of the text, each once, and where each is named and counted."""
    found: dict[str, tuple[ItemMention, Quantity | None]] = {}
    for spot in spots:
        mention = scene.views[spot.view].units[spot.unit].mention
        if isinstance(mention, ItemMention):
            _add(found, mention, quantity_of(scene, mention))
    items: list[Item] = []
    evidence: list[Evidence] = []
    for mention, counted in found.values():
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


def _add(
    found: dict[str, tuple[ItemMention, Quantity | None]], mention: ItemMention, counted: Quantity | None
) -> None:
    """A thing named again is the same thing: the longer name and the number that was told stay."""
    key = next((key for key in found if _same(found[key], mention, counted)), None)
    if key is None:
        found[f"{len(found)} {mention.name}"] = (mention, counted)
        return
    before, told = found[key]
    longer = mention if len(mention.name) > len(before.name) else before
    found[key] = (longer, told or counted)


def _same(known: tuple[ItemMention, Quantity | None], mention: ItemMention, counted: Quantity | None) -> bool:
    before, told = known
    if told and counted and (told.low, told.high) != (counted.low, counted.high):
        return False
    if before.item_id is not None and before.item_id == mention.item_id:
        return True
    one, other = set(before.name.lower().split()), set(mention.name.lower().split())
    return before.head == mention.head and (one <= other or other <= one)


def quantity_of(scene: Scene, mention: ItemMention) -> Quantity | None:
    """The count that stands right before a thing."""
    quantities = scene.quantities
    place = bisect_right(quantities, mention.last - 1, key=lambda quantity: quantity.first) - 1
    if place < 0:
        return None
    quantity = quantities[place]
    if quantity.kind in ("withheld", "not_stated") or mention.first - quantity.noun > REACH or quantity.noun >= mention.last:
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


def amounts_of(scene: Scene, spots: Sequence[Spot]) -> tuple[tuple[Amount, ...], list[Evidence]]:
    """Sums in the order of the text, each value once, and where each is named."""
    amounts: list[Amount] = []
    evidence: list[Evidence] = []
    seen: set[tuple[str, float]] = set()
    for spot in spots:
        money = scene.views[spot.view].units[spot.unit].mention
        if not isinstance(money, Money) or money.value is None or (money.currency, money.value) in seen:
            continue
        seen.add((money.currency, money.value))
        role = ROLES.get(money.mark, "package")
        evidence.append(spoken(scene.text, f"amounts[{len(amounts)}]", *unit_span(scene, spot), f"money: {role}"))
        amounts.append(Amount(money.value, money.currency, money.value_min, money.value_max, role))
    return tuple(amounts), evidence
