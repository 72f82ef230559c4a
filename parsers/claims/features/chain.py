"""How a clause leads up to its act: what governs the verb or noun of giving, and in what tense or mood it stands.

"Germany refuses to send tanks": `send` in the infinitive, governed by a verb of refusing. These are few features that
tell much, so they are marked with "!", by which training lets them weigh more than single words.
"""

from __future__ import annotations

from collections.abc import Sequence

from parsers.claims.triggers import Trigger
from parsers.claims.units import Unit

ANCHORS = (
    ("verb", frozenset({"give", "arrive", "receive"})),
    ("noun", frozenset({"package", "money", "delivery", "aid", "promise", "wish"})),
    ("verb", frozenset({"decide", "legislate", "pass", "weigh", "request", "refuse"})),
)
PERFECT = frozenset({"has", "have", "had", "having"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'re", "'s"})
FUTURE = frozenset({"will", "shall", "'ll", "going"})
HEDGES = frozenset({"may", "might", "could", "would", "should", "can"})
NEGATIONS = frozenset({"not", "never", "'t", "no", "won't", "neither", "nor", "cannot", "without"})
OTHER_MATTERS = frozenset({"trade", "war", "punish"})
REACH = 9


def chain_features(units: Sequence[Unit], low: int, high: int) -> list[str]:
    """Of the clause of units `low` up to, without, `high`; it may look a little to the left of it."""
    anchor = _anchor(units, low, high)
    found = _predicates(units, low, high)
    if anchor is None:
        return [*found, "!chain none"]
    mention = units[anchor].mention
    kind, tag = (mention.kind, mention.tag) if isinstance(mention, Trigger) else ("thing", "")
    governors = _governors(units, low, anchor)
    mood = _mood(units, max(0, low - 2), anchor)
    form = f"{kind}.{tag}" if units[anchor].what == "verb" else f"{kind} noun"
    nearest = governors[0] if governors else "none"
    found += [
        f"!form {form} {mood}",
        f"!mood {mood}",
        f"!gov {nearest}",
        f"!gov {nearest} {mood}",
        f"!gov {nearest} {form}",
        f"!govs {' '.join(sorted(set(governors)))}",
    ]
    if governors:
        found += [f"!outer {governors[-1]}", f"!outer {governors[-1]} {form}"]
    found += [f"!any {name}" for name in sorted(set(governors))]
    after = [_kind(unit) for unit in units[anchor + 1 : high]]
    found += [f"!after {name}" for name in sorted({name for name in after if name})]
    return found


def _predicates(units: Sequence[Unit], low: int, high: int) -> list[str]:
    """The first verb of the clause, and whether it speaks of trade, war or punishment."""
    triggers = [unit.mention for unit in units[low:high] if isinstance(unit.mention, Trigger)]
    verbs = [trigger for trigger in triggers if trigger.part == "verb" and trigger.kind != "report"]
    found = [f"!other {kind}" for kind in sorted({trigger.kind for trigger in triggers} & OTHER_MATTERS)]
    denied = any(trigger.kind == "negation" for trigger in triggers)
    if verbs:
        found += [f"!main {verbs[0].kind} {denied}", f"!main {verbs[0].kind}.{verbs[0].tag}"]
    return found


def _anchor(units: Sequence[Unit], low: int, high: int) -> int | None:
    """The word that names the giving: a verb of giving, else a noun of aid, else what is said of either."""
    for part, kinds in ANCHORS:
        for place in range(low, high):
            mention = units[place].mention
            if isinstance(mention, Trigger) and mention.part == part and mention.kind in kinds:
                return place
    return None


def _governors(units: Sequence[Unit], low: int, anchor: int) -> list[str]:
    """Kinds of the verbs and nouns before the act, nearest first; with "not" where one is denied."""
    found: list[str] = []
    for place in range(anchor - 1, max(low, anchor - 4 * REACH) - 1, -1):
        name = _kind(units[place])
        if name in ("", "report", "war", "punish", "trade"):
            continue
        if name in ("negation",):
            found.append("not")
        elif name in ("hedge", "future", "past"):
            continue
        else:
            mention = units[place].mention
            passive = isinstance(mention, Trigger) and mention.tag == "ed" and _word_before(units, place) in BE
            found.append(f"{name}-ed" if passive else name)
    return found


def _kind(unit: Unit) -> str:
    return unit.mention.kind if isinstance(unit.mention, Trigger) else ""


def _word_before(units: Sequence[Unit], place: int) -> str:
    return units[place - 1].sign if place else "^"


def _mood(units: Sequence[Unit], low: int, anchor: int) -> str:
    """Auxiliaries right before the act, in order: "will not be", "has", "to", "of"."""
    found: list[str] = []
    for unit in reversed(units[max(low, anchor - REACH) : anchor]):
        sign = unit.sign
        if sign in PERFECT:
            found.append("has")
        elif sign in BE:
            found.append("be")
        elif sign in FUTURE:
            found.append("will")
        elif sign in HEDGES:
            found.append("may")
        elif sign in NEGATIONS:
            found.append("not")
        elif sign in ("to", "of", "for", "on", "from", "by", "already", "about", "set", "ready", "poised", "expected"):
            found.append(sign)
        elif sign.endswith("ly") or sign in ("also", "now", "soon", "still", "just", "even", "then"):
            continue
        else:
            break
    return "-".join(reversed(found)) or "bare"
