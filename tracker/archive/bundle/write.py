"""Write a bundle: everything into one zip, described and with the digests of all files."""

import tempfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup
from pydantic import BaseModel
from sqlalchemy import Engine
from sqlmodel import Session

from config import Config
from db.beijing import beijing_day
from db.engine import reading
from db.private import unfinished_file
from db.queries.pages import with_annexes
from db.queries.timeline import Wanted
from tracker.archive import warc
from tracker.archive.bundle import crate
from tracker.archive.bundle.gather import Evidence, gather, text_file
from tracker.archive.bundle.wacz import Record, write_wacz
from tracker.archive.bundle.zipped import Zipped
from tracker.contract.formats.comma_separated import csv_text
from tracker.contract.models.announcement import Announcement
from tracker.text.printable import printable
from tracker.views.corrected import sentences
from tracker.views.pictures import in_english, timeline_sheet

SUMS = "SHA256SUMS"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Stored(BaseModel):
    """One stored page: `warc_offset` is where its record begins in pages.warc.gz, in bytes."""

    sha256: str
    bytes: int
    url: str
    source: str
    fetched_at: datetime
    status: int
    content_type: str
    annex_of: str | None
    gone_since: datetime | None
    warc_offset: int


@dataclass(frozen=True)
class Written:
    """How much a bundle holds."""

    announcements: int
    quotes: int
    pages: int


def write_bundle(engine: Engine, config: Config, wanted: Wanted, title: str, file: Path) -> Written:
    """Write what is wanted; the file appears when it is whole. The same data give the same bytes."""
    with (
        unfinished_file(file) as unfinished,
        reading(engine) as session,
        tempfile.TemporaryDirectory(dir=file.parent, prefix=".bundle-") as folder,
    ):
        evidence = gather(session, config, wanted)
        count = _write(session, config, evidence, wanted, title, unfinished, Path(folder))
    return Written(len(evidence.rows), len(evidence.quotes), count)


def _write(
    session: Session, config: Config, evidence: Evidence, wanted: Wanted, title: str, target: Path, folder: Path
) -> int:
    made_at = evidence.newest()
    records, stored = _pages(session, evidence, made_at, folder / "pages.warc.gz")
    write_wacz(folder / "pages.wacz", folder / "pages.warc.gz", records, title, made_at)
    with Zipped(target) as zipped:
        zipped.add("README.md", _readme(title, evidence, stored))
        zipped.add("timeline.html", _html(config, evidence, wanted, title))
        zipped.add("timeline.csv", _csv(Announcement, evidence.rows))
        zipped.add("quotes.csv", _csv(type(evidence.quotes[0]), evidence.quotes))
        for document in evidence.documents:
            zipped.add(text_file(document), document.text.encode("utf-8", "replace"))
        zipped.add("pages.csv", _csv(Stored, stored))
        for name in ("pages.warc.gz", "pages.wacz"):
            zipped.add_file(name, folder / name)
        zipped.add(crate.FILE, crate.describe(title, wanted.initiatives, zipped.digests, made_at))
        sums = "".join(f"{digest}  {name}\n" for name, (_, digest) in zipped.digests.items())
        zipped.add(SUMS, sums.encode())
    return len(stored)


def _pages(
    session: Session, evidence: Evidence, made_at: datetime | None, file: Path
) -> tuple[list[Record], list[Stored]]:
    """Write the pages of all documents as WARC; return the place of each."""
    records, stored = [], []
    titles = {(one.source, one.key): one.title for one in evidence.documents}
    with file.open("wb") as stream:
        writer = warc.writer(stream, made_at or EPOCH)
        for page, content in with_annexes(session, evidence.documents):
            placed = warc.write_page(writer, page, zlib.decompress(content.zipped))
            title = titles.get((page.source, page.key)) or page.listed_title
            records.append(
                Record(
                    url=page.url,
                    fetched_at=page.fetched_at,
                    status=page.status,
                    content_type=page.content_type,
                    title=title,
                    offset=placed.offset,
                    length=placed.length,
                    digest=placed.digest,
                    is_page=page.annex_of is None,
                )
            )
            stored.append(
                Stored(
                    **page.model_dump(include=set(Stored.model_fields)),
                    bytes=content.size,
                    warc_offset=placed.offset,
                )
            )
    return records, stored


def _csv(model: type[BaseModel], rows: Iterable[BaseModel]) -> bytes:
    return "".join(csv_text(model, rows)).encode("utf-8", "replace")


def _html(config: Config, evidence: Evidence, wanted: Wanted, title: str) -> bytes:
    plain = [row.model_dump() for row in evidence.rows]
    last = max((row.day for row in evidence.rows if row.day), default=date(1970, 1, 1))
    drawn = timeline_sheet(plain, title, in_english(config), last, wanted.initiatives)
    quotes = {id_: list(some) for id_, some in groupby(evidence.quotes, lambda one: one.announcement)}
    picture = Markup(drawn)  # noqa: S704 - our own drawing, which escapes its words
    html = _template("timeline.html").render(
        title=title, picture=picture, rows=evidence.rows, quotes=quotes, corrected=_corrected
    )
    return html.encode("utf-8", "replace")


def _corrected(row: Announcement) -> list[str]:
    return sentences(one.plain() for one in row.corrected)


def _readme(title: str, evidence: Evidence, stored: list[Stored]) -> bytes:
    quote = evidence.quotes[0]
    page = next((one for one in stored if one.sha256 == quote.sha256), None)
    text = _template("README.md").render(
        title=" ".join(title.split()),
        quote=quote,
        page=page,
        announcements=len(evidence.rows),
        quotes=len(evidence.quotes),
        pages=len(stored),
        newest=beijing_day(evidence.newest()),
    )
    return text.encode("utf-8", "replace")


@cache
def _template(name: str) -> Template:
    made = Environment(
        loader=PackageLoader("tracker.archive.bundle"),
        autoescape=name.endswith(".html"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
    )
    made.filters["web"] = lambda url: url if urlsplit(url).scheme in ("http", "https") else ""
    return made.get_template(name)
