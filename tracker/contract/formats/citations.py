"""Write announcements as references: as text, in Markdown, BibTeX for LaTeX, RIS for Zotero and similar programs.

Every form cites the document that is quoted, which is the one on the row of the announcement.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from db.beijing import beijing_day
from tracker.alerts.compose.sanitize import clean, web_address
from tracker.contract.models.announcement import Announcement
from tracker.text.printable import printable
from tracker.views.corrected import sentences

_SPECIAL = {sign: f"\\{sign}" for sign in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_UNSAFE = re.compile(r"[&%$#_{}\\~^]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|])")
LONGEST_TITLE = 400
# Characters that end or begin an argument inside \url.
_IN_ADDRESS = re.compile(r"[\s{}\\%#]")


def bibtex(rows: Iterable[Announcement], home: str = "") -> str:
    """Write one @techreport for each announcement of a numbered paper, else @misc, with the quote as its note.

    `home` is the address of our pages, without a slash; notes then contain that of the announcement.
    """
    return "\n".join(_entry(row, home) for row in rows)


def ris(rows: Iterable[Announcement], home: str = "") -> str:
    """Write one record for each announcement: a paper of a government if it is numbered, else a web page."""
    return "".join(
        "".join(f"{tag}  - {value}\r\n" for tag, value in _record(row, home)) + "ER  - \r\n\r\n" for row in rows
    )


def plainly(row: Announcement, home: str = "") -> str:
    """Cite an announcement as a footnote does: the document that is quoted, and our copy of it."""
    who, by, day = author(row), publisher(row), str(row.day or "")
    parts = (
        f"{who}: {_title(row)}",
        row.number,
        ", ".join(filter(None, (by if by != who else "", day))),
        row.url,
        _copy(row),
        _ours(row, home),
    )
    return " ".join(f"{_one_line(part)}." for part in parts if part)


def markdown(row: Announcement, home: str) -> str:
    """Cite an announcement as a line of Markdown, with the document that is quoted and our page as links."""
    title, who = (_MARKDOWN.sub(r"\\\1", _one_line(one)) for one in (_title(row), author(row)))
    ours = _ours(row, home)
    parts = (who, f"[{title}](<{web_address(row.url) or ours}>)", row.number, str(row.day or ""), _copy(row))
    return f"{', '.join(filter(None, parts))} ([announcement {row.id}](<{ours}>))"


def sentence(
    publisher: str, title: str | None, published: str | None, url: str, sha256: str | None, fetched_at: datetime | None
) -> str:
    """Cite a document as a footnote does, with the digest of its stored page."""
    stored = f"stored {beijing_day(fetched_at)} " if fetched_at else ""
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


def _title(row: Announcement) -> str:
    return clean(row.headline or row.quote, LONGEST_TITLE)


def _copy(row: Announcement) -> str:
    copied = f"Copy of {beijing_day(row.fetched_at)}, " if row.fetched_at else ""
    return f"{copied}SHA-256 {row.sha256}" if row.sha256 else ""


def _ours(row: Announcement, home: str) -> str:
    return f"{home}/announcements/{row.id}" if home else ""


def _entry(row: Announcement, home: str) -> str:
    url = web_address(row.url) or ""
    fields = {
        "title": _title(row),
        "author": f"{{{_tex(author(row))}}}",
        "institution" if row.number else "howpublished": publisher(row),
        "number": row.number,
        "year": str(row.day.year) if row.day else None,
        "month": str(row.day.month) if row.day else None,
        "date": str(row.day) if row.day else None,
        "url": _IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url),
        "urldate": str(beijing_day(row.fetched_at)) if row.fetched_at else None,
        "langid": "chinese" if row.language == "zh" else "english",
        "note": " ".join(filter(None, (row.quote, *_notes(row, home)))),
    }
    as_they_are = {"author", "url", "date", "urldate"}
    lines = [
        f"  {name} = {{{value if name in as_they_are else _tex(value)}}},\n" for name, value in fields.items() if value
    ]
    return f"@{'techreport' if row.number else 'misc'}{{tracker-{row.id},\n{''.join(lines)}}}\n"


def _record(row: Announcement, home: str) -> Iterator[tuple[str, str]]:
    fields = (
        ("TY", "GOVDOC" if row.number else "ELEC"),
        ("ID", f"tracker-{row.id}"),
        ("TI", _title(row)),
        ("AU", author(row)),
        ("PB", publisher(row)),
        ("M1", row.number),
        ("PY", str(row.day.year) if row.day else None),
        ("DA", f"{row.day:%Y/%m/%d}/" if row.day else None),
        ("UR", web_address(row.url)),
        ("Y2", f"{beijing_day(row.fetched_at):%Y/%m/%d}/" if row.fetched_at else None),
        ("LA", row.language),
        ("AB", row.quote),
        *(("N1", note) for note in _notes(row, home)),
    )
    for tag, value in fields:
        if value:
            yield tag, _one_line(value)


def _notes(row: Announcement, home: str) -> list[str]:
    stored = f"SHA-256 of the stored page: {row.sha256}" if row.sha256 else ""
    return [one for one in (stored, _ours(row, home), *corrections_of(row)) if one]


def corrections_of(row: Announcement) -> list[str]:
    """Return what people corrected, a sentence each, for what shows the corrected day or body."""
    return sentences(one.plain() for one in row.corrected)


def _tex(text: str | None) -> str:
    return _UNSAFE.sub(lambda found: _SPECIAL[found[0]], _one_line(text or ""))


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())
