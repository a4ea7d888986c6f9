"""Puts the commands together and turns every known complaint into one line and exit code 2."""

import sqlite3
import sys
from importlib.metadata import version
from typing import Annotated

import typer
from sqlalchemy import exc

from config import ConfigError
from db.engine import DatabaseAwayError, DatabaseError, first_line, is_damaged
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
    mailbox,
    read,
    recipients,
    sending,
    serve,
    show,
    sources,
    timeline,
    upkeep,
    verify,
)
from tracker.cli.frame import Complaint
from tracker.cli.output import let_readers_go

app = typer.Typer(
    name="tracker",
    help="Follow China's industrial policy initiatives: what was announced, when, by whom, in which words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
COMMANDS = (
    crawl,
    read,
    verify,
    timeline,
    development,
    discover,
    show,
    health,
    daemon,
    serve,
    archive,
    upkeep,
    extract,
    demo,
)
for _group in COMMANDS:
    _group.add_to(app)
for _more in (sending, recipients, mailbox):
    _more.add_to(alerts.app)
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
    """Run the command line; complaints about input end with one line on standard error and exit code 2.

    Where the database or the disk does not let us go on, that is one line, too, and exit code 75: worth another try.
    """
    let_readers_go()
    try:
        app()
    except (Complaint, ConfigError, DatabaseError) as error:
        typer.echo(f"tracker: {error}", err=True)
        sys.exit(75 if isinstance(error, DatabaseAwayError) else 2)
    except (exc.OperationalError, sqlite3.OperationalError, OSError) as error:
        typer.echo(f"tracker: {first_line(error)}; nothing is lost, try again", err=True)
        sys.exit(75)
    except (exc.DatabaseError, sqlite3.DatabaseError) as error:
        if not is_damaged(error):
            raise
        typer.echo(f"tracker: the database is damaged ({first_line(error)}); restore a backup", err=True)
        sys.exit(2)
