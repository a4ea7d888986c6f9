"""Print rows for programs as the contract states them: JSON, JSON lines, CSV, an Excel workbook, or references."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

import typer

from tracker.cli.binary import binary_output
from tracker.cli.frame import print_rows
from tracker.cli.output import echo, write
from tracker.text.printable import as_json

if TYPE_CHECKING:
    from tracker.contract.models.announcement import Announcement
    from tracker.contract.models.row import Row

PEOPLE = ("table", "markdown")
"""The formats for people; all others are for programs."""
Format = Annotated[
    Literal["table", "markdown", "json", "jsonl", "csv", "xlsx"], typer.Option("--format", help="Output format.")
]
Citable = Annotated[
    Literal["table", "markdown", "json", "jsonl", "csv", "xlsx", "bibtex", "ris"],
    typer.Option("--format", help="Output format; bibtex and ris are references."),
]
Bom = Annotated[bool, typer.Option("--bom", help="Begin CSV with a byte order mark, so that Excel recognises UTF-8.")]


def print_or_give(
    rows: "Sequence[Mapping[str, Any]]", columns: Sequence[str], output: str, form: str, *, bom: bool = False
) -> None:
    """Print `columns` of rows for people, or write the rows of an output for programs."""
    if form in PEOPLE:
        print_rows(rows, columns, form)
    else:
        give(rows, output, form, bom=bom)


def give(rows: "Iterable[Row | Mapping[str, Any]]", output: str, form: str, *, bom: bool = False) -> None:
    """Print the rows of an output (a name of `tracker.contract.outputs.LISTS`); mappings must be such rows."""
    from tracker.contract.outputs import LISTS

    model = LISTS[output]
    told = [model.model_validate(row) if isinstance(row, Mapping) else row for row in rows]
    if form == "json":
        echo(as_json([row.plain() for row in told], indent=2))
    elif form == "jsonl":
        for row in told:
            echo(as_json(row.plain()))
    elif form == "csv":
        from tracker.contract.formats.comma_separated import csv_text

        for text in csv_text(model, told, bom=bom):
            write(text)
    elif form == "xlsx":
        from tracker.contract.formats.workbooks import workbook

        binary_output("a workbook", "FILE.xlsx").write(workbook(model, told, output))
    else:
        cite(cast("Sequence[Announcement]", told), form)


def give_one(told: "Row | Mapping[str, Any]", output: str) -> None:
    """Print an output that is one object (a name of `tracker.contract.outputs.ONES`) as JSON."""
    from tracker.contract.outputs import ONES

    row = ONES[output].model_validate(told) if isinstance(told, Mapping) else told
    echo(as_json(row.plain(), indent=2))


def cite(rows: "Sequence[Announcement]", form: str) -> None:
    """Print announcements as references in BibTeX or RIS."""
    from tracker.contract.formats.citations import bibtex, ris

    write((bibtex if form == "bibtex" else ris)(rows))
