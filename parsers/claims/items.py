"""What is named in a text that may be given: things of the catalogue and open phrases headed by a noun for things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from parsers.claims.gazetteer import Gazetteer, gazetteer
from parsers.claims.item_lists import Thing
from parsers.claims.lexicon import Words, words_of
from parsers.claims.modifiers import named_party, with_modifiers
from parsers.claims.phrases import Phrase, phrase_at
from parsers.claims.purposes import with_purpose
from parsers.claims.text import Text


class ItemMention(NamedTuple):
    """A thing named at `original[start:end]`, which is tokens `first` up to, without, `last`."""

    start: int
    end: int
    name: str
    """As the text names it, without number: the words of `original[start:name_end]`, which may go on over a party:
    of "training of Ukrainian pilots on F-16 jets" `end` takes in "training" alone."""
    item_id: str | None
    """None for an open phrase: "oyster farming kits"."""
    head: str
    """The noun that ends the phrase, in the singular."""
    kind: str
    """Class of the item or of its head: `tank`, `medical`, ...; "" where nothing tells."""
    aid_type: str
    """What kind of aid giving it is; "" where it may be any."""
    generic: bool
    """Words that name no thing: "weapons", "military aid", "equipment"."""
    first: int
    last: int
    name_end: int
    unit: str | None = None
    """The counting word that the phrase begins with: "rounds" of "rounds of ammunition"."""


def find_items(text: Text, lists: Gazetteer | None = None) -> tuple[ItemMention, ...]:
    """All things of a text in order, none inside another; linear in its length."""
    known = lists or gazetteer()
    words = words_of(text)
    return tuple(_mention(text, words, phrase, known) for phrase in _phrases(words, known))


def _phrases(words: Words, known: Gazetteer) -> Iterator[Phrase]:
    place = done = 0
    size = len(words.stems)
    starts, parties = known.item_starts, known.party_starts
    while place < size:
        passed = named_party(words, place, known) if words.keys[place] in parties else 0
        if passed:
            place = done = place + passed
            continue
        phrase = phrase_at(words, place, known) if words.stems[place] in starts else None
        whole = phrase and with_modifiers(words, phrase, done, known)
        if whole is None:
            place = phrase.high if phrase else place + 1
            continue
        whole = with_purpose(words, whole, known)
        yield whole
        place = done = whole.tail


def _mention(text: Text, words: Words, phrase: Phrase, known: Gazetteer) -> ItemMention:
    first, last = words.first[phrase.low], words.end(phrase.high - 1)
    start, end = words.tokens[first].start, words.tokens[last - 1].end
    name_end = words.tokens[words.end(phrase.tail - 1) - 1].end
    thing = phrase.thing
    head = words.stems[phrase.high - 1]
    unit = words.tokens[first].low if phrase.counted else None
    kind, aid_type = (thing.kind, thing.aid_type) if thing else _open_kind(head, known)
    generic = _is_generic(words, phrase, thing, known)
    return ItemMention(
        start=start,
        end=end,
        name=" ".join(text.original[start:name_end].split()),
        item_id=thing.item_id if thing else None,
        head=head,
        kind=kind,
        aid_type=aid_type,
        generic=generic,
        first=first,
        last=last,
        name_end=name_end,
        unit=unit,
    )


def _open_kind(head: str, known: Gazetteer) -> tuple[str, str]:
    known_head = known.heads.get(head)
    return (known_head.kind, "") if known_head else ("", "")


def _is_generic(words: Words, phrase: Phrase, thing: Thing | None, known: Gazetteer) -> bool:
    if thing is not None and thing.vague:
        return True
    return phrase.high - phrase.low == 1 and words.stems[phrase.low] in known.item_words["aidword"]
