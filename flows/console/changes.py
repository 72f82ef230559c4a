"""What a run changed, for people: articles edited and gone, announcements that moved on or found more reports."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from flows.console.terminal import inert, print_whole
from warehouse.changes import ChangedAnnouncement, ChangedArticle, Changes

REASONS = {
    "new": "new",
    "new_evidence": "new evidence",
    "article_edited": "edited",
    "correction": "corrected",
    "retraction": "retracted",
    "review": "reviewed",
    "reparse": "read anew",
}
KIND = 14
"""Columns for the kind of change."""


def print_changes(out: Console, changes: Changes) -> None:
    """Print what a run changed in a warehouse that was there before; nothing where all of it is new."""
    articles = [article for article in changes.articles if article.change != "new"]
    acts = [act for act in changes.announcements if act.reason != "new"]
    if not articles and not acts:
        return
    out.print(Text("What changed", style="bold"))
    for article in articles:
        _print_article(out, article)
    for act in acts + [act for act in changes.announcements if act.reason == "new"]:
        _print_act(out, act)
    out.print()


def _print_article(out: Console, article: ChangedArticle) -> None:
    out.print(Text(inert(f"{article.change:<{KIND}}{article.source}: {article.title}")))
    print_whole(out, f"{' ' * KIND}{inert(article.url)}")
    if article.correction_note:
        out.print(Text(inert(f"{' ' * KIND}{article.correction_note}"), style="italic"))


def _print_act(out: Console, act: ChangedAnnouncement) -> None:
    moved = act.stage_before is not None and act.stage_before != act.stage
    kind = act.stage if moved else REASONS.get(act.reason, act.reason)
    stage = f"{act.stage_before} before, now {act.stage}" if moved else act.stage
    parties = f"{act.donors or '–'} → {act.recipients or '–'}"
    reports = f"{act.reports} report{'' if act.reports == 1 else 's'}"
    words = ", ".join(part for part in (act.what, act.sum) if part)
    print_whole(out, inert(f"{kind:<{KIND}}{parties}: {words} ({stage.replace('_', ' ')}; {reports})"), style="")
