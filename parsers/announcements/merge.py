"""One announcement from the claims that tell of it: what most and best of them say."""

from __future__ import annotations

from collections import Counter
from datetime import date

from parsers.announcements.facts import Facts
from parsers.announcements.forest import Tree
from parsers.announcements.inventory import ENOUGH, inventory
from parsers.announcements.relations import matches
from parsers.announcements.sources import independent
from parsers.keys import announcement_key
from parsers.records import AidType, Amount, Announcement, Stage, StatusEvent

STAGES: tuple[Stage, ...] = ("requested", "under_discussion", "pledged", "committed", "delivered")
"""In the order in which an act goes through them; `withheld` stands apart."""

COUNTED: frozenset[Stage] = frozenset({"pledged", "committed", "delivered"})
"""Stages at which an act is more than talk."""

MOST_CONFIDENCE = 0.99
"""No number of reports makes a reading by rules certain."""


def merge(tree: Tree) -> Announcement:
    """The announcement of `tree`. Its id is that of its first-published claim; the ids of the others are aliases."""
    members = sorted(tree.members, key=lambda facts: facts.order)
    leaves = sorted(tree.leaves, key=lambda facts: facts.order)
    in_force = [facts for facts in members if facts.sourced.current]
    spoken_for = in_force or members
    told = spoken_for + [facts for facts in leaves if facts.sourced.current]
    stage = _stage(told)
    reports = [facts for facts in told if facts.sourced.claim.novelty == "new" and facts.sourced.current]
    return Announcement(
        announcement_id=announcement_key(members[0].key),
        aliases=_aliases(members, leaves),
        donors=_parties([facts.sourced.claim.donors for facts in spoken_for]),
        recipients=_parties([facts.sourced.claim.recipients for facts in spoken_for]),
        aid_type=_aid_type(spoken_for),
        stage=stage,
        announced_on=_announced_on(spoken_for),
        items=inventory(spoken_for),
        amounts=_amounts(spoken_for),
        matches=matches(tree, members, leaves),
        events=_events(told),
        independent_sources=independent(reports),
        counts_in_totals=bool(in_force) and stage in COUNTED,
        confidence=_confidence(in_force),
        first_reported_on=_first_reported_on(members),
    )


def _aliases(members: list[Facts], leaves: list[Facts]) -> tuple[str, ...]:
    """The ids that the act would bear if another of its reports had been the first."""
    reports = members[1:] + [facts for facts in leaves if facts.sourced.claim.novelty == "new"]
    return tuple(sorted({announcement_key(facts.key) for facts in reports} - {announcement_key(members[0].key)}))


def _stage(claims: list[Facts]) -> Stage:
    """The furthest stage that anybody reports; `withheld` where that is the whole story."""
    said = {facts.sourced.claim.stage for facts in claims}
    return max(said & set(STAGES), key=STAGES.index, default="withheld")


def _announced_on(claims: list[Facts]) -> date | None:
    """The first day on which it was more than talk; failing that, the first day given."""
    given = [(facts.sourced.claim.stage not in COUNTED, facts.sourced.claim.announced_on) for facts in claims]
    return min(((talk, day) for talk, day in given if day), default=(True, None))[1]


def _first_reported_on(members: list[Facts]) -> date | None:
    """The day of the first report, the claim's own story or an earlier version of it."""
    days = [facts.sourced.published_on or facts.sourced.published_at for facts in members]
    return min((date(day.year, day.month, day.day) for day in days if day), default=None)


def _parties(named: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The parties that enough claims name: those named most first, then as they were first named."""
    said = Counter(party for parties in named for party in parties)
    order = list(said)
    telling = sum(bool(parties) for parties in named)
    enough = [party for party in order if said[party] * ENOUGH >= telling]
    return tuple(sorted(enough, key=lambda party: (-said[party], order.index(party))))


def _aid_type(claims: list[Facts]) -> AidType | None:
    said = Counter(facts.sourced.claim.aid_type for facts in claims if facts.sourced.claim.aid_type)
    return min(said, key=lambda kind: (-said[kind], kind), default=None)


def _amounts(claims: list[Facts]) -> tuple[Amount, ...]:
    """The sums of the claim whose sums are said most often, the earliest of them where several are."""
    said = Counter(amount for facts in claims for amount in set(facts.amounts))
    return max((facts.amounts for facts in claims), key=lambda sums: sum(said[a] for a in sums) / (len(sums) or 1))


def _events(told: list[Facts]) -> tuple[StatusEvent, ...]:
    """When each stage was first reported, and by which claim."""
    first: dict[Stage, StatusEvent] = {}
    for facts in sorted(told, key=lambda f: f.order):
        claim = facts.sourced.claim
        day = claim.announced_on or (date.fromordinal(facts.day) if facts.day and claim.novelty == "new" else None)
        known = first.get(claim.stage)
        if known is None or (known.on is None and day is not None):
            first[claim.stage] = StatusEvent(claim.stage, day, facts.key)
    return tuple(sorted(first.values(), key=lambda event: ((*STAGES, "withheld").index(event.stage), event.claim_id)))


def _confidence(claims: list[Facts]) -> float:
    """How likely it is that at least one source was read rightly, each by its surest claim."""
    surest: dict[str, float] = {}
    for facts in claims:
        source = facts.sourced.source
        surest[source] = max(surest.get(source, 0.0), facts.sourced.claim.confidence)
    doubt = 1.0
    for source in sorted(surest):
        doubt *= 1 - surest[source]
    return round(min(MOST_CONFIDENCE, 1 - doubt), 4) if surest else 0.0
