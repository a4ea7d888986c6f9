"""`tracker extract` and `tracker analyze`: show what our rules make of files, without a database."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from tracker.cli.frame import Complaint, declared
from tracker.cli.output import echo
from tracker.cli.refused import Refused
from tracker.parse.saved import Unusable
from tracker.text.printable import as_json

ReadableFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]
Batch = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="JSON lines with id, file (relative to this file) and url."),
]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.command("extract")(extract_)
    app.command("analyze")(analyze_)


def extract_(
    file: Annotated[Path | None, typer.Argument(exists=True, dir_okay=False, help="A saved page.")] = None,
    url: Annotated[str | None, typer.Option(help="The page's address, for the layout and the date.")] = None,
    batch: Batch = None,
    _format: Annotated[Literal["json"], typer.Option("--format", help="Output format.")] = "json",
) -> None:
    """Print title, date, publisher and text of a saved page, or of each page of a batch, as JSON lines.

    A line or page of a batch that cannot be used is reported and skipped. The exit code is 1 if one was, and 2 if all
    were.
    """
    from tracker.parse.saved import read_content
    from tracker.pipeline import extract

    if batch is not None and file is not None:
        raise Complaint("give a saved page or --batch LABELS.jsonl, not both; run them one by one")
    sources, refused = declared().sources, Refused()
    if batch is not None:
        _print_lines(extract.extract_batch(batch, sources, refused), refused)
    elif file is not None:
        _print_lines(
            ({"id": str(one), **extract.extract_page(read_content(one), url or "", sources)} for one in [file]), refused
        )
    else:
        raise Complaint("name a saved page, or give --batch LABELS.jsonl")


def analyze_(
    file: ReadableFile,
    _format: Annotated[Literal["jsonl"], typer.Option("--format", help="Output format.")] = "jsonl",
) -> None:
    """Print the mentions and the story of each record of a JSON-lines file, as JSON lines. Nothing is stored.

    A line that is not a record is reported and skipped. The exit code is 1 if one was, and 2 if all were.
    """
    from tracker.pipeline import analyze

    refused = Refused()
    _print_lines(analyze.analyze(_records(file, refused), declared()), refused)


def _records(file: Path, refused: Refused) -> Iterable[dict[str, Any]]:
    from tracker.parse import records
    from tracker.parse.saved import open_saved

    with open_saved(file) as lines:
        yield from (record for _, record in records.read(lines, str(file), refused))


def _print_lines(rows: Iterable[dict[str, Any]], refused: Refused) -> None:
    """Print each usable result as a JSON line, and end with the exit code that reports the skipped ones."""
    used = False
    try:
        for row in rows:
            echo(as_json(row))
            used = True
    except Unusable as error:
        refused(error)
    refused.end(used=used)
