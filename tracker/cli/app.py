"""Puts the commands together and turns every known complaint into one line and exit code 2."""

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from config import ConfigError
from db.engine import DatabaseError
from tracker.cli import (
    alerts,
    archive,
    crawl,
    daemon,
    demo,
    development,
    discover,
    extract,
    health,
    initiatives,
    read,
    show,
    sources,
    timeline,
)
from tracker.cli.frame import Complaint

app = typer.Typer(
    name="tracker",
    help="Follow China's industrial policy initiatives: what was announced, when, by whom, in which words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
COMMANDS = (crawl, read, timeline, development, discover, show, health, daemon, archive, extract, demo)
for _group in COMMANDS:
    _group.add_to(app)
app.add_typer(alerts.app, name="alerts")
app.add_typer(initiatives.app, name="initiatives")
app.add_typer(sources.app, name="sources")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(version("policy-initiative-tracker"))
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Every command explains itself with --help."""


def main() -> None:
    """Run the command line; complaints about input end with one line on standard error and exit code 2."""
    try:
        app()
    except (Complaint, ConfigError, DatabaseError) as error:
        typer.echo(f"tracker: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output (`head`) has seen enough.
        sys.stderr.close()
        sys.exit(0)
