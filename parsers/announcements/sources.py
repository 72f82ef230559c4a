"""How many sources stand behind an act on their own: a wire copy is the wire's word once more."""

from __future__ import annotations

from parsers.announcements.facts import Facts
from parsers.announcements.likeness import COPY
from parsers.fingerprint import containment


def is_copy(one: Facts, other: Facts) -> bool:
    """Whether one of two texts holds most of the words of the other."""
    return containment(one.sourced.fingerprint, other.sourced.fingerprint) >= COPY


def independent(reports: list[Facts]) -> int:
    """The number of sources among `reports`, those that print the same text counted once."""
    group = {facts.sourced.source: facts.sourced.source for facts in reports}

    def head(source: str) -> str:
        while group[source] != source:
            source = group[source]
        return source

    for number, facts in enumerate(reports):
        for other in reports[:number]:
            one, two = head(facts.sourced.source), head(other.sourced.source)
            if one != two and is_copy(facts, other):
                group[max(one, two)] = min(one, two)
    return sum(group[source] == source for source in group)
