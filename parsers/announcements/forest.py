"""Which claims belong together: each claim takes the best anchor above it, and what hangs together is one act.

An anchor must outrank the claim (say more, or say it earlier), so there are no circles; two claims that contradict each
other never share a tree by way of a vague third, for that one takes only the better of the two. A claim's anchor
depends on the claims within its reach alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from parsers.announcements.facts import Facts, of_donors
from parsers.announcements.likeness import FAR_DAYS, TALK_DAYS, Likeness, likeness

ANY, NONE = "*", ""
"""In the index of recipients: every claim of the donor; those that name no recipient."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Why a claim is where it is: the claim it hangs on, and how alike the two are."""

    anchor: Facts
    likeness: Likeness


@dataclass(slots=True)
class Tree:
    """The claims of one act. `bonds` tells, by claim id, what each hangs on; the root hangs on nothing."""

    members: list[Facts] = field(default_factory=list)
    leaves: list[Facts] = field(default_factory=list)
    """Claims that belong to several acts, or to the background: they decide nothing."""
    bonds: dict[str, Bond] = field(default_factory=dict)


def grow(claims: Iterable[Facts]) -> tuple[list[Tree], list[Facts]]:
    """The trees, and the background claims that met none."""
    everything = sorted(claims, key=lambda facts: facts.rank)
    fresh = [facts for facts in everything if facts.sourced.claim.novelty == "new"]
    near = _Near(fresh)
    grove = _Grove()
    for facts in fresh:
        shared = _shared(facts, near)
        if shared:
            grove.share(facts, shared)
            continue
        bond = _anchor(facts, near)
        if bond is None:
            grove.plant(facts)
        else:
            grove.add(facts, bond)
    unattached = []
    for facts in everything:
        if facts.sourced.claim.novelty == "background":
            bond = _past(facts, near)
            if bond is None:
                unattached.append(facts)
            else:
                grove.hang(facts, bond)
    return grove.trees, unattached


class _Grove:
    """The trees as they grow, and where each claim stands: in one tree as a member, or in several as a leaf."""

    def __init__(self) -> None:
        self.trees: list[Tree] = []
        self._homes: dict[str, list[Tree]] = {}
        self._leaves: set[str] = set()

    def plant(self, facts: Facts) -> None:
        """A tree of its own."""
        tree = Tree(members=[facts])
        self.trees.append(tree)
        self._homes.setdefault(facts.key, []).append(tree)

    def add(self, facts: Facts, bond: Bond) -> None:
        """A member of its anchor's tree; where the anchor is a leaf, the claim is one with it."""
        if bond.anchor.key in self._leaves:
            self.hang(facts, bond)
            return
        (tree,) = self._homes[bond.anchor.key]
        tree.members.append(facts)
        tree.bonds[facts.key] = bond
        self._homes[facts.key] = [tree]

    def hang(self, facts: Facts, bond: Bond) -> None:
        """A leaf wherever its anchor stands."""
        self._leaves.add(facts.key)
        homes = self._homes.setdefault(facts.key, [])
        for tree in self._homes[bond.anchor.key]:
            if facts.key not in tree.bonds:
                tree.leaves.append(facts)
                tree.bonds[facts.key] = bond
                homes.append(tree)

    def share(self, facts: Facts, bonds: list[Bond]) -> None:
        """A leaf in the acts of some of its donors; the others have an act of their own by it."""
        for bond in bonds:
            self.hang(facts, bond)
        own = facts.donors - {donor for bond in bonds for donor in bond.anchor.donors}
        if own:
            self.plant(of_donors(facts, own))


def _anchor(facts: Facts, near: _Near) -> Bond | None:
    """The claim above this one that it tells of the same act with, most surely."""
    successor = _successor(facts, near)
    if successor:
        return successor
    bonds = []
    for other in near.of(facts):
        if other.rank >= facts.rank or _same_text(facts, other):
            continue
        alike = likeness(facts, other)
        if alike and (facts.donors == other.donors or alike.strong):
            bonds.append(Bond(other, alike))
    return _best(bonds)


def _successor(facts: Facts, near: _Near) -> Bond | None:
    """For a claim that is no longer in force: what the same article says in its place."""
    if facts.sourced.current:
        return None
    bonds = []
    for other in near.of(facts):
        if other.sourced.article_id == facts.sourced.article_id and other.sourced.current:
            same_words = len(facts.donors & other.donors) / len(facts.donors | other.donors)
            bonds.append(Bond(other, likeness(facts, other) or Likeness(0.0, 0.0, 0.0, 0.0, same_words)))
    return _best(bonds)


def _shared(facts: Facts, near: _Near) -> list[Bond]:
    """For a claim that names several donors in one breath: the act of each of them that has one of its own.

    Where only one has, and sums, numbers or words agree with it, the gift is a joint one, and nothing is shared.
    """
    if len(facts.donors) < 2:
        return []
    best: list[Bond] = []
    for donor in sorted(facts.donors):
        alone = frozenset({donor})
        bonds = [
            Bond(other, alike)
            for other in near.of(facts)
            if other.donors == alone
            and other.sourced.current
            and not _same_text(facts, other)
            and (alike := likeness(facts, other))
        ]
        bond = _best(bonds)
        if bond:
            best.append(bond)
    joint = len(best) == 1 and best[0].likeness.strong
    return [] if joint else best


def _past(facts: Facts, near: _Near) -> Bond | None:
    """For a claim about what was before: the act that it surely tells of."""
    bonds = []
    for other in near.of(facts):
        if other.day is None or facts.day is None or other.day > facts.day:
            continue
        alike = likeness(facts, other)
        if alike and (alike.strong or alike.item == 1) and facts.donors == other.donors:
            bonds.append(Bond(other, alike))
    return _best(bonds)


def _best(bonds: list[Bond]) -> Bond | None:
    return min(bonds, key=lambda bond: (-bond.likeness.score, bond.anchor.rank), default=None)


def _same_text(one: Facts, other: Facts) -> bool:
    """One version of an article tells of an act once (docs/claims.md), so two of its claims are two acts."""
    ours, theirs = one.sourced, other.sourced
    return (
        ours.article_id == theirs.article_id and ours.version_no == theirs.version_no and ours.current == theirs.current
    )


class _Near:
    """Claims by donor, recipient, whether it is delivered, and day."""

    def __init__(self, claims: Iterable[Facts]) -> None:
        by_key: dict[tuple[str, str, bool], list[tuple[int, int, Facts]]] = defaultdict(list)
        for number, facts in enumerate(claims):
            if facts.day is not None:
                for donor in facts.donors:
                    for recipient in (ANY, *(facts.recipients or {NONE})):
                        by_key[donor, recipient, facts.delivered].append((facts.day, number, facts))
        self._by_key = {key: sorted(entries, key=lambda e: e[:2]) for key, entries in by_key.items()}

    def of(self, facts: Facts) -> Iterable[Facts]:
        """Every other claim within reach that shares a donor, and a recipient where both name one, once.

        Only a delivery and what is not yet one may lie as far apart as `FAR_DAYS`.
        """
        if facts.day is None:
            return
        met = {facts.key}
        recipients = (*sorted(facts.recipients), NONE) if facts.recipients else (ANY,)
        for key in product(sorted(facts.donors), recipients, (False, True)):
            reach = TALK_DAYS if key[2] == facts.delivered else FAR_DAYS
            entries = self._by_key.get(key, [])
            first = bisect_left(entries, facts.day - reach, key=_day_of)
            last = bisect_right(entries, facts.day + reach, key=_day_of)
            for _, _, other in entries[first:last]:
                if other.key not in met:
                    met.add(other.key)
                    yield other


def _day_of(entry: tuple[int, int, Facts]) -> int:
    return entry[0]
