"""Whether two claims tell of one act, and how surely: a function of the two alone.

That no third claim has a say keeps resolution the same in whatever order reports come (DESIGN.md section 2).
"""

from __future__ import annotations

from dataclasses import dataclass

from parsers.announcements.facts import Facts
from parsers.announcements.things import OTHER, SAME, counts_agree, likeness_of_things
from parsers.fingerprint import containment
from parsers.records import Amount, Item

FAR_DAYS = 400
"""No two claims further apart than this tell of one act: a delivery may follow its pledge by a year."""

NEWS_DAYS, TALK_DAYS = 10, 45
"""Days within which two claims that name one thing or sum may be one: both announce it; one is still talk of it."""
REACH_DAYS = (TALK_DAYS, FAR_DAYS)
"""The furthest of all: where both or none of two claims tell of a delivery, and where one does."""
VAGUE_DAYS, ASIDE_DAYS = 3, 1
"""The same where one of them names neither thing nor sum; where one names a thing and the other a sum."""

DISPUTE_DAYS = 1
"""Outlets that give another number of one thing within so many days disagree about one act; later it is another."""

SAME_SUM = 0.02
"""Two sums this near to each other, as a share, are one sum rounded twice."""
PART = 0.5
"""How far two numbers agree of which one was delivered out of the other."""
COPY = 0.6
"""A text that holds this share of another's words is a copy of it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two claims are: -1 (contradicts) to 1 (the same) for sums, items and counts; 0 to 1 for the rest."""

    amount: float
    item: float
    count: float
    copy: float
    near: float

    @property
    def score(self) -> float:
        """0 to 1: the weight of all that agrees."""
        return round(
            min(1.0, 0.3 * self.near + 0.4 * self.amount + 0.35 * self.item + 0.2 * self.count + 0.4 * self.copy), 6
        )

    @property
    def strong(self) -> bool:
        """Whether what agrees is a sum, a count or the very words."""
        return self.amount > 0 or self.count > 0 or self.copy > 0

    def features(self) -> tuple[tuple[str, float], ...]:
        return (
            ("amount", self.amount), ("item", self.item), ("count", self.count),
            ("copy", round(self.copy, 4)), ("near", round(self.near, 4)),
        )  # fmt: skip


def likeness(one: Facts, other: Facts) -> Likeness | None:
    """How alike two claims are, or None where they cannot tell of one act. The order of the two is all the same."""
    if one.day is None or other.day is None or not _parties_agree(one, other) or not _kinds_agree(one, other):
        return None
    gap = abs(one.day - other.day)
    if gap > FAR_DAYS:
        return None
    amount = _amounts(one.amounts, other.amounts)
    item, count = _items(one.items, other.items)
    if count <= 0 and item == SAME and _part_delivered(one, other):
        count = PART
    reach = _reach(one, other, amount=amount, item=item, count=count)
    if gap > reach or amount < 0 or (item < 0 and amount <= 0):
        return None
    if count < 0 and not (item == SAME and gap <= DISPUTE_DAYS):
        return None
    copy = containment(one.sourced.fingerprint, other.sourced.fingerprint)
    return Likeness(amount, max(item, 0.0), count, copy if copy >= COPY else 0.0, 1 - gap / (reach + 1))


def _parties_agree(one: Facts, other: Facts) -> bool:
    if not one.donors & other.donors:
        return False
    return not one.recipients or not other.recipients or bool(one.recipients & other.recipients)


def _kinds_agree(one: Facts, other: Facts) -> bool:
    first, second = one.sourced.claim, other.sourced.claim
    if (first.stage == "withheld") != (second.stage == "withheld"):
        return False
    kinds = {first.aid_type, second.aid_type} - {None}
    return len(kinds) < 2 or "military" not in kinds


def _reach(one: Facts, other: Facts, *, amount: float, item: float, count: float) -> int:
    stages = {one.sourced.claim.stage, other.sourced.claim.stage}
    if amount <= 0 and item <= 0:
        both_say = (one.items or one.amounts) and (other.items or other.amounts)
        return ASIDE_DAYS if both_say else VAGUE_DAYS
    if "delivered" in stages and len(stages) > 1 and (amount > 0 or count > 0):
        return FAR_DAYS
    if stages & {"requested", "under_discussion"}:
        return TALK_DAYS
    return NEWS_DAYS


def _part_delivered(one: Facts, other: Facts) -> bool:
    """Whether one tells of a delivery of what the other promised before: four of fourteen, or of an untold number."""
    given, promised = (one, other) if one.sourced.claim.stage == "delivered" else (other, one)
    if given.sourced.claim.stage != "delivered" or promised.sourced.claim.stage not in ("pledged", "committed"):
        return False
    if given.day is None or promised.day is None or given.day <= promised.day:
        return False
    return any(
        likeness_of_things(a, b) == SAME
        and (0 < (a.quantity_max or 0) < (b.quantity_min or 0) or _same_make_uncounted(a, b))
        for a in given.items
        for b in promised.items
    )


def _same_make_uncounted(given: Item, promised: Item) -> bool:
    uncounted = promised.quantity_min is None and promised.quantity_max is None
    return uncounted and given.item_id is not None and given.item_id == promised.item_id


def _amounts(ours: tuple[Amount, ...], theirs: tuple[Amount, ...]) -> float:
    """1 where a sum is in both, -1 where both name one in the same currency and none is in both, else 0."""
    comparable = [(a, b) for a in ours for b in theirs if a.currency == b.currency]
    if any(_same_sum(a, b) for a, b in comparable):
        return 1.0
    return -1.0 if any(a.role == b.role == "package" for a, b in comparable) else 0.0


def _same_sum(one: Amount, other: Amount) -> bool:
    return abs(one.value - other.value) <= SAME_SUM * max(abs(one.value), abs(other.value))


def _items(ours: tuple[Item, ...], theirs: tuple[Item, ...]) -> tuple[float, float]:
    """How far the things agree, and their numbers: 1 the same thing, 0.6 a thing and its kind, -1 other things."""
    if not ours or not theirs:
        return 0.0, 0.0
    pairs = [(likeness_of_things(a, b), a, b) for a in ours for b in theirs]
    best = max(alike for alike, _, _ in pairs)
    if best == OTHER:
        return -1.0, 0.0
    counts = [counts_agree(a, b) for alike, a, b in pairs if alike == best]
    return best, 1.0 if 1.0 in counts else min(counts)
