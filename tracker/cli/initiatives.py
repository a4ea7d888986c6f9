"""`tracker initiatives`: lists the catalogue with how much we have of each, and checks what their terms match."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli import completion, names
from tracker.cli.forms import PEOPLE, Bom, Format, give
from tracker.cli.frame import database, declared, print_rows
from tracker.cli.output import echo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from config import Config
    from tracker.tag.term_report import Tried

COLUMNS = ("id", "en", "zh", "announcements", "first", "last")
SHOWN = ("initiative", "count", "first", "last")
"""The columns of a narrow table: id, names, `count` announcements, the month of the first, the day of the last."""
WIDE, FROM = ("initiative", "name", "count", "first", "last"), 120
"""The columns of a table with one line for each row, and the screen width from which it is shown."""
ENOUGH = 20
"""With fewer documents, a term that most of them contain may still be a good one."""
CHECKED = ("initiative", "term", "hits", "documents", "near", "sample", "near_sample")

app = typer.Typer(help="List the catalogue, with the number of announcements; check its terms.")


def add_to(commands: typer.Typer) -> None:
    """Add the commands to the app."""
    commands.add_typer(app, name="initiatives")


@app.callback(invoke_without_command=True)
def list_(context: typer.Context, format_: Format = "table", bom: Bom = False) -> None:
    """List the initiatives with their number of announcements, first and last day."""
    if context.invoked_subcommand:
        return
    from db.engine import reading
    from tracker.views import timeline

    with reading(database()) as session:
        if format_ not in PEOPLE:
            from tracker.contract.rows.declared import initiatives

            give(initiatives(session, declared()), "initiatives", format_, bom=bom)
            return
        rows = timeline.initiatives(session, declared())
    from tracker.cli.screen.console import console, is_laid_out

    if format_ == "table" and is_laid_out():
        wide = console().width >= FROM
        print_rows([_shown(row, wide=wide) for row in rows], WIDE if wide else SHOWN, format_)
    else:
        print_rows(rows, COLUMNS, format_)


def _shown(row: dict[str, Any], *, wide: bool) -> dict[str, Any]:
    first = str(row["first"])[: 10 if wide else 7] if row["first"] else None
    name = " · ".join(dict.fromkeys((row["en"], row["zh"])))
    called = row["id"] if wide else f"{row['id']}\n{name}"
    return {**row, "initiative": called, "name": name, "count": row["announcements"], "first": first}


@app.command("check")
def check_(
    initiative: Annotated[
        str | None, typer.Argument(help="Only this one, by id or name.", autocompletion=completion.initiatives)
    ] = None,
    format_: Format = "table",
    bom: Bom = False,
) -> None:
    """Try the terms on every stored document: what each one matches or nearly matches, and which never match."""
    from db.engine import reading
    from db.queries.documents import by_language, texts
    from tracker.tag.rules import compile_rules
    from tracker.tag.term_report import check

    config = declared()
    only = names.initiative(initiative, config) if initiative else None
    with reading(database()) as session:
        tried = check(texts(session), compile_rules(config), only)
        documents = by_language(session)
    _warn(tried, documents, config)
    if format_ not in PEOPLE:
        give(map(vars, tried), "initiatives-check", format_, bom=bom)
        return
    firsts = {"sample": "samples", "near_sample": "near_samples"}
    rows = [vars(one) | {name: next(iter(vars(one)[many]), "") for name, many in firsts.items()} for one in tried]
    print_rows(rows, CHECKED, format_)


def _warn(tried: "Sequence[Tried]", documents: "Mapping[str, int]", config: "Config") -> None:
    """Warn of terms that most documents of their language contain: a document is hardly about what they name."""
    for one in tried:
        entry = config.initiatives[one.initiative]
        terms = {"zh": entry.zh or entry.en, "en": entry.en or entry.zh}
        of = sum(documents.get(language, 0) for language, some in terms.items() if one.term in some)
        if of >= ENOUGH and one.documents > of / 2:
            told = f"{one.term!r} stands in {one.documents} of {of} documents, so it says little; add a word to it"
            echo(f"tracker: {one.initiative}: {told}", err=True)
