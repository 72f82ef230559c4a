"""How each claim relates to the act that it was matched with."""

from __future__ import annotations

from parsers.announcements.facts import Facts
from parsers.announcements.forest import Tree
from parsers.announcements.sources import is_copy
from parsers.announcements.things import counts_agree, same_thing, words
from parsers.records import ClaimMatch, Relation


def matches(tree: Tree, members: list[Facts], leaves: list[Facts]) -> tuple[ClaimMatch, ...]:
    """A match for every claim of `tree`, in the order of publication. Both lists come in that order."""
    reports = sorted(
        members + [facts for facts in leaves if facts.sourced.claim.novelty == "new"], key=lambda facts: facts.order
    )
    relations: dict[str, Relation] = {facts.key: "background" for facts in leaves}
    for number, facts in enumerate(reports):
        relations[facts.key] = _relation(facts, reports[:number])
    return tuple(
        ClaimMatch(
            facts.key,
            relations[facts.key],
            _score(tree, facts),
            _features(tree, facts),
            in_force=facts.sourced.current,
        )
        for facts in sorted(members + leaves, key=lambda facts: facts.order)
    )


def _relation(facts: Facts, before: list[Facts]) -> Relation:
    if not before:
        return "first_report"
    if any(is_copy(facts, other) and _says(facts) == _says(other) for other in before):
        return "repeats"
    if any(_contradicts(facts, other) for other in before):
        return "contradicts"
    if facts.sourced.claim.stage not in {other.sourced.claim.stage for other in before}:
        return "updates"
    return "repeats" if _says(facts) <= set[tuple[object, ...]]().union(*map(_says, before)) else "adds_detail"


def _contradicts(facts: Facts, other: Facts) -> bool:
    """Whether the two give numbers of the same thing that cannot both be right."""
    pairs = [(ours, theirs) for ours in facts.items for theirs in other.items if same_thing(ours, theirs)]
    return bool(pairs) and max(counts_agree(ours, theirs) for ours, theirs in pairs) < 0


def _says(facts: Facts) -> set[tuple[object, ...]]:
    """The details of a claim: its things with their numbers, and its sums."""
    things = {("item", words(item.name), item.quantity_min, item.quantity_max) for item in facts.items}
    return things | {("amount", amount.value, amount.currency) for amount in facts.amounts}


def _score(tree: Tree, facts: Facts) -> float:
    bond = tree.bonds.get(facts.key)
    return bond.likeness.score if bond else 1.0


def _features(tree: Tree, facts: Facts) -> tuple[tuple[str, float], ...]:
    bond = tree.bonds.get(facts.key)
    return bond.likeness.features() if bond else ()
