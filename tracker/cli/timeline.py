"""`tracker timeline`: prints the announcements of one or several initiatives over time."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli import completion, filters, plot, span
from tracker.cli.filters import Filters
from tracker.cli.forms import PEOPLE, Bom, Citable, give
from tracker.cli.frame import Complaint, database, declared, print_rows
from tracker.cli.output import echo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from config import Config


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
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
    stage: filters.Stages = None,
    body: filters.Bodies = None,
    source: filters.Sources = None,
    tier: filters.Tier = None,
    language: filters.Language = None,
    limit: Annotated[int | None, typer.Option(min=1, max=1_000_000, help="Only the newest N.")] = None,
    format_: Citable = "table",
    bom: Bom = False,
    plot_: plot.Plot = None,
) -> None:
    """Print the announcements of initiatives and their children, oldest first."""
    from db.beijing import beijing_today
    from db.engine import reading
    from tracker.views import timeline

    plot.check_plot(plot_, format_)
    config = declared()
    named = [*(initiatives or ()), *(initiative or ())]
    if not named:
        raise Complaint(
            "name an initiative, such as ai-plus; `tracker initiatives` lists them, `tracker news` covers all"
        )
    chosen = Filters(since, until, named, act, at_least, body, source, tier, language, stage)
    wanted = chosen.wanted(config, beijing_today(), limit)
    with reading(database()) as session:
        if format_ not in PEOPLE:
            from tracker.contract.rows import announcements

            give(announcements.timeline(session, config, wanted), "timeline", format_, bom=bom)
            return
        rows = timeline.timeline(session, config, wanted)
    if plot_:
        from tracker.views.pictures import timeline_sheet

        title, words = _title(wanted.initiatives, config), plot.wording(config)
        plot.write_plot(plot_, timeline_sheet(rows, title, words, beijing_today(), wanted.initiatives))
        return
    if not rows:
        about = f"{_title(wanted.initiatives, config)} {span.words(wanted.since, wanted.until)}".rstrip()
        echo(
            f"nothing was announced about {about}{chosen.with_others()}; `tracker search` searches all texts", err=True
        )
    _print([timeline.for_people(row, config) for row in rows], wanted.initiatives, config, format_)


def _print(rows: "Sequence[dict[str, Any]]", initiatives: "Sequence[str]", config: "Config", form: str) -> None:
    from tracker.cli.screen import console, plain

    if form != "table" or not console.is_laid_out():
        print_rows([plain.announcement(row) for row in rows], plain.columns(rows), form)
    elif rows:
        from tracker.cli.screen import announcements as screen

        screen.show_announcements(rows, config, screen.headline(_title(initiatives, config), rows), initiatives)


def _title(initiatives: "Sequence[str]", config: "Config") -> str:
    return ", ".join(f"{name.en} · {name.zh}" for name in (config.initiatives[id_].names for id_ in initiatives))
