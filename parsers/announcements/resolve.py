"""From claims to announcements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parsers.announcements.facts import facts_of
from parsers.announcements.forest import grow
from parsers.announcements.links import links
from parsers.announcements.merge import merge
from parsers.records import Announcement, Resolution, SourcedClaim


def resolve(claims: Iterable[SourcedClaim]) -> Resolution:
    """The announcements that `claims` amount to, by id; background claims that met none are unattached."""
    unique = {sourced.claim_id: sourced for sourced in claims}
    everything = [facts_of(sourced) for sourced in unique.values()]
    trees, unattached = grow(everything)
    merged = sorted((merge(tree) for tree in trees), key=lambda act: act.announcement_id)
    home = {match.claim_id: act.announcement_id for act in reversed(merged) for match in act.matches}
    return Resolution(
        announcements=tuple(_with_own_aliases(merged)),
        links=links(everything, home),
        unattached=tuple(sorted(facts.key for facts in unattached)),
    )


def _with_own_aliases(merged: list[Announcement]) -> Iterable[Announcement]:
    """Each alias leads to one announcement: the first by id that has a claim to it."""
    taken = {act.announcement_id for act in merged}
    for act in merged:
        own = tuple(alias for alias in act.aliases if alias not in taken)
        taken.update(own)
        yield replace(act, aliases=own)
