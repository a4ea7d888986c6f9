"""`tracker development` and `tracker numbers`: how an initiative developed, and what we do not have."""

from typing import Annotated, Any, Literal

import typer

from tracker.cli import completion, names
from tracker.cli.forms import PEOPLE, Bom, Format, give, give_one
from tracker.cli.frame import Complaint, database, declared, one_of, print_rows

COLUMNS = ("issuer", "of", "year", "have", "highest", "named", "missing")
SHOWN = ("issuer", "of", "year", "share", "named", "missing")
MISSING_FROM = 0.2
"""Of a sequence of which we have less, nearly all is missing, and to list it says nothing."""


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("development")(development_)
    app.command("numbers")(numbers_)


def development_(
    initiative: Annotated[
        str,
        typer.Argument(help="By id or name; `tracker initiatives` lists them.", autocompletion=completion.initiatives),
    ],
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="Output format.")] = "table",
) -> None:
    """Show where an initiative stands: state and phases with their proof, silences, targets and results as series."""
    from db.beijing import beijing_today
    from db.engine import reading
    from db.queries.timeline import Wanted, announcements
    from tracker.development.tell import tell

    config = declared()
    id_ = names.initiative(initiative, config)
    with reading(database()) as session:
        if format_ == "json":
            from tracker.contract.rows.declared import development

            give_one(development(session, config, id_, beijing_today()), "development")
            return
        told = tell(session, config, id_, beijing_today())
        figures = {one.id or 0: one.figures for one, _ in announcements(session, Wanted((id_,)))}
    from tracker.cli.screen.development import development_page

    called = config.initiatives[id_].names
    development_page(told, f"{called.en} · {called.zh}", figures).print()


def numbers_(
    issuer: Annotated[str | None, typer.Argument(help="An issuer's short name, such as 国发 or 发改能源.")] = None,
    format_: Format = "table",
    bom: Bom = False,
) -> None:
    """Show, by issuer and year, which numbered papers are stored, which others are cited, and which are missing.

    Issuers that share a sequence (发改能源, 发改体改) are one row, 发改….
    """
    from db.engine import reading
    from tracker.development.tell import tell_numbers

    with reading(database()) as session:
        rows = tell_numbers(session)
    rows = rows if issuer is None else _of(issuer, rows)
    if format_ in PEOPLE:
        print_rows([_shown(row) for row in rows], SHOWN, format_)
    else:
        give(rows, "numbers", format_, bom=bom)


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    """A row with the share that we have, and without what is missing of a sequence that we hardly have."""
    share = row["have"] / row["highest"]
    much = share >= MISSING_FROM
    of = f"{row['have']} of {row['highest']}{f', {share:.0%}' if much else ''}"
    return {**row, "share": of, "missing": row["missing"] if much else ""}


def _of(issuer: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of an issuer, or of the family that it belongs to; complain of one that no document names."""
    from tracker.development.families import ANY

    if not rows:
        raise Complaint(
            f"nothing is known of {issuer!r}: no stored document has or names a number; `tracker crawl` first"
        )
    called = [{row["issuer"], row["issuer"].replace(ANY, ""), *row["of"].split(", ")} - {""} for row in rows]
    one_of(issuer, sorted(set().union(*called)), "issuer")
    return [row for row, known in zip(rows, called, strict=True) if issuer in known]
