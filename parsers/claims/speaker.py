"""On whose word a claim stands, and who the official is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.claims.evidence import spoken
from parsers.claims.parties import PartyMention
from parsers.claims.scene import Act, Scene, View
from parsers.claims.triggers import Trigger
from parsers.records import Attribution, Evidence, Official

ANONYMOUS = re.compile(
    r"condition of anonymity|people familiar|persons? familiar|sources? (?:familiar|close|said|say|told)"
    r"|according to (?:\w+ ){0,3}sources|(?:unnamed|anonymous|senior|defen[cs]e|(?:u\.s\.|us) ) ?officials?"
)
DOCUMENT = re.compile(
    r"(?:according to|seen by|in|showed?|leaked) (?:a |the |an )?(?:\w+ ){0,2}"
    r"(?:documents?|memo(?:randum)?|letter|report|statement)\b"
)
ROLE = re.compile(
    r"\b((?:[A-Z][a-z]+ )?(?:President|Prime Minister|Chancellor|Premier|Foreign Minister|Defen[cs]e Minister"
    r"|Finance Minister|Foreign Secretary|Defen[cs]e Secretary|Secretary of (?:State|Defense)|Secretary"
    r"|Minister(?: (?:for|of) [A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)?|Ambassador|Spokes(?:person|man|woman)"
    r"|Secretary[- ]General|King|Crown Prince|Emir|Commissioner|Director(?:[- ]General)?))"
    r",? ((?:[A-Z][\w'’.-]+ ){0,2}[A-Z][\w'’-]+)"
)
LONGEST_READ = 1000
NOT_A_NAME = frozenset({"the", "said", "says", "on", "in", "of", "for", "and", "to", "has", "will", "united", "states"})


def speaker_of(
    scene: Scene, act: Act, donors: Sequence[str], recipients: Sequence[str]
) -> tuple[Attribution, Official | None, list[Evidence]]:
    """Attribution, the official where the text names one, and the words for both."""
    view = scene.views[act.view]
    official, of_official = _official(scene, view)
    return _attribution(scene, view, donors, recipients), official, of_official


def _attribution(scene: Scene, view: View, donors: Sequence[str], recipients: Sequence[str]) -> Attribution:
    sentence = scene.text.original[view.sentence.start : view.sentence.end][:LONGEST_READ].lower()
    if ANONYMOUS.search(sentence):
        return "anonymous_official"
    if scene.voice.official and scene.voice.country in donors:
        return "donor_official"
    teller = _teller(view)
    if teller is not None:
        if teller in donors:
            return "donor_official"
        return "recipient_official" if teller in recipients else "third_party_official"
    if DOCUMENT.search(sentence):
        return "document"
    if scene.voice.official:
        return "recipient_official" if scene.voice.country in recipients else "third_party_official"
    return "outlet"


def _teller(view: View) -> str | None:
    """The party that stands before, or right after, a verb of saying or announcing."""
    last: str | None = None
    for place, unit in enumerate(view.units):
        if isinstance(unit.mention, PartyMention):
            last = unit.mention.code
        elif isinstance(unit.mention, Trigger) and unit.what == "verb" and unit.mention.kind in ("report", "decide"):
            if last is not None:
                return last
            for after in view.units[place + 1 : place + 4]:
                if isinstance(after.mention, PartyMention):
                    return after.mention.code
    return None


def _official(scene: Scene, view: View) -> tuple[Official | None, list[Evidence]]:
    """A name with its office, in the sentence of the act."""
    sentence = scene.text.original[view.sentence.start : view.sentence.end]
    match = ROLE.search(sentence[:LONGEST_READ])
    if match is None:
        return None, []
    words = match[2].split()
    while words and words[-1].lower() in NOT_A_NAME:
        words.pop()
    if not words or words[0].lower() in NOT_A_NAME:
        return None, []
    name = " ".join(words)
    start = view.sentence.start + match.start()
    end = view.sentence.start + match.start(2) + len(name)
    return Official(name, match[1].lower()), [spoken(scene.text, "official", start, end, "official: office and name")]
