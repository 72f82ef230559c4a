"""The things and sums of a claim, with their quantities and the words for each."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.claims.evidence import spoken, unit_span
from parsers.claims.money import Money
from parsers.claims.scene import Scene, Spot
from parsers.records import Amount, AmountRole, Evidence, Item

ROLES: dict[str, AmountRole] = {
    "total": "running_total", "annual": "annual", "part": "part", "each": "unit_price", "price": "unit_price",
}  # fmt: skip


def items_of(scene: Scene, spots: Sequence[Spot]) -> tuple[tuple[Item, ...], list[Evidence]]:
    """Items in the order of the text, each once, and where each is named."""
    return (), []


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
