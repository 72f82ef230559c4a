"""Claims for people: a block a claim, with its words, and with the rule behind every field where that is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from flows.console.terminal import console, inert
from parsers.records import Amount, Article, Claim, Evidence, Item

NOT_SAID = "–"


def tabled(article: Article, claims: Iterable[Claim]) -> None:
    """Print each claim with the clause that says it."""
    out = console()
    _head(article)
    for number, claim in enumerate(claims, 1):
        _block(number, claim)
        quote = next((e.quote for e in claim.evidence if e.quote and e.field == "act"), None)
        if quote:
            out.print(Padding(Text(f"“{inert(quote)}”", style="italic"), (0, 0, 1, 4), expand=False))


def explained(article: Article, claims: Iterable[Claim]) -> None:
    """Print each claim with all evidence: the field, its words, where they stand and the rule that read them."""
    out = console()
    _head(article)
    for number, claim in enumerate(claims, 1):
        _block(number, claim)
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        for column in ("field", "words", "place", "how"):
            table.add_column(column, overflow="fold", style="dim" if column in {"place", "how"} else None)
        for evidence in claim.evidence:
            table.add_row(*_evidence(evidence))
        out.print(Padding(table, (0, 0, 1, 4), expand=False))


def _head(article: Article) -> None:
    when = article.published_on.isoformat() if article.published_on else "no date"
    console().print(Text(f"{inert(article.title) or inert(article.text[:80])} ({when})", style="bold"), "")


def _block(number: int, claim: Claim) -> None:
    out = console()
    parties = f"{', '.join(claim.donors) or '?'} → {', '.join(claim.recipients) or '?'}"
    facts = [claim.aid_type, claim.stage, claim.novelty, claim.announced_on and claim.announced_on.isoformat()]
    out.print(Text(f"{number:>2}  {parties}", style="bold"), Text(" · ".join(inert(fact) for fact in facts if fact)))
    for line in [*map(item_words, claim.items), *map(amount_words, claim.amounts)]:
        out.print(Padding(Text(line), (0, 0, 0, 4), expand=False))
    official = f", {claim.official.name}" if claim.official else ""
    on_whose_word = (
        f"on the word of: {claim.attribution.replace('_', ' ')}{official}; confidence {claim.confidence:.2f}"
    )
    out.print(Padding(Text(inert(on_whose_word), style="dim"), (0, 0, 0, 4), expand=False))


def item_words(item: Item) -> str:
    """`AMX-10 RC light tanks (at least 12)`; how many in words where the text gives no number."""
    low, high = item.quantity_min, item.quantity_max
    known = low if low is not None else high
    if known is None:
        many = item.quantity_kind.replace("_", " ")
    elif item.quantity_kind == "range" and low is not None and high is not None:
        many = f"{low:,g} to {high:,g}"
    else:
        many = f"{'' if item.quantity_kind == 'exact' else item.quantity_kind.replace('_', ' ') + ' '}{known:,.15g}"
    return inert(f"{item.name} ({many}{' ' + item.unit if item.unit else ''})")


def amount_words(amount: Amount) -> str:
    """`EUR 100,000,000 (package)`."""
    return f"{amount.currency} {amount.value:,.15g} ({amount.role.replace('_', ' ')})"


def _evidence(evidence: Evidence) -> tuple[Text, ...]:
    place = f"{evidence.start}-{evidence.end}" if evidence.start is not None else NOT_SAID
    words = f"“{inert(evidence.quote)}”" if evidence.quote else NOT_SAID
    return tuple(Text(part) for part in (evidence.field, words, place, f"{evidence.how} {evidence.rule}".strip()))
