"""`tracker daemon`: crawls, reads and sends by itself."""

import os
import sys
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

import typer

from tracker.cli.begin import New
from tracker.cli.forms import PEOPLE, Bom, Format, give
from tracker.cli.frame import database, declared, print_rows, settings
from tracker.cli.output import echo
from tracker.text.printable import as_json

COLUMNS = ("step", "every", "done_at", "due_at", "done_by", "trouble")


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("daemon")(daemon_)


def daemon_(
    once: Annotated[bool, typer.Option("--once", help="Do what is due, once, and exit.")] = False,
    status: Annotated[
        bool, typer.Option("--status", help="Show the state of each step and the running daemons instead.")
    ] = False,
    new: New = False,
    prepare: Annotated[bool, typer.Option(hidden=True, help="With --status: create or upgrade the database.")] = False,
    log: Annotated[Literal["text", "json"], typer.Option(help="Format of the log.")] = "text",
    format_: Format = "table",
    bom: Bom = False,
) -> None:
    """Crawl, read and send on schedule, until SIGTERM or Ctrl-C.

    SIGHUP makes it check the declarations for changes, as it does every hour. With --status, exit code 1 means that no
    daemon is running.
    """
    if status:
        _print_status(format_, bom, write=prepare)
        return
    chosen = settings()
    if new or (chosen.new_database is None and chosen.begins_database):
        os.environ["TRACKER_NEW_DATABASE"] = "true"
    # The daemon's own process must not load what these commands load.
    os.environ["TRACKER_DATABASE"] = chosen.database
    os.environ["TRACKER_LEASE_SECONDS"] = str(chosen.lease_seconds)
    if chosen.config:
        os.environ["TRACKER_CONFIG"] = str(chosen.config)
    options = ["--log", log, *(["--once"] if once else [])]
    os.execv(sys.executable, [sys.executable, "-P", "-m", "tracker.daemon", *options])  # noqa: S606 - no shell is wanted


def _print_status(format_: str, bom: bool, *, write: bool) -> None:
    from db.models import now
    from tracker.daemon.plan import steps_of
    from tracker.daemon.status import status

    at = now()
    steps = steps_of(declared(), settings(), at)
    with database(write=write).connect() as connection:
        found = status(connection, steps, at)
    if format_ == "json":
        echo(as_json(found))
    elif format_ not in PEOPLE:
        give(found["steps"], "daemon-steps", format_, bom=bom)
    else:
        print_rows([_row(step) for step in found["steps"]], COLUMNS, format_)
    if format_ == "table":
        echo(who_is_alive(found["daemons"]))
        for one in found["running"]:
            echo(f"{one['daemon']}: {_doing(one, at)}")
    raise typer.Exit(not found["daemons"])


def who_is_alive(holders: list[str]) -> str:
    """Print which daemons are running."""
    count = "1 daemon is" if len(holders) == 1 else f"{len(holders) or 'no'} daemons are"
    return f"{count} running: {', '.join(holders)}" if holders else "no daemon is running"


def _doing(daemon: dict[str, Any], at: datetime) -> str:
    heartbeat = daemon["heartbeat_at"]
    beat = f"heartbeat {(at - heartbeat).total_seconds():.0f} s ago, " if heartbeat else ""
    return f"{beat}running {', '.join(daemon['steps']) or 'nothing'}"


def _row(step: dict[str, Any]) -> dict[str, Any]:
    every = timedelta(seconds=step["every"])
    moments = {name: f"{step[name]:%Y-%m-%d %H:%MZ}" for name in ("done_at", "due_at") if step[name]}
    return {"step": step["name"], "every": every, "done_by": step["done_by"], "trouble": step["trouble"], **moments}
