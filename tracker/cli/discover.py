"""`tracker discover`: proposes initiatives that are not in the catalogue yet."""

from typing import Annotated, Literal

import typer

from tracker.cli import span
from tracker.cli.filters import Since, Until
from tracker.cli.forms import PEOPLE, Bom, give
from tracker.cli.frame import Complaint, database, declared, print_rows
from tracker.cli.output import echo
from tracker.text.plurals import plural

SHOWN = ("rank", "name", "documents", "first_seen", "quote")
COLUMNS = ("rank", "name", "score", "times", "documents", "before", "first_seen", "quote")


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("discover")(discover_)


def discover_(
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="The number of proposals.")] = 20,
    known: Annotated[bool, typer.Option("--known", help="Also propose names that are in the catalogue.")] = False,
    tell: Annotated[
        bool,
        typer.Option(
            "--tell", help="Print only names never found before, and report them once to alerts with --finds."
        ),
    ] = False,
    format_: Annotated[
        Literal["table", "markdown", "json", "jsonl", "csv", "xlsx", "yaml"],
        typer.Option("--format", help="Output format; yaml is for pasting into initiatives.yaml."),
    ] = "table",
    bom: Bom = False,
) -> None:
    """Propose initiatives: names that are new in a period, by default the last year, and not in the catalogue."""
    from datetime import timedelta

    from db.beijing import beijing_today
    from db.engine import reading
    from db.models import now
    from tracker.discover.propose import as_yaml, propose
    from tracker.pipeline.new_initiatives import scout

    today = beijing_today()
    start, end = span.both(since, until, today)
    last = end or today
    first = start or last - timedelta(days=365)
    if first > last:
        raise Complaint(f"--since {first} lies after --until {last}; swap them")
    if tell and known:
        raise Complaint("--tell reports only names that the catalogue lacks; leave out --known")
    engine, config = database(write=tell), declared()
    if tell:
        rows = scout(engine, config, first, last, limit, now())
    else:
        with reading(engine) as session:
            rows = propose(session, config, first, last, limit, known=known)
    if format_ == "yaml":
        echo(as_yaml(rows))
    elif format_ in PEOPLE:
        print_rows(rows, SHOWN, format_)
        if tell and format_ == "table":
            # The last line is what the log of a daemon says.
            echo(f"{plural(len(rows), 'new name')} found" if rows else "no new names")
    else:
        give(rows, "discover", format_, bom=bom)
