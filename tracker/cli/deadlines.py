"""`tracker deadlines`: prints the dates that papers and targets state."""

import typer

from tracker.cli import filters
from tracker.cli.forms import Bom, Format, print_or_give
from tracker.cli.frame import database, declared
from tracker.cli.output import echo


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("deadlines")(deadlines_)


def deadlines_(
    since: filters.Since = None,
    until: filters.Until = None,
    initiative: filters.Initiatives = None,
    format_: Format = "table",
    bom: Bom = False,
) -> None:
    """Print coming dates of papers and targets: ends of comment periods, entry into force, expiry, target years."""
    from config.chosen import with_children
    from db.beijing import beijing_today
    from db.engine import reading
    from tracker.cli import names, span
    from tracker.views.deadlines import PEOPLE, deadlines

    config, today = declared(), beijing_today()
    first, last = span.both(since, until, today)
    chosen = with_children((names.initiative(one, config) for one in initiative or ()), config)
    with reading(database()) as session:
        rows = deadlines(session, config, chosen, first or (None if last else today), last)
    if not rows and format_ == "table":
        echo("no coming date is stated; `--since 2020` also shows past ones", err=True)
    else:
        print_or_give(rows, PEOPLE, "deadlines", format_, bom=bom)
