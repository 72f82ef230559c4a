"""The word lists of `parsers/gazetteers`, read, checked and made ready once a process.

A researcher's own folder of files of the same names is laid over the bundled ones: its rows come first, and win.
How to add a row: docs/gazetteers.md and the comment at the head of each file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from parsers.claims.gazetteer_rows import Layers, read_rows
from parsers.claims.item_lists import Head, Thing, heads_of, item_lexicon, things_of
from parsers.claims.lexicon import Lexicon, spell, stem
from parsers.claims.packs.words import rows
from parsers.claims.party_lists import Leader, PartyForm, body_lexicon, codes_of, leader_lexicon, party_lexicon

PARTY_WORDS = (
    "owned", "prefix", "between", "group", "group_alone", "group_after_name", "group_modifier",
)  # fmt: skip
ITEM_WORDS = (
    "modifier",
    "maker",
    "make",
    "counter",
    "verbish",
    "aidword",
    "stop",
    "person",
    "use",
    "determiner",
    "filler",
    "plural",
    "single",
    "breaker",
    "before_verb",
)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All word lists, ready for use. `digest` changes when any row does."""

    parties: Lexicon[PartyForm]
    leaders: Lexicon[Leader]
    bodies: Lexicon[str]
    party_words: dict[str, frozenset[str]]
    """By part, as in `party_words.csv`."""
    group_words: dict[str, str]
    """How the words of groups are written: "western" as "Western"."""
    party_starts: frozenset[str]
    """Words at which something of a party may begin."""
    items: Lexicon[Thing]
    heads: dict[str, Head]
    item_words: dict[str, frozenset[str]]
    """By part, in the singular, as in `item_words.csv`."""
    item_starts: frozenset[str]
    verbs: frozenset[str]
    """Forms of the verbs of `verbs.csv`, which look like names in headlines: "Pledges"."""
    digest: str


@cache
def gazetteer(overlay: Path | None = None) -> Gazetteer:
    """The bundled lists, with those in the folder `overlay` laid over them. Raises GazetteerError."""
    bundled = files("parsers").joinpath("gazetteers")
    folders: tuple[Traversable, ...] = (bundled,) if overlay is None else (overlay, bundled)
    digest = hashlib.sha256()

    def layers(name: str) -> Layers:
        found = [folder.joinpath(name) for folder in folders]
        contents = [file.read_bytes() if file.is_file() else b"" for file in found]
        for content in contents:
            digest.update(content)
        return [list(read_rows(file, content)) for file, content in zip(found, contents, strict=True)]

    codes = codes_of(layers("parties.csv"))
    parties = party_lexicon(layers("party_aliases.csv"), layers("agencies.csv"), codes)
    leaders = leader_lexicon((row for layer in layers("leaders.csv") for row in layer), codes)
    bodies = body_lexicon(layers("bodies.csv"))
    small = layers("party_words.csv")
    party_words = _by_part(small, PARTY_WORDS, spell)
    items = item_lexicon(layers("item_aliases.csv"), things_of(layers("items.csv")))
    heads = heads_of(layers("item_heads.csv"))
    return Gazetteer(
        parties=parties,
        leaders=leaders,
        bodies=bodies,
        party_words=party_words,
        group_words=_written(small),
        party_starts=parties.starts
        | leaders.starts
        | bodies.starts
        | party_words["group"]
        | party_words["group_modifier"],
        items=items,
        heads=heads,
        item_words=_by_part(layers("item_words.csv"), ITEM_WORDS, stem),
        item_starts=items.starts | heads.keys(),
        verbs=frozenset(_verb_forms()),
        digest=digest.hexdigest()[:8],
    )


def _verb_forms() -> Iterator[str]:
    for row in rows("gazetteers/verbs.csv"):
        if row["part"] == "verb":
            word = row["word"].split()[0]
            bare = word.removesuffix("e")
            yield from (word, f"{word}s", f"{word}es", f"{bare}ed", f"{bare}ing", f"{word.removesuffix('y')}ies")
            yield from (form.split()[0] for form in row["forms"].split("|") if form)


def _by_part(layers: Layers, parts: tuple[str, ...], key: Callable[[str], str]) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {part: set() for part in parts}
    for layer in layers:
        for row in layer:
            words[row.one_of("part", parts)].add(key(row.cells["word"].lower()))
    return {part: frozenset(found) for part, found in words.items()}


def _written(layers: Layers) -> dict[str, str]:
    return {
        spell(row.cells["word"].lower()): row.cells["word"]
        for layer in reversed(layers)
        for row in layer
        if row.cells["part"] in ("group", "group_modifier")
    }
