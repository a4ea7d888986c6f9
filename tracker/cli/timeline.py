"""`tracker timeline`: the announcements of one initiative or several over time."""

from typing import Annotated

import typer

from tracker.cli import completion, filters
from tracker.cli.filters import Filters
from tracker.cli.forms import PEOPLE, Bom, Citable, give
from tracker.cli.frame import Complaint, database, declared, print_rows


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("timeline")(timeline_)


def timeline_(
    initiatives: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INITIATIVE...",
            help="By id or name; `tracker initiatives` lists them.",
            autocompletion=completion.initiatives,
        ),
    ] = None,
    since: filters.Since = None,
    until: filters.Until = None,
    initiative: filters.Initiatives = None,
    act: filters.Acts = None,
    at_least: filters.AtLeast = None,
    body: filters.Bodies = None,
    source: filters.Sources = None,
    tier: filters.Tier = None,
    language: filters.Language = None,
    limit: Annotated[int | None, typer.Option(min=1, max=1_000_000, help="Only the newest N.")] = None,
    format_: Citable = "table",
    bom: Bom = False,
) -> None:
    """Print the announcements of initiatives and their children, oldest first."""
    from db.beijing import beijing_today
    from db.engine import reading
    from tracker.views import timeline

    config = declared()
    named = [*(initiatives or ()), *(initiative or ())]
    if not named:
        raise Complaint(
            "name an initiative, such as ai-plus; `tracker initiatives` lists them, `tracker news` asks of all"
        )
    chosen = Filters(since, until, named, act, at_least, body, source, tier, language)
    wanted = chosen.wanted(config, beijing_today(), limit)
    with reading(database()) as session:
        if format_ not in PEOPLE:
            from tracker.contract.rows import announcements

            give(announcements.timeline(session, config, wanted), "timeline", format_, bom=bom)
            return
        rows = [timeline.for_people(row) for row in timeline.timeline(session, config, wanted)]
    columns: tuple[str, ...] = timeline.PEOPLE
    if len(wanted.initiatives) > 1:
        columns = (*columns[:2], "initiative", *columns[2:])
    title = ", ".join(
        f"{name.en} · {name.zh}" for name in (config.initiatives[id_].names for id_ in wanted.initiatives)
    )
    print_rows(rows, columns, format_, title)
