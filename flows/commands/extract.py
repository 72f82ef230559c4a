"""`aidwire extract`: claims of one text, or of a file of texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from parsers.records import FeedEntry


def command(
    what: Annotated[str | None, typer.Argument(metavar="[FILE|URL|-]", help="An article: HTML or plain text.")] = None,
    jsonl: Annotated[
        Path | None,
        typer.Option("--jsonl", metavar="FILE", help='Lines of {"id", "text", "published", ...}; - is stdin.'),
    ] = None,
    resolve: Annotated[
        bool, typer.Option("--resolve", help="With --jsonl: also the ids of the announcements that the texts share.")
    ] = False,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day of publication, as 2023-01-04, where the text tells none."),
    ] = None,
    table: Annotated[bool, typer.Option("--table", help="For people: a claim a block, instead of JSON.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Every field with its words and the rule that read it.")
    ] = False,
) -> int:
    """Print what a text says of aid: JSON claims, each field with the words that say it."""
    from flows.errors import WrongUse

    if (what is None) == (jsonl is None):
        raise WrongUse("name one thing to extract from: a FILE, a URL, - for standard input, or --jsonl FILE")
    if resolve and jsonl is None:
        raise WrongUse("--resolve brings the lines of a file together: use it with --jsonl FILE")
    return _lines(jsonl, resolve=resolve) if jsonl else _one(str(what), published, table=table, explain=explain)


def _one(what: str, published: str | None, *, table: bool, explain: bool) -> int:
    import json

    from flows.console.claims import explained, tabled
    from flows.errors import CannotDo
    from flows.inputs import read_input
    from flows.pool import ParsePool, limits_of
    from flows.settings import Settings
    from parsers.claims.to_json import claim_as_json
    from parsers.page import read_page_or_text

    settings = Settings()
    page = replace(read_input(what, settings), entry=_dated(published) if published else None)
    with ParsePool(limits_of(settings)._replace(processes=1)) as pool:
        (parsed,) = pool.parse(read_page_or_text, [page], None)
    if parsed.article is None:
        raise CannotDo(f"{what} could not be read: {parsed.reason.message if parsed.reason else parsed.outcome}")
    if parsed.reason:
        typer.echo(f"aidwire: {parsed.reason.message}", err=True)
    if table:
        tabled(parsed.article, parsed.claims)
    elif explain:
        explained(parsed.article, parsed.claims)
    else:
        typer.echo(json.dumps([claim_as_json(claim) for claim in parsed.claims], ensure_ascii=False, indent=2))
    return 0


def _dated(published: str) -> FeedEntry:
    """What a feed would have said of the article: its day."""
    from flows.days import day

    return FeedEntry("", None, "", "", day(published, "--published"), None, published, None, None)


def _lines(jsonl: Path, *, resolve: bool) -> int:
    from flows.errors import PARTLY
    from flows.inputs import open_lines, print_lines
    from flows.lines import CLAIMS, answers
    from flows.pool import limits_of
    from flows.resolved_lines import resolved_answers
    from flows.settings import Settings

    limits = limits_of(Settings())
    with open_lines(jsonl) as lines:
        failed = print_lines(resolved_answers(lines, limits) if resolve else answers(lines, CLAIMS, limits))
    return PARTLY if failed else 0
