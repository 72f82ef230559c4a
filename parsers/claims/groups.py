"""Vague groups of givers: "allies", "other European countries", "international donors"."""

from __future__ import annotations

from typing import NamedTuple

from parsers.claims.gazetteer import Gazetteer
from parsers.claims.lexicon import Words

LONGEST = 4


class Group(NamedTuple):
    """`GROUP:` and its words; the words end before `high`."""

    code: str
    high: int


def group_at(words: Words, place: int, known: Gazetteer, named: int | None = None) -> Group | None:
    """The group whose modifiers or head begin at `place`; `named` is where the name of a bloc before it begins."""
    at = place
    while (
        at < len(words.keys)
        and at < place + LONGEST
        and words.keys[at] in known.party_words["group_modifier"]
        and not _head(words, at, known)
    ):
        at += 1
    if at >= len(words.keys) or words.keys[at] not in known.party_words["group"]:
        return None
    if at == place and words.keys[at] not in known.party_words["group_alone" if named is None else "group_after_name"]:
        return None
    low = place if named is None else named
    if words.keys[at] == "member" and words.keys[at + 1 : at + 2] in (["states"], ["countries"]):
        at += 1
    named_words = [token.text for token in words.tokens[words.first[low] : words.first[place]]]
    own_words = [known.group_words.get(key, key) for key in words.keys[place : at + 1]]
    return Group("GROUP:" + " ".join((*named_words, *own_words)).replace(" - ", "-"), at + 1)


def _head(words: Words, at: int, known: Gazetteer) -> bool:
    """Whether a word that may be both is the head here: nothing of the group follows it."""
    following = words.keys[at + 1] if at + 1 < len(words.keys) else ""
    return (
        words.keys[at] in known.party_words["group"]
        and following not in known.party_words["group"]
        and following not in known.party_words["group_modifier"]
    )
