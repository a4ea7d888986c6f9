"""Write rows as CSV (RFC 4180), in which no text from a page is a formula."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel

from tracker.contract.formats.flat import Cell, cells, columns
from tracker.text.printable import csv_cell

BOM = "\ufeff"
"""The mark by which Excel recognises that a CSV file is UTF-8."""


def csv_text(model: type[BaseModel], rows: Iterable[BaseModel], *, bom: bool = False) -> Iterator[str]:
    """Yield a CSV file row by row, starting with the columns; with a byte order mark on request."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    yield (BOM if bom else "") + _line(writer, buffer, columns(model))
    for row in rows:
        yield _line(writer, buffer, [csv_cell(_written(cell)) for cell in cells(row)])


def _line(writer: Any, buffer: io.StringIO, values: list[str]) -> str:
    writer.writerow(values)
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _written(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return "" if cell is None else str(cell)
