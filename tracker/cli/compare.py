"""`tracker compare`: shows the acts of several initiatives on one axis of time."""

from typing import Annotated, Literal

import typer

from tracker.cli import completion, names, plot
from tracker.cli.forms import give
from tracker.cli.frame import Complaint, database, declared


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("compare")(compare_)


def compare_(
    initiatives: Annotated[
        list[str],
        typer.Argument(
            metavar="INITIATIVE...",
            help="Two or more, by id or name; `tracker initiatives` lists them.",
            autocompletion=completion.initiatives,
        ),
    ],
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="Output format.")] = "table",
    plot_: plot.Plot = None,
) -> None:
    """Show the acts of several initiatives on one axis of time, and where each stands."""
    from db.beijing import beijing_today
    from db.engine import reading
    from tracker.views.compared import MOST_COMPARED, compared

    plot.check_plot(plot_, format_)
    config = declared()
    chosen = list(dict.fromkeys(names.initiatives(initiatives, config)))
    if len(chosen) < 2:
        raise Complaint(f"name another initiative than {chosen[0]}, to compare it with")
    if len(chosen) > MOST_COMPARED:
        raise Complaint(f"{len(chosen)} initiatives are named; {MOST_COMPARED} at most fit on one axis")
    with reading(database()) as session:
        if plot_:
            from db.queries.timeline import acts_by_day
            from tracker.views.pictures import acts_sheet

            told, words = {one: acts_by_day(session, one) for one in chosen}, plot.wording(config)
            title = ", ".join(config.initiatives[one].names.en for one in chosen)
            plot.write_plot(plot_, acts_sheet(told, title, words, beijing_today()))
            return
        rows = compared(session, config, chosen, beijing_today())
    if format_ == "json":
        give(rows, "compare", "json")
        return
    from tracker.cli.screen.lanes import lanes_page

    lanes_page(rows).print()
