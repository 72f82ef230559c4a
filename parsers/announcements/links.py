"""How acts hang together where one text tells of both: a gift to one country out of a sum for several is part of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from parsers.announcements.facts import Facts
from parsers.records import AnnouncementLink


def links(claims: Iterable[Facts], home: Mapping[str, str]) -> tuple[AnnouncementLink, ...]:
    """The `part_of` links between announcements, by ids; `home` is the announcement of each claim.

    A link that would run both ways is none: the texts contradict each other.
    """
    texts: dict[tuple[str, int], list[Facts]] = defaultdict(list)
    for facts in claims:
        if facts.sourced.current and facts.sourced.claim.novelty == "new" and facts.key in home:
            texts[facts.sourced.article_id, facts.sourced.version_no].append(facts)
    found: dict[tuple[str, str], str] = {}
    for of_text in texts.values():
        for part in of_text:
            for whole in of_text:
                pair = home[part.key], home[whole.key]
                if pair[0] != pair[1] and _is_part(part, whole):
                    found[pair] = min(part.key, found.get(pair, part.key))
    return tuple(
        AnnouncementLink(start, end, "part_of", found[start, end])
        for start, end in sorted(found)
        if (end, start) not in found
    )


def _is_part(part: Facts, whole: Facts) -> bool:
    """The same donors give a smaller sum to some of the recipients of a larger one, or a sum that is called a part."""
    if part.donors != whole.donors or not _smaller(part, whole):
        return False
    called_part = all(amount.role == "part" for amount in part.amounts) and part.recipients <= whole.recipients
    return called_part or (bool(part.recipients) and part.recipients < whole.recipients)


def _smaller(part: Facts, whole: Facts) -> bool:
    pairs = [
        (ours.value, theirs.value)
        for ours in part.amounts
        for theirs in whole.amounts
        if ours.currency == theirs.currency and theirs.role == "package"
    ]
    return bool(pairs) and all(ours < theirs for ours, theirs in pairs)
