"""`tracker extract` and `tracker analyze`: what our rules make of files, without a database."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from tracker.cli.frame import Complaint, declared
from tracker.cli.output import echo
from tracker.printable import as_json

ReadableFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]
Batch = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="JSON lines with id, file (relative to them) and url."),
]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("extract")(extract_)
    app.command("analyze")(analyze_)


def extract_(
    file: Annotated[Path | None, typer.Argument(exists=True, dir_okay=False, help="A saved page.")] = None,
    url: Annotated[str | None, typer.Option(help="Where the page stood; tells the layout and the date.")] = None,
    batch: Batch = None,
    _format: Annotated[Literal["json"], typer.Option("--format", help="How to print.")] = "json",
) -> None:
    """Print title, date, publisher and text of a saved page, or of each page of a batch, a JSON line each."""
    from tracker import extract, records

    if batch is not None and file is not None:
        raise Complaint("give a saved page or --batch LABELS.jsonl, not both; run them one by one")
    sources = declared().sources
    if batch is not None:
        try:
            _print_lines(extract.extract_batch(batch, sources))
        except records.LineError as error:
            raise Complaint(str(error)) from error
    elif file is not None:
        _print_lines([{"id": str(file), **extract.extract_page(file.read_bytes(), url or "", sources)}])
    else:
        raise Complaint("name a saved page, or give --batch LABELS.jsonl")


def analyze_(
    file: ReadableFile,
    _format: Annotated[Literal["jsonl"], typer.Option("--format", help="How to print.")] = "jsonl",
) -> None:
    """Print the mentions and the story of each record of a JSON-lines file, a line each; stores nothing."""
    from tracker import analyze

    _print_lines(analyze.analyze(_records(file), declared()))


def _records(file: Path) -> Iterable[dict[str, Any]]:
    from tracker import records

    with file.open("rb") as lines:
        try:
            yield from (record for _, record in records.read(lines, str(file)))
        except ValueError as error:
            raise Complaint(str(error)) from error


def _print_lines(rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        echo(as_json(row))
