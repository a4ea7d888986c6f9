"""Write announcements as references: BibTeX for LaTeX, RIS for Zotero, EndNote and similar programs."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from tracker.contract.models.announcement import Announcement
from tracker.text.printable import printable
from tracker.views.corrected import sentences

_SPECIAL = {sign: f"\\{sign}" for sign in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_UNSAFE = re.compile(r"[&%$#_{}\\~^]")
# Characters that end or begin an argument inside \url.
_IN_ADDRESS = re.compile(r"[\s{}\\%#]")


def bibtex(rows: Iterable[Announcement]) -> str:
    """Write one @techreport for each announcement of a numbered paper, else @misc, with the quote as its note."""
    return "\n".join(_entry(row) for row in rows)


def ris(rows: Iterable[Announcement]) -> str:
    """Write one record for each announcement: a paper of a government if it is numbered, else a web page."""
    return "".join("".join(f"{tag}  - {value}\r\n" for tag, value in _record(row)) + "ER  - \r\n\r\n" for row in rows)


def sentence(
    publisher: str, title: str | None, published: str | None, url: str, sha256: str | None, fetched_at: datetime | None
) -> str:
    """Cite a document as a footnote does, with the digest of its stored page."""
    stored = f"stored {fetched_at.date()} " if fetched_at else ""
    parts = (
        publisher,
        f"“{title}”" if title else None,
        published[:10] if published else None,
        url,
        f"{stored}(SHA-256 {sha256})" if sha256 else None,
    )
    return _one_line(", ".join(part for part in parts if part)) + "."


def author(row: Announcement) -> str:
    """Return whose words they are: the body's name in the language of the quote, else the publisher."""
    name = row.body_name_zh if row.language == "zh" else row.body_name
    return name or publisher(row)


def publisher(row: Announcement) -> str:
    """Return the publisher of the quoted page as it prints it, else the source's name in the language of the quote."""
    return row.publisher or (row.source_name_zh if row.language == "zh" else row.source_name) or row.source


def _entry(row: Announcement) -> str:
    fields = {
        "title": row.headline,
        "author": f"{{{_tex(author(row))}}}",
        "institution" if row.number else "howpublished": publisher(row),
        "number": row.number,
        "year": str(row.day.year) if row.day else None,
        "month": str(row.day.month) if row.day else None,
        "date": str(row.day) if row.day else None,
        "url": _IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), row.url),
        "urldate": str(row.fetched_at.date()) if row.fetched_at else None,
        "langid": "chinese" if row.language == "zh" else "english",
        "note": _note(row),
    }
    as_they_are = {"author", "url", "date", "urldate"}
    lines = [
        f"  {name} = {{{value if name in as_they_are else _tex(value)}}},\n" for name, value in fields.items() if value
    ]
    return f"@{'techreport' if row.number else 'misc'}{{tracker-{row.id},\n{''.join(lines)}}}\n"


def _record(row: Announcement) -> Iterator[tuple[str, str]]:
    fields = (
        ("TY", "GOVDOC" if row.number else "ELEC"),
        ("ID", f"tracker-{row.id}"),
        ("TI", row.headline),
        ("AU", author(row)),
        ("PB", publisher(row)),
        ("M1", row.number),
        ("PY", str(row.day.year) if row.day else None),
        ("DA", f"{row.day:%Y/%m/%d}/" if row.day else None),
        ("UR", row.url),
        ("Y2", f"{row.fetched_at:%Y/%m/%d}/" if row.fetched_at else None),
        ("LA", row.language),
        ("AB", row.quote),
        ("N1", f"SHA-256 of the stored page: {row.sha256}" if row.sha256 else None),
        *(("N1", one) for one in corrections_of(row)),
    )
    for tag, value in fields:
        if value:
            yield tag, _one_line(value)


def _note(row: Announcement) -> str:
    stored = f" SHA-256 of the stored page: {row.sha256}" if row.sha256 else ""
    return " ".join((f"{row.quote}{stored}", *corrections_of(row)))


def corrections_of(row: Announcement) -> list[str]:
    """Return what people corrected, a sentence each, for what shows the corrected day or body."""
    return sentences(one.plain() for one in row.corrected)


def _tex(text: str | None) -> str:
    return _UNSAFE.sub(lambda found: _SPECIAL[found[0]], _one_line(text or ""))


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())
