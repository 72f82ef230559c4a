"""Whether a date lies ahead or behind, by the nearest verb: "will meet on Monday" against "said on Monday"."""

from __future__ import annotations

from typing import Literal

from parsers.claims.packs.words import words
from parsers.claims.text import Token

Tense = Literal["past", "future", "unknown"]
REACH = 7
"""Tokens to look at on each side of a date."""


def tense_around(tokens: tuple[Token, ...], first: int, last: int) -> Tense:
    """The tense of the nearest telling word before tokens `first` to `last` in their clause, else after them."""
    lead = tokens[first - 1].low if first else ""
    if lead in _FUTURE_LEADS:
        return "future"
    if lead in _PAST_LEADS:
        return "past"
    for token in reversed(tokens[max(0, first - REACH) : first]):
        if token.low in _STOPS:
            break
        if (tense := _tense(token)) != "unknown":
            return tense
    for token in tokens[last : last + REACH]:
        if token.low in _STOPS:
            break
        if (tense := _tense(token)) != "unknown":
            return tense
    return "unknown"


def _tense(token: Token) -> Tense:
    if token.low in _FUTURE:
        return "future"
    if token.low in _PAST or (token.low.endswith("ed") and len(token.low) > 4):
        return "past"
    return "unknown"


_STOPS = frozenset((".", ";", "!", "?", ":"))
_FUTURE = words("claims/packs/en/date_words.csv", list="future")
_PAST = words("claims/packs/en/date_words.csv", list="past")
_FUTURE_LEADS = words("claims/packs/en/date_words.csv", list="future_lead")
_PAST_LEADS = words("claims/packs/en/date_words.csv", list="past_lead")
