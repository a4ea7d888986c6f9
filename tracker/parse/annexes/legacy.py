"""Extract text from spreadsheets in the old binary format (.xls)."""

from os import devnull

import xlrd

from tracker.parse.annexes.sheets import row_of


def text_of(content: bytes) -> str:
    """Return the rows that are not empty, a line each; raise XLRDError for other files in the container (DOC, WPS)."""
    with open(devnull, "w") as nowhere:  # noqa: PTH123 - xlrd prints what it thinks of a file
        book = xlrd.open_workbook(file_contents=content, logfile=nowhere)
    return "\n".join(row_of(sheet.row_values(row)) for sheet in book.sheets() for row in range(sheet.nrows))
