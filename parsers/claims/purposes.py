"""What a thing is for, where the text says it at once: "ammunition for HIMARS", "training of pilots on F-16 jets"."""

from __future__ import annotations

from parsers.claims.gazetteer import Gazetteer
from parsers.claims.lexicon import Words
from parsers.claims.phrases import Phrase, last_noun, next_noun, past_abbreviation

FOR_OTHERS = frozenset(("ammunition", "missile", "rocket", "bomb", "artillery", "mlrs", "air-defence", "anti-tank"))
"""Classes of things that are given for other things."""
PEOPLE_WITHIN = 6
"""Words in which the people of a training are named."""


def with_purpose(words: Words, phrase: Phrase, known: Gazetteer) -> Phrase:
    """The phrase with what it is for. Only `tail` grows over people, who are parties of their own."""
    if phrase.thing is None or phrase.high + 1 >= len(words.stems):
        return phrase
    if phrase.thing.item_id == "training":
        return phrase._replace(tail=_training(words, phrase.high, known))
    if words.stems[phrase.high] != "for" or phrase.thing.kind not in FOR_OTHERS:
        return phrase
    at = phrase.high + 1
    if words.stems[at] in known.item_words["determiner"]:
        at += 1
    noun = next_noun(words, at, known) if at < len(words.stems) else None
    if noun is None:
        return phrase
    high = past_abbreviation(words, last_noun(words, noun, known), known)
    return phrase._replace(high=high, tail=high)


def _training(words: Words, high: int, known: Gazetteer) -> int:
    """Past whom the training is for, and past what they are trained on."""
    size = len(words.stems)
    at = _past_people(words, high + (words.stems[high] in ("of", "for", "to")), known) or high
    if at >= size or words.stems[at] not in known.item_words["use"]:
        return at
    thing = at + 1
    small = known.item_words["use"] | known.item_words["determiner"]
    while thing < size and thing < at + PEOPLE_WITHIN and words.stems[thing] in small:
        thing += 1
    noun = next_noun(words, thing, known) if thing < size else None
    return last_noun(words, noun, known).high if noun else at


def _past_people(words: Words, place: int, known: Gazetteer) -> int | None:
    """The end of a phrase of people that begins at `place`: "Ukrainian pilots and technicians"."""
    end = None
    for at in range(place, min(len(words.stems), place + PEOPLE_WITHIN)):
        key = words.stems[at]
        if key in known.item_words["person"]:
            end = at + 1
        elif key in known.item_words["use"] or not key[0].isalnum():
            break
    return end
