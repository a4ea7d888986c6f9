"""`tracker initiatives`: the catalogue, and how much we have of each."""

import typer

from tracker.cli.frame import Format, database, declared, print_rows

COLUMNS = ("id", "en", "zh", "announcements", "first", "last")


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("initiatives")(initiatives_)


def initiatives_(format_: Format = "table") -> None:
    """List the initiatives with their number of announcements, first and last day."""
    from db.engine import reading
    from tracker import timeline

    with reading(database()) as session:
        rows = timeline.initiatives(session, declared())
    print_rows(rows, COLUMNS, format_)
