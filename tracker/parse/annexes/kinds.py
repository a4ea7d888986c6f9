"""Choose the reader of an annex by its content: PDF, Word, spreadsheet, OFD."""

from collections.abc import Callable
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from tracker.parse.annexes import legacy, ofd, pdf, sheets, word
from tracker.parse.blocks import squeeze

MOST_CHARACTERS = 200_000
MOST_MEMBERS = 5_000
MOST_UNPACKED = 200_000_000

Reader = Callable[[bytes], str]

BY_BEGINNING: dict[bytes, Reader] = {
    b"%PDF-": pdf.text_of,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": legacy.text_of,
}
BY_MEMBER: dict[str, Reader] = {
    "word/document.xml": word.text_of,
    "xl/workbook.xml": sheets.text_of,
    "OFD.xml": ofd.text_of,
}
"""The contents of a ZIP file show its kind."""


class UnreadableFileError(ValueError):
    """A file without text that can be extracted; its message gives the reason."""


def text_of(content: bytes) -> str:
    """Return the text of a file, one line per paragraph or row of cells (tabs between them), at most MOST_CHARACTERS.

    Raise UnreadableFileError if the file is of an unknown kind or has no text, and whatever the kind's library raises
    if the file is broken.
    """
    lines = filter(None, map(squeeze, _reader(content)(content).splitlines()))
    text = "\n".join(lines)[:MOST_CHARACTERS]
    if not text:
        raise UnreadableFileError("no text in it; it may be a scan")
    return text


def _reader(content: bytes) -> Reader:
    start = content[:1024].lstrip()
    found = next((reader for sign, reader in BY_BEGINNING.items() if start.startswith(sign)), None)
    if reader := found or (_in_zip(content) if start.startswith(b"PK") else None):
        return reader
    raise UnreadableFileError("of no kind that is read; read are PDF, DOCX, XLSX, XLS and OFD")


def _in_zip(content: bytes) -> Reader | None:
    """Choose the reader of a ZIP file by its contents, before anything is unpacked."""
    try:
        members = ZipFile(BytesIO(content)).infolist()
    except BadZipFile as error:
        raise UnreadableFileError("a broken ZIP file") from error
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise UnreadableFileError("too big when unpacked")
    names = {member.filename.lstrip("/") for member in members}
    return next((reader for name, reader in BY_MEMBER.items() if name in names), None)
