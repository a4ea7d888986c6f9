"""`tracker news`: prints what was announced lately, over all initiatives."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tracker.cli import filters, plot, span
from tracker.cli.filters import Filters
from tracker.cli.forms import PEOPLE, Bom, Citable, give
from tracker.cli.frame import database, declared, print_rows, settings
from tracker.cli.output import echo

if TYPE_CHECKING:
    from datetime import date

    from config import Config
    from db.queries.timeline import Wanted
    from tracker.cli.last_asked import Asked

WEEK = 7
LATELY = 30
"""When news since the last time are shown, announcements older by this many days were found late and are left out."""


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("news")(news_)


def news_(
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
    by: Annotated[
        Literal["found", "day"] | None,
        typer.Option(help="Whether --since is compared with the day of discovery or of the act."),
    ] = None,
    peek: Annotated[bool, typer.Option("--peek", help="Do not record that you asked.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Only the newest N stories.")] = 200,
    format_: Citable = "table",
    bom: Bom = False,
    plot_: plot.Plot = None,
) -> None:
    """Print what was announced since you last asked, or in the last 7 days, newest first, one row per story."""
    from db.beijing import beijing_today
    from db.engine import reading
    from db.moments import now
    from db.queries.news import newest_find
    from tracker.cli.last_asked import Asked, keep_asked, last_asked
    from tracker.views import recent_stories

    plot.check_plot(plot_, format_)
    config, today, at = declared(), beijing_today(), now()
    chosen = Filters(since, until, initiative, act, at_least, body, source, tier, language, stage)
    key = settings().database
    last = None if since or until or by else last_asked(key)
    asked, wanted = _asked(chosen.wanted(config, today, limit), last, by or "day", today)
    with reading(database()) as session:
        if format_ in PEOPLE:
            rows, more = recent_stories.recent_stories(session, config, wanted)
        else:
            from tracker.contract.rows.announcements import stories

            told, behind = stories(session, config, wanted)
            more = behind is not None
        seen = newest_find(session)
    if plot_:
        from tracker.views.pictures import timeline_sheet

        plot.write_plot(plot_, timeline_sheet(rows, _title(asked), plot.wording(config), today))
    elif format_ in PEOPLE:
        _print(rows, config, format_, asked, chosen)
    else:
        give(told, "news", format_, bom=bom)
    if more:
        echo(f"tracker: these are the newest {wanted.most} stories; --limit shows more, --since fewer", err=True)
    if seen and not (chosen.narrows() or by or peek or plot_ or more):
        keep_asked(key, Asked(at, seen))


def _print(rows: "list[dict[str, Any]]", config: "Config", form: str, asked: str, chosen: Filters) -> None:
    from tracker.cli.screen import console, plain

    if not rows:
        echo(_nothing(asked, chosen), err=True)
    elif form == "table" and console.is_laid_out():
        from tracker.cli.screen import announcements as screen

        screen.show_announcements(rows, config, screen.headline(_title(asked), rows, "story", "stories"))
    else:
        print_rows([plain.announcement(row) for row in rows], plain.columns(rows), form)


def _title(asked: str) -> str:
    return f"News {asked.removeprefix('announced ')}"


def _nothing(asked: str, chosen: Filters) -> str:
    """Return that there are no news, and what would show more."""
    if chosen.since:
        more = "an earlier --since looks further back"
    else:
        more = "a later --until shows more" if chosen.until else "`--since 30d` looks further back"
    return f"nothing was {asked}{chosen.with_others()}; {more}"


def _asked(wanted: "Wanted", last: "Asked | None", by: str, today: "date") -> "tuple[str, Wanted]":
    """Return which news are asked for: in words, and as a query."""
    from datetime import datetime, time, timedelta

    from db.beijing import BEIJING, beijing_day

    if last:
        since = beijing_day(last.at) - timedelta(days=LATELY)
        words = f"announced since you last asked, {last.at.astimezone():%Y-%m-%d %H:%M}"
        return words, replace(wanted, found_after=last.seen, since=since)
    start = wanted.since or (None if wanted.until else today - timedelta(days=WEEK))
    words = span.words(start, wanted.until)
    if by == "day":
        return f"announced {words}", replace(wanted, since=start)
    first = datetime.combine(start, time(), BEIJING) if start else None
    end = datetime.combine(wanted.until, time(), BEIJING) + timedelta(days=1) if wanted.until else None
    return f"found {words}", replace(wanted, since=None, until=None, found_after=first, found_until=end)
