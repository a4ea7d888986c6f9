"""Make the files that the replica's articles annex: a PDF in the fonts that every reader has, and a DOCX."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO

from docx import Document
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

A4 = (595, 842)
LINES = 44
LINE = re.compile(r".{1,34}(?:(?<![!-~])|(?![!-~]))|.{1,34}")
"""Breaks lines as typesetters do: anywhere but within a number or a Latin word."""
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def pdf(paragraphs: list[str]) -> bytes:
    """Return a PDF of A4 pages with `paragraphs` broken into lines, in Song type that is not embedded."""
    lines = [part for text in paragraphs for part in LINE.findall(f"　　{text}")]
    writer = PdfWriter()
    for start in range(0, len(lines), LINES):
        page = writer.add_blank_page(*A4)
        shown = DecodedStreamObject()
        shown.set_data(_drawn(lines[start : start + LINES]))
        page[NameObject("/Contents")] = writer._add_object(shown)
        page[NameObject("/Resources")] = _names({"/Font": _names({"/F1": _song()})})
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def docx(paragraphs: list[str]) -> bytes:
    """Return a DOCX of `paragraphs`."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


MAKERS: dict[str, tuple[str, Callable[[list[str]], bytes]]] = {".pdf": (PDF, pdf), ".docx": (DOCX, docx)}
"""The content type and the maker of a file, by how its name ends."""


def _drawn(lines: list[str]) -> bytes:
    shown = (f"<{line.encode('utf-16-be').hex()}> Tj T*" for line in lines)
    return f"BT /F1 14 Tf 17 TL 57 770 Td {' '.join(shown)} ET".encode()


def _song() -> DictionaryObject:
    system = DictionaryObject(
        {NameObject("/Registry"): TextStringObject("Adobe"), NameObject("/Ordering"): TextStringObject("GB1")}
    )
    kind = {"/Type": "/Font", "/Subtype": "/CIDFontType0", "/BaseFont": "/STSong-Light"}
    inner = _names({**kind, "/CIDSystemInfo": system})
    outer = {**kind, "/Subtype": "/Type0", "/Encoding": "/UniGB-UTF16-H", "/DescendantFonts": ArrayObject([inner])}
    return _names(outer)


def _names(pairs: Mapping[str, object]) -> DictionaryObject:
    """Return a dictionary of the PDF's own kind, whose strings are names."""
    named = ((name, NameObject(value) if isinstance(value, str) else value) for name, value in pairs.items())
    return DictionaryObject({NameObject(name): value for name, value in named})
