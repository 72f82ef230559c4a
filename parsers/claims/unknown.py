"""Phrases that stand where a thing or a party stands and that no list knows: for whoever keeps the gazetteers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Literal, NamedTuple

from parsers.claims.gazetteer import Gazetteer, gazetteer
from parsers.claims.items import find_items
from parsers.claims.lexicon import stem
from parsers.claims.packs.words import words
from parsers.claims.parties import find_parties
from parsers.claims.text import Sentence, Text, Token, prepare
from parsers.claims.triggers import find_triggers

Slot = Literal["item", "party"]
AT_MOST = 4
"""Words of an unknown phrase."""
LIKE = 0.8
"""How like a known name must be to be suggested (difflib's ratio)."""
SUGGESTIONS = 3
EXAMPLE = 200
"""Characters of an example at most."""
BEFORE_PARTY = frozenset(("to", "for", "by", "from"))
_NO_THINGS = words("claims/packs/en/numbers.csv") | words("claims/packs/en/units.csv")
_CALENDAR = words("claims/packs/en/months.csv") | words("claims/packs/en/days.csv", "phrase")


class Unknown(NamedTuple):
    """A phrase, how many times it stood in a slot, what it may be, and a sentence that has it."""

    slot: Slot
    phrase: str
    times: int
    suggestions: tuple[str, ...]
    """Codes of parties or ids of items, the likest first; empty where nothing is like it."""
    example: str


def unknown_phrases(texts: Iterable[str], lists: Gazetteer | None = None) -> tuple[Unknown, ...]:
    """Phrases in slots of items and parties that the lists do not know, the most frequent first.

    An item slot is an open phrase of a thing, or what follows a number in a sentence that tells of giving; a party
    slot is a run of capitals before the first verb of giving of a sentence, or after "to", "for", "by", "from".
    """
    known = lists or gazetteer()
    counts: Counter[tuple[Slot, str]] = Counter()
    written: dict[tuple[Slot, str], tuple[str, str]] = {}
    plain: set[str] = set()
    for original in texts:
        text = prepare(original)
        plain.update(token.text for token in text.tokens)
        for slot, first, last, sentence in _slots(text, known):
            phrase = " ".join(original[text.tokens[first].start : text.tokens[last - 1].end].split())
            key = (slot, phrase.lower())
            counts[key] += 1
            written.setdefault(key, (phrase, " ".join(original[sentence.start : sentence.end].split())[:EXAMPLE]))
    things, names = _things(known), _names(known)

    def unknown(slot: Slot, low: str) -> Unknown:
        phrase, example = written[slot, low]
        like = _like_items(phrase, things) if slot == "item" else _like_parties(phrase, names)
        return Unknown(slot, phrase, counts[slot, low], like, example)

    # words that these texts write in small letters too are no names: "Government", "Foreign Affairs"
    kept = [key for key in counts if key[0] == "item" or not plain.issuperset(key[1].split())]
    return tuple(unknown(*key) for key in sorted(kept, key=lambda key: (-counts[key], key)))


def _slots(text: Text, known: Gazetteer) -> Iterator[tuple[Slot, int, int, Sentence]]:
    taken = bytearray(len(text.tokens))
    for party in find_parties(text, lists=known):
        taken[party.first : party.last] = b"\x01" * (party.last - party.first)
    for item in find_items(text, known):
        taken[item.first : item.last] = b"\x01" * (item.last - item.first)
        if item.item_id is None:
            yield "item", item.first, item.last, text.sentences[text.sentence_at(item.start)]
    for sentence in text.sentences:
        verbs = [t.first for t in find_triggers(text.tokens, sentence.first, sentence.last) if t.kind == "give"]
        if verbs:
            yield from _in_sentence(text.tokens, sentence, verbs[0], taken, known)


def _in_sentence(
    tokens: tuple[Token, ...], sentence: Sentence, verb: int, taken: bytearray, known: Gazetteer
) -> Iterator[tuple[Slot, int, int, Sentence]]:
    place = sentence.first
    while place < sentence.last - 1:
        token = tokens[place]
        if token.text[0].isdigit() and place > verb:
            end = _run(tokens, place + 1, sentence.last, taken, known, capitals=False)
            if end > place + 1 and _may_be_thing(tokens[place + 1], tokens[end - 1], known):
                yield "item", place + 1, end, sentence
                place = end
        elif token.text[0].isupper() and not taken[place] and _party_slot(tokens, place, sentence, verb):
            end = _run(tokens, place, sentence.last, taken, known, capitals=True)
            if end > place:
                yield "party", place, end, sentence
                place = end
        place += 1


def _may_be_thing(after_number: Token, last: Token, known: Gazetteer) -> bool:
    """Whether a phrase after a number may be of things: no scale, no unit, no people, and a plural."""
    noun = stem(last.low)
    return stem(after_number.low) not in _NO_THINGS and noun != last.low and noun not in known.item_words["person"]


def _party_slot(tokens: tuple[Token, ...], place: int, sentence: Sentence, verb: int) -> bool:
    if place == sentence.first:
        return verb > place
    return place < verb or tokens[place - 1].low in BEFORE_PARTY


def _run(
    tokens: tuple[Token, ...], place: int, last: int, taken: bytearray, known: Gazetteer, *, capitals: bool
) -> int:
    """The end of a run of words, capitalised ones or others, that nothing has taken."""
    end = place
    while end < last and end < place + AT_MOST and not taken[end]:
        token = tokens[end]
        small = (
            token.low in known.item_words["stop"]
            or token.low in known.item_words["determiner"]
            or token.low in _CALENDAR
        )
        if not token.text.isalpha() or token.text[0].isupper() != capitals or small or token.low in known.verbs:
            break
        end += 1
    return end


def _things(known: Gazetteer) -> dict[str, Counter[str]]:
    """Stem to the items that have it in a form, with how often."""
    index: dict[str, Counter[str]] = {}
    for form, thing in known.items.forms():
        for word in form:
            index.setdefault(word, Counter())[thing.item_id] += 1
    return index


def _like_items(phrase: str, things: dict[str, Counter[str]]) -> tuple[str, ...]:
    """Items that share words with a phrase, those that share its last word first."""
    shared: dict[str, float] = {}
    words = [stem(token.low) for token in prepare(phrase).tokens]
    for place, word in enumerate(words):
        found = things.get(word, Counter())
        for item, count in found.items():
            weight = 2 if place == len(words) - 1 else 1
            shared[item] = shared.get(item, 0) + weight * count / found.total()
    return tuple(item for item, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:SUGGESTIONS])


def _names(known: Gazetteer) -> dict[str, str]:
    return {" ".join(form): party.code for form, party in known.parties.forms() if party.code}


def _like_parties(phrase: str, names: dict[str, str]) -> tuple[str, ...]:
    low = phrase.lower()
    near = [name for name in names if name[0] == low[0] and abs(len(name) - len(low)) <= len(low) // 3]
    return tuple(dict.fromkeys(names[name] for name in get_close_matches(low, near, SUGGESTIONS, LIKE)))
