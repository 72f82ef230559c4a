"""Which words of a text tell of giving, deciding, asking, refusing, or of what is no gift.

The words are in `parsers/gazetteers/verbs.csv`. A word that may be a verb or a noun ("supply", "aid") is decided by
the word before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from parsers.claims.packs.words import rows, words
from parsers.claims.text import Token

VOWELS = frozenset("aeiou")
BEFORE_VERB = words("claims/packs/en/clause_words.csv", list="before_verb")

BEGINNINGS = frozenset({"", ".", "!", "?", ":", ";"})


class Trigger(NamedTuple):
    """A word of the lexicon, at tokens `first` up to, without, `last`."""

    first: int
    last: int
    lemma: str
    part: str
    """verb, noun or marker"""
    kind: str
    tag: str
    """base, s, ed, ing; of nouns base or s."""


class Entry(NamedTuple):
    lemma: str
    part: str
    kind: str
    tag: str


def find_triggers(tokens: tuple[Token, ...], first: int, last: int) -> Iterable[Trigger]:
    """The lexicon's words among tokens `first` up to `last`, longest first, without overlap."""
    place = first
    while place < last:
        phrases = _PHRASES.get(tokens[place].low)
        if phrases is None:
            place += 1
            continue
        for phrase, entries in phrases:
            end = place + len(phrase)
            if end <= last and all(tokens[place + i].low == word for i, word in enumerate(phrase)):
                entry = entries[0] if len(entries) == 1 else _choose(entries, tokens[place - 1].low if place else "")
                yield Trigger(place, end, *entry)
                place = end
                break
        else:
            place += 1


def _choose(entries: tuple[Entry, ...], before: str) -> Entry:
    """The reading of an ambiguous form, by the word before it; nouns where nothing speaks for the verb."""
    verb = next((entry for entry in entries if entry.part == "verb"), None)
    noun = next((entry for entry in entries if entry.part == "noun"), None)
    if verb is None or noun is None:
        return entries[0]
    if before in BEFORE_VERB:
        return verb
    return verb if before in BEGINNINGS and verb.tag in ("base", "ing") else noun


def _forms(word: str, part: str, irregular: str) -> Iterable[tuple[str, str]]:
    """(form, tag) of each form; the rules of English spelling, the exceptions from the table."""
    head, _, rest = word.partition(" ")
    tail = f" {rest}" if rest else ""
    yield word, "base"
    for form in filter(None, irregular.split("|")):
        yield form, "ing" if form.split()[0].endswith("ing") else "s" if form.split()[0].endswith("s") else "ed"
    if part == "marker":
        return
    if head.endswith("y") and head[-2:-1] not in VOWELS:
        yield f"{head[:-1]}ies{tail}", "s"
    else:
        yield head + ("es" if head.endswith(("s", "x", "z", "ch", "sh")) else "s") + tail, "s"
    if part == "verb":
        stem = head[:-1] if head.endswith("e") and not head.endswith("ee") else head
        yield f"{stem}ing{tail}", "ing"
        bare = head[:-1] if head.endswith("e") else head
        past = f"{head[:-1]}ied" if head.endswith("y") and head[-2:-1] not in VOWELS else f"{bare}ed"
        yield past + tail, "ed"
        if len(head) > 2 and head[-1] in "bdgmnprt" and head[-2] in VOWELS and head[-3] not in VOWELS:
            yield f"{head}{head[-1]}ed{tail}", "ed"
            yield f"{head}{head[-1]}ing{tail}", "ing"


def _load() -> dict[str, tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]]:
    entries: dict[tuple[str, ...], dict[str, Entry]] = {}
    for row in rows("gazetteers/verbs.csv"):
        word = row["word"]
        others = filter(None, row["forms"].split("|"))
        spellings = [(word, row["forms"])]
        spellings += [(other, "") for other in others if row["part"] == "noun" or _is_other_spelling(word, other)]
        for spelling, irregular in spellings:
            for form, tag in _forms(spelling, row["part"], irregular):
                parts = tuple(form.replace("-", " - ").replace("'", " '").split())
                entries.setdefault(parts, {}).setdefault(row["part"], Entry(word, row["part"], row["kind"], tag))
    table: dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]] = {}
    for phrase, readings in entries.items():
        table.setdefault(phrase[0], []).append((phrase, tuple(readings.values())))
    return {head: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for head, found in table.items()}


def _is_other_spelling(word: str, other: str) -> bool:
    """ "authorize" beside "authorise", not "gave" beside "give"."""
    return not other.split()[0].endswith(("ed", "ing", "en")) and other[:3] == word[:3] and other[-1] == word[-1]


_PHRASES = _load()
