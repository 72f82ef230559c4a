"""Labelled texts, laid out as the extractor sees them, and which act of a text each label speaks of."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate
from pathlib import Path
from typing import Any

from parsers.claims.publisher import voice_of
from parsers.claims.scene import Act, Scene, lay_out
from parsers.claims.text import prepare

Label = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A labelled text; `labels[i]` is the claim that act i of the scene speaks of, None where none does."""

    row: Label
    scene: Scene
    labels: list[Label | None]

    @property
    def claims(self) -> list[Label]:
        return list(self.row["claims"])


def read_rows(path: Path) -> list[Label]:
    """The JSON lines of a file; a text may itself hold U+2028, at which `splitlines` would cut."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def cases_of(rows: Iterable[Label]) -> list[Case]:
    """Each row laid out and aligned."""
    cases = []
    for row in rows:
        voice = voice_of(row["publisher"], row.get("url"))
        scene = lay_out(prepare(row["text"]), voice, published_on(row["published"]))
        cases.append(Case(row, scene, align(scene, row)))
    return cases


def published_on(raw: str | None) -> date | None:
    """The day in an ISO date or time, or in a mail date ("Wed, 20 Apr 2016 ..."); None where it is neither."""
    if not raw:
        return None
    try:
        return date.fromisoformat(raw[:10])
    except ValueError:
        parsed = parsedate(raw)
        return date(*parsed[:3]) if parsed else None


def align(scene: Scene, row: Label) -> list[Label | None]:
    """For each act the claim whose quote it holds; of several the one that it shares most words with."""
    best: list[tuple[int, Label | None]] = [(0, None)] * len(scene.acts)
    for claim in row["claims"]:
        start = row["text"].find(claim.get("quote") or "\0")
        if start < 0:
            continue
        end = start + len(claim["quote"])
        for number, act in enumerate(scene.acts):
            shared = _shared(scene, act, start, end)
            if shared > best[number][0]:
                best[number] = (shared, claim)
    return [claim for _, claim in best]


def _shared(scene: Scene, act: Act, start: int, end: int) -> int:
    """Characters of an act's units inside a quote; triggers count ten times."""
    total = 0
    for unit in scene.views[act.view].units[act.low : act.high]:
        first, last = scene.text.tokens[unit.first], scene.text.tokens[unit.last - 1]
        if first.start < end and last.end > start:
            total += (last.end - first.start) * (10 if unit.what in ("verb", "noun") else 1)
    return total
