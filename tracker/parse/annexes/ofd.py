"""Extract text from OFD, China's fixed-layout format (GB/T 33190-2016)."""

from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from lxml import etree

from tracker.parse.annexes.paragraphs import paragraphs

MOST_PAGES = 300
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
SAME_LINE = 1.0
"""Millimetres by which the pieces of one line may differ in height."""


def text_of(content: bytes) -> str:
    """Return the text of the first MOST_PAGES pages of all the file's documents, joined into paragraphs."""
    with ZipFile(BytesIO(content)) as file:
        pages = [list(_lines(_xml(file, place))) for place in list(_pages(file))[:MOST_PAGES]]
    return "\n".join(paragraphs(pages))


def _pages(file: ZipFile) -> Iterator[str]:
    for root in _xml(file, "OFD.xml").iter("{*}DocRoot"):
        document = _place("", root.text or "")
        for page in _xml(file, document).iterfind(".//{*}Pages/{*}Page"):
            yield _place(dirname(document), page.get("BaseLoc", ""))


def _lines(page: etree._Element) -> Iterator[str]:
    """Return text in the order in which it is drawn; pieces at the same height are one line."""
    line, height = "", 0.0
    for piece in page.iter("{*}TextCode"):
        at = _height(piece)
        if line and abs(at - height) > SAME_LINE:
            yield line
            line = ""
        line, height = line + (piece.text or ""), at
    yield line


def _height(piece: etree._Element) -> float:
    """Return the position of a piece: its object's box (x, y, width, height in millimetres), and its place in it."""
    box = (piece.getparent().get("Boundary") or "0 0 0 0").split()
    return float(box[1]) + float(piece.get("Y") or 0)


def _place(folder: str, name: str) -> str:
    return normpath(join(folder, name.strip())).lstrip("/")


def _xml(file: ZipFile, name: str) -> etree._Element:
    names = {member.lstrip("/"): member for member in file.namelist()}
    return etree.fromstring(file.read(names[name]), PARSER)
