"""Where paragraphs and sentences begin: in prose, headlines, quotations and lists."""

from __future__ import annotations

import re

from parsers.claims.packs.words import rows

_ABBREVIATIONS = {row["word"]: row["kind"] for row in rows("claims/packs/en/abbreviations.csv")}
_STARTERS = frozenset(row["word"] for row in rows("claims/packs/en/sentence_starters.csv"))

_BREAK = re.compile(
    r"""(?P<blank>\n[ \n]*\n[ ]*)
    | (?P<line>\n[ ]*)
    | (?<![.!?])[.!?]++["')\]]*+(?P<gap>[ ]++)(?=["'(\[]{0,3}(?P<next>[^\W_]{1,12}))
    | (?<=[a-z]{2})[.!?]["')]*(?=["']?[A-Z][a-z])   # a lost space: "... the war.The minister ..."
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[^\s\"'(\[]+\Z")
_BULLET = re.compile(r"(?:[-*•▪‣·●–—o]|\(?[0-9a-z]{1,2}[.)])[ ]")
_ENDS_LINE = re.compile(r"[.!?:;]['\")\]]*(?:\s*\band)?\s*\Z")
SHORTEST_RUN = 30
"""Characters from which on a line may be one that runs on over a blank line."""
INDENT = 4
"""Characters before the figure of a numbered point."""
WRAPPED_LINE = 50
"""Characters from which on a line that stops short of a full stop counts as wrapped rather than as a heading."""


def sentence_starts(folded: str) -> list[tuple[int, int]]:
    """(offset, paragraph number) of each sentence of a folded text, in order; the first is at 0.

    A heading, a headline and each point of a list are sentences and paragraphs of their own.
    """
    starts = [(0, 0)]
    paragraph = line_from = 0
    for match in _BREAK.finditer(folded):
        end = match.end()
        if match["blank"] is not None:
            before = folded[line_from : match.start()].rstrip()
            line_from = end
            if paragraph and _runs_on(before, folded, end):
                continue
            paragraph += 1
        elif match["line"] is not None:
            before = folded[line_from : match.start()]
            line_from = end
            if paragraph and not _new_line_begins(before, folded, end):
                continue
            paragraph += 1
        elif match["gap"] is not None and not _sentence_ends(folded, match, line_from):
            continue
        starts.append((end, paragraph))
    return starts


def _runs_on(before: str, folded: str, after: int) -> bool:
    """Whether a sentence runs on over a blank line: archives of scans make a paragraph of every printed line."""
    if not folded[after : after + 1].islower() or _BULLET.match(folded, after):
        return False
    return len(before) >= SHORTEST_RUN and (before[-1].isalnum() or before[-1] == ",")


def _new_line_begins(before: str, folded: str, after: int) -> bool:
    """Whether a single line break ends a paragraph, or only wraps a line."""
    if _BULLET.match(folded, after) or _ENDS_LINE.search(before[-40:]):
        return True
    return len(before) < WRAPPED_LINE and not folded[after : after + 1].islower()


def _sentence_ends(folded: str, match: re.Match[str], line_from: int) -> bool:
    following = match["next"]
    if following[0].islower():
        return False
    stop = match.start()
    if folded[stop] != "." or folded.startswith("..", stop):
        return True
    word = _WORD_BEFORE.search(folded, max(line_from, stop - 24), stop)
    if word is None:
        return True
    before = word.group()
    if len(before) == 1 and before.isupper():
        return following.lower() in _STARTERS and before == "I"
    if before.isdigit() and len(before) <= 2 and word.start() - line_from < INDENT:
        return False  # "1. Ambulances": a numbered point
    kind = _ABBREVIATIONS.get(before.lower().rpartition("-")[2])
    if kind is None and "." in before and len(before) <= 8:
        kind = "open"  # initials of a name or a body: "J.D. Vance", "the O.E.C.D. said"
    if kind == "number":
        return not following[0].isdigit()
    if kind == "open":
        return following.lower() in _STARTERS
    return kind is None
