"""`tracker development` and `tracker numbers`: show how an initiative developed, and which papers we do not have."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tracker.cli import completion, names, plot
from tracker.cli.forms import PEOPLE, Bom, Format, give, give_one
from tracker.cli.frame import Complaint, database, declared, one_of, print_rows, progress

if TYPE_CHECKING:
    from datetime import date

    from sqlmodel import Session

    from config import Config
    from tracker.charts.svg import Picture

COLUMNS = ("issuer", "of", "year", "have", "highest", "named", "missing")
SHOWN = ("issuer", "of", "year", "share", "named", "missing")
MONTHS = 36
"""The number of months that have a bar."""
MISSING_FROM = 0.2
"""If we have a smaller share of a sequence, nearly all of it is missing, and a list of that says nothing."""


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.command("development")(development_)
    app.command("numbers")(numbers_)


def development_(
    initiative: Annotated[
        str,
        typer.Argument(help="By id or name; `tracker initiatives` lists them.", autocompletion=completion.initiatives),
    ],
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="Output format.")] = "table",
    plot_: plot.Plot = None,
) -> None:
    """Show where an initiative stands: state and phases with their proof, silences, targets and results as series."""
    from db.beijing import beijing_today
    from db.engine import reading
    from db.queries.overview import months_of
    from db.queries.timeline import newest_with_figures
    from tracker.development.series import MOST_MEASURED
    from tracker.development.tell import tell

    plot.check_plot(plot_, format_)
    config = declared()
    id_ = names.initiative(initiative, config)
    called = f"{config.initiatives[id_].names.en} · {config.initiatives[id_].names.zh}"
    with reading(database()) as session:
        if plot_:
            plot.write_plot(plot_, _drawn(session, config, id_, called))
            return
        if format_ == "json":
            from tracker.contract.rows.declared import development

            give_one(development(session, config, id_, beijing_today()), "development")
            return
        told = tell(session, config, id_, beijing_today())
        measured = newest_with_figures(session, id_, MOST_MEASURED)
        counted = months_of(session, id_)
    from tracker.cli.screen.development import development_page

    figures = {one.id or 0: one.figures for one in measured}
    development_page(told, called, figures, _newest(counted)).print()


def _newest(counted: "Mapping[date, int]") -> "list[tuple[date, int]]":
    """Return the number of announcements of each month from the first to the last, at most the last MONTHS."""
    from tracker.charts.attention import months

    if not counted:
        return []
    first, last = min(counted), max(counted)
    wanted = months(last, min((last.year - first.year) * 12 + last.month - first.month + 1, MONTHS))
    return [(month, counted.get(month, 0)) for month in wanted]


def _drawn(session: "Session", config: "Config", id_: str, title: str) -> "Picture":
    from db.beijing import beijing_today
    from db.queries.timeline import acts_by_day, newest_with_figures
    from tracker.development.measure import names_of
    from tracker.development.series import MOST_MEASURED, series
    from tracker.views.pictures import development_sheet

    found = series(newest_with_figures(session, id_, MOST_MEASURED), names_of(config.initiatives[id_]))
    return development_sheet(acts_by_day(session, id_), found, title, plot.wording(config), beijing_today())


def numbers_(
    issuer: Annotated[str | None, typer.Argument(help="An issuer's short name, such as 国发 or 发改能源.")] = None,
    format_: Format = "table",
    bom: Bom = False,
) -> None:
    """Show, by issuer and year, which numbered papers are stored, which others are cited, and which are missing.

    Issuers that share a sequence (发改能源, 发改体改) are shown as one row, 发改….
    """
    from db.engine import reading
    from tracker.development.tell import tell_numbers

    with reading(database()) as session, progress("reading texts") as told:
        rows = tell_numbers(session, told)
    rows = rows if issuer is None else _of(issuer, rows)
    if format_ in PEOPLE:
        print_rows([_shown(row) for row in rows], SHOWN, format_)
    else:
        give(rows, "numbers", format_, bom=bom)


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with the share that we have. It leaves out what is missing of a sequence that we hardly have."""
    share = row["have"] / row["highest"]
    much = share >= MISSING_FROM
    of = f"{row['have']} of {row['highest']}{f', {share:.0%}' if much else ''}"
    return {**row, "share": of, "missing": row["missing"] if much else ""}


def _of(issuer: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of an issuer, or of the family that it belongs to; complain if no document names it."""
    from tracker.development.families import ANY

    if not rows:
        raise Complaint(
            f"no paper of {issuer!r} is known: no stored document has or cites such a number; run `tracker crawl` first"
        )
    called = [{row["issuer"], row["issuer"].replace(ANY, ""), *row["of"].split(", ")} - {""} for row in rows]
    one_of(issuer, sorted(set().union(*called)), "issuer")
    return [row for row, known in zip(rows, called, strict=True) if issuer in known]
