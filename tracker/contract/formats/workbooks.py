"""Write rows as an Excel workbook, in which no text from a page is a formula."""

import io
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from pydantic import BaseModel

from tracker.contract.formats.flat import Cell, cells, columns
from tracker.text.printable import xml_text

MOST_IN_A_CELL = 32_767
"""The most characters that Excel accepts in a cell."""
WIDTHS = {date: 12, datetime: 20, int: 10, float: 12, bool: 10}
WIDE = 24


def workbook(model: type[BaseModel], rows: Iterable[BaseModel], title: str) -> bytes:
    """Return an Excel workbook of one sheet.

    Days are days, moments are in UTC, numbers are numbers, the rest is text.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    names = columns(model)
    sheet.freeze_panes = "A2"
    for place, name in enumerate(names, 1):
        _widen(sheet, place, name, model)
    sheet.append([_excel(sheet, name) for name in names])
    for row in rows:
        sheet.append([_excel(sheet, cell) for cell in cells(row)])
    filled = io.BytesIO()
    book.save(filled)
    return filled.getvalue()


def _excel(sheet: Any, cell: Cell) -> Any:
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    if not isinstance(cell, str):
        return cell
    made = WriteOnlyCell(sheet, xml_text(cell)[:MOST_IN_A_CELL])
    # Otherwise a text that begins with = is a formula.
    made.data_type = "s"
    return made


def _widen(sheet: Any, place: int, name: str, model: type[BaseModel]) -> None:
    field = model.model_fields.get(name)
    parts = getattr(field.annotation, "__args__", (field.annotation,)) if field else ()
    width = next((WIDTHS[part] for part in parts if part in WIDTHS), WIDE)
    sheet.column_dimensions[get_column_letter(place)].width = max(width, len(name) + 2)
