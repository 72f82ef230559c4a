"""Whether there is a text to read at all, and not a table of figures or the bytes of something else."""

from __future__ import annotations

import re

from parsers.claims.text import Text
from parsers.records import Issue

SAMPLE = 4000
FEWEST = 0.3
"""Share of letters among all that is no space; a page of prose has nine in ten, a table of figures one in ten."""
_LETTER = re.compile(r"[^\W\d_]")
_MARK = re.compile(r"\S")


def text_issue(text: Text) -> Issue | None:
    """Why a text is none; None for one that can be read, and for an empty one, which says nothing and is no trouble."""
    sample = text.folded[:SAMPLE]
    marks = len(_MARK.findall(sample))
    letters = len(_LETTER.findall(sample))
    if marks == 0 or letters >= FEWEST * marks:
        return None
    return Issue("not_text", f"{letters} of the first {marks} characters are letters; a text has more")
