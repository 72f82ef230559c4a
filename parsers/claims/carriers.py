"""For whom aid is that an agency carries: the country is the taker, where the text names one.

"Finland gives UNICEF four million euros. The money is for schools in Mozambique." The labels name an agency as taker
only where no country or people is named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from parsers.claims.packs.words import rows, words
from parsers.claims.parties import PartyMention
from parsers.claims.scene import Scene, View

AGENCIES = frozenset(row["code"] for row in rows("gazetteers/aid_roles.csv") if row["standing"] == "agency")
GIVERS = frozenset(row["code"] for row in rows("gazetteers/aid_roles.csv") if row["standing"] == "donor")
PLACING = words("claims/packs/en/party_parts.csv", list="placing")
NEXT = 2
"""Sentences after the act in which the place of the aid may be told."""
STATE = 3
"""Letters of the code of a state."""


def land_of(scene: Scene, index: int, takers: Collection[str], givers: Collection[str]) -> str | None:
    """The one state where the aid of an act in view `index` goes that only agencies take; None where none is told."""
    if not takers or not all(code in AGENCIES for code in takers):
        return None
    for view in scene.views[index : index + 1 + NEXT]:
        found = {code for code in _placed(view) if len(code) == STATE} - {*givers, *GIVERS, *AGENCIES}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _placed(view: View) -> Iterator[str]:
    """Codes of the parties right after "in", "for" and the like."""
    for before, unit in pairwise(view.units):
        if isinstance(unit.mention, PartyMention) and before.sign in PLACING:
            yield unit.mention.code
