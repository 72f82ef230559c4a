"""`aidwire sources`: list them, check that they live, make a new one."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=False, invoke_without_command=True, help="The registered sources.")


@app.callback()
def default(context: typer.Context) -> int | None:
    return show() if context.invoked_subcommand is None else None


@app.command("list")
def show() -> int:
    """Print all registered sources, the bundled ones and your own."""
    from flows.console.sources import print_list
    from flows.pipeline import registered
    from flows.settings import Settings

    settings = Settings()
    print_list(registered(settings), settings.own_sources)
    return 0


@app.command()
def check(
    source: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE]...", help="All, if none is given.")] = None,
) -> int:
    """Ask each source's feeds whether they live. Loads nothing."""
    from flows.console.sources import print_checks
    from flows.pipeline import registered
    from flows.settings import Settings
    from flows.source_check import check_all

    settings = Settings()
    return print_checks(check_all(registered(settings, source or ()), settings))


@app.command()
def new(
    slug: Annotated[str, typer.Argument(metavar="NAME", help="Small letters, digits and hyphens, such as uk-mod.")],
    feed: Annotated[str, typer.Option(metavar="URL", help="The address of its feed.")],
) -> int:
    """Make a source.toml of your own under AIDWIRE_HOME, to be filled in."""
    from flows.console.sources import write_new
    from flows.settings import Settings

    path = write_new(Settings().own_sources, slug, feed)
    typer.echo(f"Wrote {path}; fill it in, then run 'aidwire sources check {slug}'.")
    return 0
