"""The day on which a new act was announced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from parsers.claims.dates import DateMention
from parsers.claims.decide import ActReading
from parsers.claims.drafts import Draft
from parsers.claims.evidence import inferred, spoken, unit_span
from parsers.claims.scene import Scene, Spot
from parsers.records import Evidence

OLDEST = timedelta(days=14)
"""A day further back than this before publication is not that of news."""


def day_of(scene: Scene, draft: Draft, acts: Sequence[ActReading]) -> tuple[date | None, list[Evidence]]:
    """The day that the sentences of `acts` name, surest act first; of a giver's own release, its publication day."""
    if draft.novelty != "new":
        return None, []
    for act in acts:
        index = scene.acts[act.number].view
        for place, unit in enumerate(scene.views[index].units):
            if isinstance(unit.mention, DateMention):
                day = unit.mention.day
                if day is not None and _may_be_news(day, scene.published):
                    span = unit_span(scene, Spot(index, place))
                    return day, [spoken(scene.text, "announced_on", *span, "day: named in the sentence")]
    if scene.published and scene.voice.official and scene.voice.country == draft.donor:
        return scene.published, [inferred("announced_on", "day: the giver's own release")]
    return None, []


def _may_be_news(day: date, published: date | None) -> bool:
    return published is None or published - OLDEST <= day <= published
