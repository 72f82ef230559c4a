"""What is compared of a claim, made ready once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parsers.records import Amount, Item, SourcedClaim


@dataclass(frozen=True, slots=True)
class Facts:
    """A claim as resolution sees it. `day` counts days (proleptic Gregorian ordinal); None where nothing dates it."""

    sourced: SourcedClaim
    day: int | None
    donors: frozenset[str]
    recipients: frozenset[str]
    items: tuple[Item, ...]
    amounts: tuple[Amount, ...]
    order: tuple[str, int, str]
    """Sorts claims by first publication: moment, version of the article, key."""
    rank: tuple[bool, int, int, tuple[str, int, str]]
    """Sorts claims by how good an anchor they are for others: in force, of few donors, specific, early."""

    delivered: bool

    @property
    def key(self) -> str:
        return self.sourced.claim_id


def facts_of(sourced: SourcedClaim) -> Facts:
    """The facts of a claim."""
    claim = sourced.claim
    amounts = tuple(amount for amount in claim.amounts if amount.role != "running_total")
    published = sourced.published_at.date() if sourced.published_at else sourced.published_on
    day = claim.announced_on if claim.novelty == "new" and claim.announced_on else sourced.published_on or published
    order = (_moment(sourced), sourced.version_no, sourced.claim_id)
    specific = 2 * bool(amounts) + bool(claim.items)
    return Facts(
        sourced=sourced,
        day=day.toordinal() if day else None,
        donors=frozenset(claim.donors),
        recipients=frozenset(claim.recipients),
        items=claim.items,
        amounts=amounts,
        order=order,
        rank=(not sourced.current, len(claim.donors), -specific, order),
        delivered=claim.stage == "delivered",
    )


def of_donors(facts: Facts, donors: frozenset[str]) -> Facts:
    """The same claim, told of some of its donors alone."""
    claim = facts.sourced.claim
    named = tuple(donor for donor in claim.donors if donor in donors)
    return replace(facts, donors=donors, sourced=replace(facts.sourced, claim=replace(claim, donors=named)))


def _moment(sourced: SourcedClaim) -> str:
    """ISO text of the moment, or of the day: a day without a time sorts before every time on it."""
    if sourced.published_at:
        return sourced.published_at.isoformat()
    return sourced.published_on.isoformat() if sourced.published_on else "9999"
