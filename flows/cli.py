"""The command line: `aidwire`. Each command is a file in flows/commands, which imports what it needs when it runs."""

from __future__ import annotations

import importlib.metadata
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from flows.commands import backfill, demo, doctor, extract, reparse, run, search, show, sources, sql, text, up

app = typer.Typer(
    name="aidwire",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Reads announcements of foreign aid out of the news and keeps each with the words that say it.",
)
app.command("demo")(demo.command)
app.command("run")(run.command)
app.command("up")(up.command)
app.command("backfill")(backfill.command)
app.command("reparse")(reparse.command)
app.command("extract")(extract.command)
app.command("text")(text.command)
app.command("sql")(sql.command)
app.command("show")(show.command)
app.command("search")(search.command)
app.add_typer(sources.app, name="sources")
app.command("doctor")(doctor.command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"aidwire {importlib.metadata.version('aidwire')}")
        raise typer.Exit


@app.callback()
def settings(
    home: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where all data lies; else AIDWIRE_HOME, else ~/.local/share/aidwire."),
    ] = None,
    version: Annotated[  # noqa: ARG001 - typer calls back
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    if home is not None:
        # By the environment, so that child processes read the same.
        os.environ["AIDWIRE_HOME"] = str(home.expanduser().absolute())


def main() -> None:
    """Run the command of `sys.argv` and end the process with its exit code; no error leaves a bare traceback."""
    try:
        outcome = app(standalone_mode=False)
    except BrokenPipeError:
        # The reader of our output, such as `head`, has gone: as silent an end as any tool's.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except BaseException as error:
        raise SystemExit(_end(error)) from None
    raise SystemExit(outcome if isinstance(outcome, int) else 0)


def _end(error: BaseException) -> int:
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 1
    if isinstance(error, typer.TyperException):
        typer.echo(f"aidwire: {error.format_message().rstrip('.')}; see 'aidwire --help'", err=True)
        return error.exit_code
    from flows.console.terminal import inert
    from flows.errors import tell

    told = tell(error, Path(os.environ["AIDWIRE_HOME"]) if "AIDWIRE_HOME" in os.environ else None)
    typer.echo(f"aidwire: {inert(told.line)}", err=True)
    return told.code
