"""How far a phrase of a thing reaches to the left: which words before its noun belong to it, and which to a party."""

from __future__ import annotations

import re

from parsers.claims.gazetteer import Gazetteer
from parsers.claims.item_lists import Thing
from parsers.claims.lexicon import BREAK, Words
from parsers.claims.phrases import CALIBRE, Phrase, noun_at

MODIFIERS_BEFORE = 6
ADJECTIVE = re.compile(r"[a-z]{4,}(?:ical|ional|ative|able|ary|ous|atic|istic)")
LINKED_BY_DASH = frozenset({"including", "and", "with", "plus", "among", "type", "for"})
"""Words that go on after a dash without spaces; others make a modifier of the noun before: "oil-rich"."""
OPENERS = frozenset((BREAK, ".", "!", "?", ":", '"', "'", "•", "*"))
"""Words after which a capital says nothing."""


def with_modifiers(words: Words, phrase: Phrase, done: int, known: Gazetteer) -> Phrase | None:
    """The phrase with the modifiers before it, which begin at word `done` at the earliest.

    None where it names no thing: a head that cannot stand alone and does, or the first part of "missile attack".
    """
    low = _reach_left(words, phrase, done, known)
    if low == phrase.low and phrase.high - low == 1 and not _stands_alone(words, low, phrase.thing, known):
        return None
    if phrase.high < len(words.stems) and _says_no_thing(words, phrase, known):
        return None
    return phrase._replace(low=low)


def _says_no_thing(words: Words, phrase: Phrase, known: Gazetteer) -> bool:
    """Whether the word after a phrase takes it for its own: "missile attack", "oil-rich", "shells out"."""
    after = words.stems[phrase.high]
    if after in known.item_words["breaker"]:
        return True
    if phrase.high - phrase.low > 1 or words.capital(phrase.low):
        return False
    return after == "out" or (words.tied(phrase.low) and after.isalpha() and after not in LINKED_BY_DASH)


def named_party(words: Words, place: int, known: Gazetteer) -> int:
    """How many words from `place` on name a party, and so no thing: "White House"."""
    if words.keys[place] == "the":  # "the World Food Programme", where "the world" is a party too
        place += 1
        inner = named_party(words, place, known) if place < len(words.keys) else 0
        return inner + 1 if inner else 0
    match = known.parties.longest(words, place) or known.leaders.longest(words, place)
    body = known.bodies.longest(words, place) if match is None else None
    size = match[0] if match else body[0] if body and body[1] == "leader" else 0
    if not size:
        return 0
    after = place + size
    if after < len(words.keys) and words.tied(after - 1) and words.keys[after] in known.item_words["make"]:
        return 0
    thing = known.items.longest(words, place)
    return size if thing is None or thing[0] <= size else 0


def _stands_alone(words: Words, place: int, thing: Thing | None, known: Gazetteer) -> bool:
    key = words.stems[place]
    if key in known.item_words["plural"] and words.keys[place] == key:
        return False
    return thing is not None or known.heads[key].bare


def _reach_left(words: Words, phrase: Phrase, done: int, known: Gazetteer) -> int:
    low = phrase.low
    floor = max(done, phrase.low - MODIFIERS_BEFORE)
    head = words.tokens[words.first[phrase.high - 1]].text
    while low > floor:
        if _modifies(words, low - 1, head, known):
            low -= 1
        elif low < phrase.high - 1 and _joined(words, low, floor, known):
            low -= 3 if words.stems[low - 2] == "," else 2
        else:
            break
    if head[:1].isupper():
        low = _titled(words, low, floor, known)
    while low < phrase.low and words.stems[low] in known.item_words["filler"]:
        low += 1
    return low


def _modifies(words: Words, place: int, head: str, known: Gazetteer) -> bool:
    key = words.stems[place]
    parts = known.item_words
    if key in parts["stop"]:
        return False
    if words.tied(place) and words.stems[place + 1] in parts["make"]:
        return True
    if key in parts["make"]:
        return place > 0 and words.tied(place - 1)
    token = words.tokens[words.first[place]]
    if key in parts["verbish"] and token.low != key:
        return False
    if key in parts["modifier"] or (CALIBRE.fullmatch(key) and not key.isdigit()):
        return True
    if token.text[:1].isupper():
        return key in parts["maker"] or _is_model(words, place, head, known)
    if words.tied(place) and token.text.isalpha():
        return key not in parts["counter"]
    return ADJECTIVE.fullmatch(key) is not None


def _joined(words: Words, low: int, floor: int, known: Gazetteer) -> bool:
    """Whether an adjective before "and" belongs to the same noun: "medical and shelter supplies"."""
    before = low - (3 if words.stems[low - 2] == "," else 2)
    return (
        before >= floor
        and words.stems[low - 1] == "and"
        and words.stems[before] in known.item_words["modifier"]
        and noun_at(words, before, known) is None
    )


def _titled(words: Words, low: int, floor: int, known: Gazetteer) -> int:
    """Where a name in capitals begins that "the" or "a" stands before: "the Green Corridors Project"."""
    at = low
    while at > floor and _in_capitals(words, at - 1, known):
        at -= 1
    before = words.tokens[words.first[at - 1]].text if floor < at < low else ""
    return at if before in known.item_words["determiner"] else low


def _in_capitals(words: Words, place: int, known: Gazetteer) -> bool:
    token = words.tokens[words.first[place]]
    return (
        words.stems[place] != BREAK and words.capital(place) and token.text.isalnum() and token.low not in known.verbs
    )


def _is_model(words: Words, place: int, head: str, known: Gazetteer) -> bool:
    """An unknown name in capitals before a thing: "Bastion armoured personnel carriers".

    Not where all words have capitals, as in headlines, nor at the beginning of a sentence.
    """
    token = words.tokens[words.first[place]]
    if not token.text.isalnum() or len(token.text) < 2 or place == 0 or words.stems[place - 1] in OPENERS:
        return False
    if head[:1].isupper() and not token.text.isupper() and token.text.isalpha():
        return False
    return token.low not in known.party_starts and token.low not in known.verbs
