"""Extract text from Word documents (.docx)."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

PARAGRAPH, ROW, CELL = qn("w:p"), qn("w:tr"), qn("w:tc")


def text_of(content: bytes) -> str:
    """Return the text, one line per paragraph or row, with tabs between cells."""
    return "\n".join(_lines(Document(BytesIO(content)).element.body))


def _lines(body: Any) -> Iterator[str]:
    """Yield the lines of the body, from lxml's elements, so that frames and form fields are included."""
    for node in body.iter(PARAGRAPH, ROW):
        if next(node.iterancestors(ROW), None) is not None:
            continue
        if node.tag == ROW:
            yield "\x1f".join(_in_one_line(cell) for cell in node.iterchildren(CELL))
        else:
            yield node.text


def _in_one_line(cell: Any) -> str:
    return " ".join(paragraph.text.replace("\n", " ") for paragraph in cell.iter(PARAGRAPH))
