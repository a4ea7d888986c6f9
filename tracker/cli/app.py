"""Put the commands together, and turn every known complaint into one line and exit code 2."""

import gc
import os
import sys
from typing import Annotated

import typer

from tracker.cli.catalogue import Catalogue
from tracker.cli.frame import settings
from tracker.cli.misuse import WrongUse, refuse
from tracker.cli.output import echo, let_readers_go

app = typer.Typer(
    name="tracker",
    cls=Catalogue,
    help="Follow China's industrial policy initiatives: what was announced, when, by whom, in which words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        echo(version("policy-initiative-tracker"))
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    demo: Annotated[bool, typer.Option("--demo", help="Use the data of `tracker demo`, without internet.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Every command explains itself with --help."""
    # A caller that runs several commands in one process may change the environment in between.
    settings.cache_clear()
    if demo:
        from tracker.cli.demo_data import demo_data

        context.with_resource(demo_data(context.invoked_subcommand))


def main() -> None:
    """Run the command line; complaints about input end with one line on standard error and exit code 2.

    If the database or the disk prevents the command from going on, that is also one line, with exit code 75: another
    try may succeed.
    """
    # Objects made by imports stay; to scan them for garbage again and again takes a fifth of a query's time.
    gc.set_threshold(200_000, 20, 20)
    # Pydantic would search all installed packages for plugins, of which we use none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    let_readers_go()
    try:
        # Not in standalone mode, in which Typer draws a box of several lines around an error.
        code = app(prog_name="tracker", standalone_mode=False)
    except WrongUse as error:
        sys.exit(refuse(error))
    except typer.Abort:
        sys.exit(1)
    except Exception as error:
        from tracker.cli.endings import ending

        known = ending(error)
        if known is None:
            raise
        echo(f"tracker: {known[0]}", err=True)
        sys.exit(known[1])
    sys.exit(code if isinstance(code, int) else 0)
