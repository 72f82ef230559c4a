"""Phrases of things: where a name of a thing begins, which nouns belong to it, and what is no thing at all."""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.claims.gazetteer import Gazetteer
from parsers.claims.item_lists import Thing
from parsers.claims.lexicon import Words

MODIFIERS_AHEAD = 4
"""Words at most from one noun of a phrase to the next: "Leopard 2 [main battle] tanks"."""
LONGEST = 16
"""Words of the longest phrase; more is no name of a thing."""
CALIBRE = re.compile(r"\d+(?:\.\d+)?(?:mm|cm|kw|mw|kva|kv)|\d+[a-z]\d+|[a-z]+\d+[a-z0-9]*")


class Phrase(NamedTuple):
    """Words `low` up to, without, `high` name a thing; with what it is for, or for whom, they go on to `tail`."""

    low: int
    high: int
    thing: Thing | None
    counted: bool
    """Whether it begins with a counting word: "rounds of"."""
    tail: int


class Noun(NamedTuple):
    """A form of the catalogue or the head of an open phrase, up to word `high`."""

    high: int
    thing: Thing | None


def phrase_at(words: Words, place: int, known: Gazetteer) -> Phrase | None:
    """The phrase whose first noun is at `place`; None where that is a verb, or no noun of a thing."""
    found = _nouns_at(words, place, known)
    if found is None:
        return None
    counted = _counted(words, found.high, known)
    if counted is not None:
        return Phrase(place, counted.high, counted.thing or found.thing, True, counted.high)
    return Phrase(place, found.high, found.thing, False, found.high)


def next_noun(words: Words, place: int, known: Gazetteer) -> Noun | None:
    """The noun at `place`, or after modifiers at most."""
    for at in range(place, min(len(words.stems), place + MODIFIERS_AHEAD)):
        key = words.stems[at]
        noun = noun_at(words, at, known) if key in known.item_starts else None
        if noun is not None:
            return None if at == place and _is_verb(words, at, noun, known) else noun
        if key not in known.item_words["modifier"] and not CALIBRE.fullmatch(key):
            return None
    return None


def noun_at(words: Words, place: int, known: Gazetteer) -> Noun | None:
    """A form of the catalogue, or else a head, at `place`."""
    match = known.items.longest(words, place)
    if match is not None:
        return Noun(place + match[0], match[1])
    return Noun(place + 1, None) if words.stems[place] in known.heads else None


def last_noun(words: Words, noun: Noun, known: Gazetteer) -> Noun:
    """The last noun of the phrase that `noun` is in: of "Patriot" the "missiles" of "Patriot missiles"."""
    until = noun.high + LONGEST
    while noun.high < until:
        after = next_noun(words, noun.high, known)
        if after is None:
            break
        # "Patriot equipment" is of Patriot; other nouns at the end say what the thing is
        vague = noun.thing is not None and words.stems[after.high - 1] in known.item_words["aidword"]
        noun = Noun(after.high, noun.thing if vague else _fuller(noun.thing, after.thing))
    return noun


def past_abbreviation(words: Words, noun: Noun, known: Gazetteer) -> int:
    """The end of the "(HIMARS)" that repeats the name before it, else of the noun."""
    high, thing = noun
    if thing is None or high + 2 >= len(words.stems) or words.stems[high] != "(":
        return high
    again = noun_at(words, high + 1, known)
    if again is None or again.thing is None or words.stems[again.high : again.high + 1] != [")"]:
        return high
    same = again.thing.item_id == thing.item_id or words.tokens[words.first[high + 1]].text[1:2].isupper()
    return again.high + 1 if same else high


def _nouns_at(words: Words, place: int, known: Gazetteer) -> Noun | None:
    noun = noun_at(words, place, known)
    if noun is None or _is_verb(words, place, noun, known):
        return None
    if noun.high > place + 1 or words.stems[place] not in known.item_words["single"]:
        noun = last_noun(words, noun, known)
    elif words.keys[place] != words.stems[place]:  # "helps", "supports" are verbs
        return None
    return Noun(past_abbreviation(words, noun, known), noun.thing)


def _is_verb(words: Words, place: int, noun: Noun, known: Gazetteer) -> bool:
    """Whether a word that may be a verb is one: "supplies weapons", "to fund the", "pledge more tanks"."""
    key = words.stems[place]
    if noun.high > place + 1 or key not in known.item_words["verbish"]:
        return False
    plural = words.tokens[words.first[place]].low != key
    if place and words.stems[place - 1] in known.item_words["before_verb"]:
        return not plural
    after = place + 1
    if after >= len(words.stems):
        return False
    following = words.stems[after]
    if following in known.item_words["determiner"] or (following[0].isdigit() and not CALIBRE.fullmatch(following)):
        return True
    noun_follows = following in known.item_starts and noun_at(words, after, known) is not None
    if plural:
        return noun_follows
    return not noun_follows and next_noun(words, after, known) is not None


def _fuller(thing: Thing | None, other: Thing | None) -> Thing | None:
    """Of "Patriot" and "missile" the model; else the later of two nouns, which says what the whole is."""
    if thing is None or other is None:
        return thing or other
    if other.vague or (thing.model and not other.model):
        return other if thing.vague else thing
    return other


def _counted(words: Words, high: int, known: Gazetteer) -> Noun | None:
    """What follows the "of" in "rounds of artillery ammunition", "boxes of medicine"."""
    if words.stems[high : high + 1] != ["of"] or words.stems[high - 1] not in known.item_words["counter"]:
        return None
    at = high + 1
    if words.stems[at : at + 1] and words.stems[at] in known.item_words["determiner"]:
        at += 1
    noun = next_noun(words, at, known) if at < len(words.stems) else None
    if noun is None:
        return None
    noun = last_noun(words, noun, known)
    return Noun(past_abbreviation(words, noun, known), noun.thing)
