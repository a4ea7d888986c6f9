"""Extract text from spreadsheets (.xlsx), row by row."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from openpyxl import load_workbook


def text_of(content: bytes) -> str:
    """Return the rows that are not empty, one line each, with tabs between their cells; formulas as their values."""
    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    shown = (sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
    return "\n".join(row_of(values) for sheet in shown for values in sheet.iter_rows(values_only=True))


def row_of(values: Iterable[object]) -> str:
    """Return the cells that are not empty as one line; whole numbers without a point, days without a time."""
    return "\x1f".join(_printed(value) for value in values if value not in (None, ""))


def _printed(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    return str(value).replace("\n", " ")
