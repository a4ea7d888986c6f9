"""Lays out the documents that a search found: day and number, then title, surroundings and source."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.text import Text

from tracker.cli.screen.console import console, show
from tracker.cli.screen.lines import linked, text
from tracker.cli.screen.tables import Column, records, table

DIM = "bright_black"
COLUMNS = (Column("day"), Column("document", wraps=True))


def show_found(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print documents as `answers.answer` returns them."""
    cells = [[text(row["day"] or "no day", "bold"), Text("\n").join(_parts(row))] for row in rows]
    wide = console().width
    show(table(COLUMNS, cells, wide, heads=False) or records(("day", "document"), cells, wide))


def _parts(row: Mapping[str, Any]) -> Iterator[Text]:
    yield linked(text(row["title"] or row["url"], "bold"), row["url"])
    if row["snippet"] and row["snippet"] != row["title"]:
        yield text(row["snippet"])
    yield text(" · ".join(part for part in (row["source"], ", ".join(row["initiatives"]), row["number"]) if part), DIM)
    yield text(row["url"], DIM)
