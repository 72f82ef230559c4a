"""`aidwire text`: the article text of one page, or of a file that names pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    what: Annotated[str | None, typer.Argument(metavar="[FILE|URL|-]", help="A page of HTML.")] = None,
    jsonl: Annotated[
        Path | None,
        typer.Option("--jsonl", metavar="FILE", help='Lines of {"id", "path", "url"}; - is standard input.'),
    ] = None,
) -> int:
    """Print the article text of a page, without the page's clutter."""
    from flows.errors import WrongUse

    if (what is None) == (jsonl is None):
        raise WrongUse("name one thing to read: a FILE, a URL, - for standard input, or --jsonl FILE")
    return _lines(jsonl) if jsonl else _one(str(what))


def _one(what: str) -> int:
    from flows.errors import CannotDo
    from flows.inputs import read_input
    from flows.pool import ParsePool, limits_of
    from flows.settings import Settings
    from parsers.page import read_article

    settings = Settings()
    with ParsePool(limits_of(settings)._replace(processes=1)) as pool:
        (parsed,) = pool.parse(read_article, [read_input(what, settings)], None)
    if parsed.article is None:
        raise CannotDo(f"{what} could not be read: {parsed.reason.message if parsed.reason else parsed.outcome}")
    typer.echo(parsed.article.reading_text)
    return 0


def _lines(jsonl: Path) -> int:
    from flows.errors import PARTLY
    from flows.inputs import open_lines, print_lines
    from flows.lines import answers, texts_beside
    from flows.pool import limits_of
    from flows.settings import Settings

    with open_lines(jsonl) as lines:
        failed = print_lines(answers(lines, texts_beside(jsonl.parent), limits_of(Settings())))
    return PARTLY if failed else 0
