"""The lexicon of giving: its forms, its ambiguous words, its file."""

from __future__ import annotations

from collections import Counter

import pytest

from parsers.claims.packs.words import rows
from parsers.claims.text import prepare
from parsers.claims.triggers import find_triggers


def triggers(text: str) -> list[tuple[str, str, str]]:
    tokens = prepare(text).tokens
    return [(found.lemma, found.part, found.tag) for found in find_triggers(tokens, 0, len(tokens))]


def test_no_word_stands_twice() -> None:
    counts = Counter((row["word"], row["part"]) for row in rows("gazetteers/verbs.csv"))
    assert [pair for pair, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "lemma", "tag"),
    [
        ("They agreed.", "agree", "ed"),
        ("They gave it.", "give", "ed"),
        ("It was handed over.", "hand over", "ed"),
        ("It supplies them.", "supply", "s"),
        ("They are shipping it.", "ship", "ing"),
        ("The bill was authorized.", "authorise", "ed"),
        ("They committed it.", "commit", "ed"),
    ],
)
def test_forms(text: str, lemma: str, tag: str) -> None:
    assert (lemma, "verb", tag) in triggers(text) or (lemma, "noun", tag) in triggers(text)


def test_a_word_that_may_be_both_is_decided_by_the_word_before_it() -> None:
    assert ("aid", "verb", "base") in triggers("They want to aid Chad.")
    assert ("aid", "noun", "base") in triggers("The aid reached Chad.")
    assert ("support", "noun", "base") in triggers("Dutch support for Chad grew.")


def test_denial_is_seen_through_an_apostrophe() -> None:
    assert ("won't", "marker", "base") in triggers("Oslo won’t send tanks.")
