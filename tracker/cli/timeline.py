"""`tracker timeline`: one initiative's announcements over time."""

from typing import Annotated, Literal

import typer

from tracker.acts import Act
from tracker.cli.frame import Complaint, Format, database, day, declared, one_of, print_rows


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("timeline")(timeline_)


def timeline_(
    initiative: Annotated[str, typer.Argument(help="An initiative's id; `tracker initiatives` lists them.")],
    since: Annotated[str | None, typer.Option(help="First day, YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day, YYYY-MM-DD.")] = None,
    act: Annotated[Act | None, typer.Option(help="Only this act.")] = None,
    body: Annotated[str | None, typer.Option(help="Only this issuing body, by id.")] = None,
    source: Annotated[str | None, typer.Option(help="Only what this source reported.")] = None,
    language: Annotated[Literal["zh", "en"] | None, typer.Option(help="Only what was told in it.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, max=1_000_000, help="Only the newest N.")] = None,
    format_: Format = "table",
) -> None:
    """Print an initiative's announcements, oldest first."""
    from db.engine import reading
    from db.queries.timeline import Wanted
    from tracker.views import timeline

    config = declared()
    one_of(initiative, config.initiatives, "initiative")
    if body:
        one_of(body, config.bodies, "body")
    if source and source != "import":
        one_of(source, config.sources, "source")
    wanted = Wanted((initiative,), day(since), day(until), act, body, source, language, limit)
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise Complaint(f"--since {since} lies after --until {until}; swap them")
    with reading(database()) as session:
        rows = timeline.timeline(session, config, wanted)
    if format_ == "table":
        rows = [timeline.for_people(row) for row in rows]
    name = config.initiatives[initiative].names
    print_rows(rows, timeline.PEOPLE, format_, f"{name.en} · {name.zh}")
