"""Phrases of things: how far a name of a thing reaches to the left and to the right."""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.claims.gazetteer import Gazetteer
from parsers.claims.item_lists import Thing
from parsers.claims.lexicon import BREAK, Words, spell

MODIFIERS_AHEAD = 4
"""Words between two nouns of one phrase: "Leopard 2 [main battle] tanks"."""
MODIFIERS_BEFORE = 6
CALIBRE = re.compile(r"\d+(?:\.\d+)?(?:mm|cm|kw|mw|kva|kv)|\d+[a-z]\d+|[a-z]+\d+[a-z0-9]*")
ADJECTIVE = re.compile(r"[a-z]{4,}(?:ical|ional|ative|able|ary|ous|atic|istic)")
FOR_PARTS = frozenset("ammunition missile rocket bomb artillery mlrs air-defence anti-tank personal".split())
"""Classes of things that are given for other things: "ammunition for its howitzers"."""


OPENERS = frozenset((BREAK, ".", "!", "?", ":", '"', "'", "•", "*"))
LONGEST_NAME = 9
PEOPLE_WITHIN = 6


class Phrase(NamedTuple):
    """Words `low` up to, without, `high` name a thing; with what it is for, or for whom, they go on to `tail`."""

    low: int
    high: int
    thing: Thing | None
    counted: bool
    tail: int


def phrase_at(words: Words, place: int, known: Gazetteer) -> Phrase | None:
    """The phrase whose first noun is at `place`; None where that is a verb, or no thing begins there."""
    found = _noun(words, place, known)
    if found is None:
        return None
    high, thing = found
    if high == place + 1 and words.keys[place] in known.item_words["verbish"] and _is_verb(words, place, known):
        return None
    while not (high == place + 1 and words.keys[place] in known.item_words["single"]):
        after = _next_noun(words, high, known)
        if after is None:
            break
        high, other = after
        thing = thing if thing and words.keys[high - 1] in known.item_words["aidword"] else _fuller(thing, other)
    high = _past_abbreviation(words, high, thing, known)
    counted = _counted(words, place, high, known)
    if counted is not None:
        return Phrase(place, counted.high, counted.thing or thing, True, counted.high)
    return Phrase(place, high, thing, False, high)


def _past_abbreviation(words: Words, high: int, thing: Thing | None, known: Gazetteer) -> int:
    """Past the "(HIMARS)" that repeats the name before it."""
    if thing is None or high + 2 >= len(words.keys) or words.keys[high] != "(":
        return high
    again = _noun(words, high + 1, known)
    if again is None or words.keys[again[0] : again[0] + 1] != [")"] or again[1] is None:
        return high
    same = again[1].item_id == thing.item_id or words.tokens[words.first[high + 1]].text[1:2].isupper()
    return again[0] + 1 if same else high


def _noun(words: Words, place: int, known: Gazetteer) -> tuple[int, Thing | None] | None:
    """A form of the catalogue, or a head, at `place`: where it ends, and the thing."""
    match = known.items.longest(words, place) if words.keys[place] in known.items else None
    if match is not None:
        return place + match[0], match[1]
    return (place + 1, None) if words.keys[place] in known.heads else None


def _next_noun(words: Words, place: int, known: Gazetteer) -> tuple[int, Thing | None] | None:
    """The next noun of the same phrase, with modifiers before it at most."""
    size = len(words.keys)
    for at in range(place, min(size, place + MODIFIERS_AHEAD)):
        key = words.keys[at]
        if key in known.item_starts:
            found = _noun(words, at, known)
            if found is not None:
                if at == place and key in known.item_words["verbish"] and found[0] == at + 1 and _is_verb(words, at, known):
                    return None
                return found
        if key not in known.item_words["modifier"] and not CALIBRE.fullmatch(key):
            return None
    return None


def _is_verb(words: Words, place: int, known: Gazetteer) -> bool:
    """Whether a word that may be a verb is one here: a determiner, a name or another thing follows at once."""
    token = words.tokens[words.first[place]]
    after = place + 1
    if place and words.keys[place - 1] in ("to", "will", "would", "can", "could", "should", "must", "may", "not"):
        return not (words.keys[place - 1] == "to" and token.low.endswith("s"))
    if after >= len(words.keys):
        return False
    following = words.keys[after]
    if following in known.item_words["determiner"] or (following[0].isdigit() and not CALIBRE.fullmatch(following)):
        return True
    if token.low != words.keys[place]:
        return _noun(words, after, known) is not None
    return _noun(words, after, known) is None and _next_noun(words, after, known) is not None


def _fuller(thing: Thing | None, other: Thing | None) -> Thing | None:
    """Of "Patriot" and "missile", the one that tells more: a thing with a parent before its parent."""
    if thing is None or other is None:
        return thing or other
    if other.vague:
        return thing
    if thing.vague:
        return other
    if thing.parent and not other.parent:
        return thing
    return other


def _counted(words: Words, place: int, high: int, known: Gazetteer) -> Phrase | None:
    """ "Rounds of artillery ammunition", "boxes of medicine": what follows the "of"."""
    if high >= len(words.keys) - 1 or words.keys[high] != "of" or words.keys[high - 1] not in known.item_words["counter"]:
        return None
    at = high + 1
    if words.keys[at] in known.item_words["determiner"]:
        at += 1
    found = _next_noun(words, at, known) if at < len(words.keys) else None
    if found is None:
        return None
    inner = phrase_at(words, at, known) if words.keys[at] in known.item_starts else None
    if inner is None:
        inner = phrase_at(words, found[0] - 1, known)
    return inner if inner is not None else Phrase(place, found[0], found[1], True, found[0])


def whole_phrase(words: Words, phrase: Phrase, done: int, known: Gazetteer) -> Phrase | None:
    """The phrase with the modifiers before it, which begin at word `done` at the earliest, and with what it is for.

    None where it names no thing: a head that cannot stand alone and does, or the first part of "missile attack".
    """
    low = _reach_left(words, phrase, done, known)
    if low == phrase.low and phrase.high - low == 1 and not _stands_alone(words, low, phrase.thing, known):
        return None
    if phrase.high < len(words.keys) and words.keys[phrase.high] in known.item_words["breaker"]:
        return None
    return _with_tail(words, phrase._replace(low=low), known)


def _stands_alone(words: Words, place: int, thing: Thing | None, known: Gazetteer) -> bool:
    key = words.keys[place]
    if key in known.item_words["plural"] and words.tokens[words.first[place]].low == key:
        return False
    return thing is not None or known.heads[key].bare


def _reach_left(words: Words, phrase: Phrase, done: int, known: Gazetteer) -> int:
    low = phrase.low
    floor = max(done, phrase.low - MODIFIERS_BEFORE)
    head = words.tokens[words.first[phrase.high - 1]].text
    while low > floor:
        if _modifies(words, low - 1, head, known):
            low -= 1
        elif low < phrase.high - 1 and _joined_modifier(words, low, floor, known):
            low -= 3 if words.keys[low - 2] == "," else 2
        else:
            break
    low = _titled(words, low, floor, known) if head[:1].isupper() else low
    while low < phrase.low and words.keys[low] in known.item_words["filler"]:
        low += 1
    return low


def _titled(words: Words, low: int, floor: int, known: Gazetteer) -> int:
    """Where a name in capitals begins that "the" or "a" stands before: "the Green Corridors Project"."""
    at = low
    while at > floor and _capital_word(words, at - 1, known):
        at -= 1
    before = words.tokens[words.first[at - 1]].text if at > floor and at < low else ""
    return at if before in known.item_words["determiner"] else low


def _capital_word(words: Words, place: int, known: Gazetteer) -> bool:
    token = words.tokens[words.first[place]]
    return token.text[:1].isupper() and token.text.isalnum() and token.low not in known.verbs and words.keys[place] != BREAK


def _joined_modifier(words: Words, low: int, floor: int, known: Gazetteer) -> bool:
    """ "Medical and shelter supplies": an adjective before "and" belongs to the same noun."""
    before = low - (3 if low - 2 >= 0 and words.keys[low - 2] == "," else 2)
    return (
        before >= floor
        and words.keys[low - 1] == "and"
        and words.keys[before] in known.item_words["modifier"]
        and _noun(words, before, known) is None
    )


def _modifies(words: Words, place: int, head: str, known: Gazetteer) -> bool:
    key = words.keys[place]
    if key in known.item_words["stop"]:
        return False
    if _tied(words, place) and words.keys[place + 1] in known.item_words["make"]:
        return True
    if key in known.item_words["make"]:
        return place > 0 and _tied(words, place - 1)
    token = words.tokens[words.first[place]]
    if key in known.item_words["verbish"] and token.low != key:
        return False
    if key in known.item_words["modifier"] or (CALIBRE.fullmatch(key) and not key.isdigit()):
        return True
    if token.text[:1].isupper():
        return key in known.item_words["maker"] or _is_model(words, place, head, known)
    if _tied(words, place) and token.text.isalpha():
        return key not in known.item_words["counter"]
    return ADJECTIVE.fullmatch(key) is not None


def _is_model(words: Words, place: int, head: str, known: Gazetteer) -> bool:
    """An unknown name in capitals before a thing: "Bastion armoured personnel carriers".

    Not where all words have capitals, as in headlines, nor at the beginning of a sentence, where a capital says nothing.
    """
    token = words.tokens[words.first[place]]
    if not token.text.isalnum() or len(token.text) < 2 or place == 0 or words.keys[place - 1] in OPENERS:
        return False
    if head[:1].isupper() and not token.text.isupper() and token.text.isalpha():
        return False
    return token.low not in known.party_starts and token.low not in known.verbs


def named_party(words: Words, place: int, known: Gazetteer) -> int:
    """How many words from `place` on name a party, and so no thing: "White House"."""
    token = words.tokens[words.first[place]] if words.first[place] < len(words.tokens) else None
    if token is None or token.low not in known.party_starts or words.keys[place] == BREAK:
        return 0
    until = min(len(words.keys), place + LONGEST_NAME)
    keys = [key if key == BREAK else spell(words.tokens[words.first[at]].low) for at, key in enumerate(words.keys[place:until], place)]
    near = Words(keys, words.first[place : until + 1], words.tokens)
    match = known.parties.longest(near, 0) or known.leaders.longest(near, 0)
    if match is None:
        body = known.bodies.longest(near, 0)
        return body[0] if body and body[1] == "leader" else 0
    after = place + match[0]
    if after < len(words.keys) and _tied(words, after - 1) and words.keys[after] in known.item_words["make"]:
        return 0
    thing = known.items.longest(words, place)
    return match[0] if thing is None or thing[0] <= match[0] else 0


def _tied(words: Words, place: int) -> bool:
    """Whether a hyphen ties a word to the next one: "mine-resistant"."""
    following = words.first[place + 1]
    return words.end(place) < following


def _with_tail(words: Words, phrase: Phrase, known: Gazetteer) -> Phrase:
    """The phrase with what it is for: "ammunition for Patriot systems", "training of Ukrainian pilots on F-16 jets"."""
    if phrase.high + 1 >= len(words.keys) or phrase.thing is None:
        return phrase
    link = words.keys[phrase.high]
    if phrase.thing.item_id == "training":
        return phrase._replace(tail=_training_tail(words, phrase.high, known))
    if link != "for" or phrase.thing.kind not in FOR_PARTS:
        return phrase
    at = phrase.high + 1
    if words.keys[at] in known.item_words["determiner"]:
        at += 1
    found = _next_noun(words, at, known) if at < len(words.keys) else None
    if found is None:
        return phrase
    high = found[0]
    while True:
        after = _next_noun(words, high, known)
        if after is None:
            break
        high = after[0]
    high = _past_abbreviation(words, high, found[1], known)
    return phrase._replace(high=high, tail=high)


def _training_tail(words: Words, high: int, known: Gazetteer) -> int:
    """Past whom the training is for, and past what they are trained on."""
    size = len(words.keys)
    at = _past_people(words, high + (words.keys[high] in ("of", "for", "to")), known) or high
    if at >= size or words.keys[at] not in known.item_words["use"]:
        return at
    thing = at + 1
    while thing < size and words.keys[thing] in known.item_words["use"] | known.item_words["determiner"]:
        thing += 1
    found = _next_noun(words, thing, known) if thing < size else None
    while found is not None:
        at = found[0]
        found = _next_noun(words, at, known) if at < size else None
    return at


def _past_people(words: Words, place: int, known: Gazetteer) -> int | None:
    """The end of a phrase of people that begins at `place`: "Ukrainian pilots and technicians"."""
    end = None
    for at in range(place, min(len(words.keys), place + PEOPLE_WITHIN)):
        key = words.keys[at]
        if key in known.item_words["person"]:
            end = at + 1
        elif key in known.item_words["use"] or not key[0].isalnum():
            break
    return end
