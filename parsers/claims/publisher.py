"""Whose voice a text is: the country whose dollar it means, and whether it speaks of its own gifts."""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.claims.packs.words import rows
from parsers.claims.parties import find_parties
from parsers.claims.text import prepare

OFFICIAL_WORDS = re.compile(
    r"\b(?:minist\w+|government|department|embassy|presiden\w+|commission|council|parliament|agency|office|secretar\w+"
    r"|treasury|armed forces|chancell\w+|cabinet|foreign affairs|defen[cs]e|bank|fund)\b",
    re.IGNORECASE,
)
DOLLARS = {"AUS": "AUD", "CAN": "CAD", "NZL": "NZD", "SGP": "SGD", "HKG": "HKD", "TWN": "USD"}


class Voice(NamedTuple):
    """`country` is a party code; None where nothing tells."""

    country: str | None
    official: bool

    @property
    def dollar(self) -> str:
        """ISO code of what "$" means in this voice."""
        return DOLLARS.get(self.country or "", "USD")


def voice_of(publisher: str | None, url: str | None) -> Voice:
    """From the publisher's name first, from the address where the name tells nothing."""
    for place in filter(None, (publisher, url)):
        low = place.lower()
        for row in rows("gazetteers/publishers.csv"):
            if row["words"] in low:
                return Voice(row["country"] or None, row["voice"] == "official")
    if publisher and OFFICIAL_WORDS.search(publisher):
        parties = find_parties(prepare(publisher))
        if parties:
            return Voice(parties[0].code, True)
    return Voice(None, False)
