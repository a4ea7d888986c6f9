"""Import pages from files instead of the web, and export them: WARC, records, saved HTML."""

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import IO

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from config.schema.source import Source
from db.engine import reading, transact
from db.models import Content, Page
from db.private import unfinished_file
from db.queries.pages import every_page
from db.store.many_pages import NewPage, add_pages
from db.store.turns import ARCHIVES, take_turn
from tracker.archive import warc
from tracker.archive.assigner import Assigner
from tracker.archive.batch import Batch
from tracker.parse import records
from tracker.parse.saved import Refuse, Unusable, open_saved, read_content


@dataclass
class Counts:
    """The counts of an import; `skipped` are records of other kinds, such as requests and pictures.

    `refused` counts, by reason, the lines, records and files that could not be used.
    """

    pages: int = 0
    known: int = 0
    skipped: int = 0
    refused: Counter[str] = field(default_factory=Counter)


Found = tuple[NewPage, bytes] | None
Progress = Callable[[Counts], None]


def import_files(
    engine: Engine,
    sources: Mapping[str, Source],
    paths: list[Path],
    url: str | None,
    refuse: Refuse,
    *,
    as_news: bool = False,
    progress: Progress | None = None,
) -> Counts:
    """Store the pages of files (.warc, .jsonl, .html, each also as .gz); known pages stay unchanged.

    Reading reports what they announce `as_news`, or otherwise only counts it in the next mail. `refuse` is called with
    each line, record or file that cannot be used; what follows it is imported. Pages are written in batches: an import
    that is killed loses its last batch at most, and `progress` is called with the counts after each.
    """
    counts, batch, assigner = Counts(), Batch(), Assigner(sources, as_news=as_news)

    def note(error: Unusable) -> None:
        counts.refused[error.reason] += 1
        refuse(error)

    def write() -> None:
        _store(engine, batch, counts)
        if progress:
            progress(counts)

    for path in paths:
        try:
            for found in _pages(path, url, note):
                _take(found, assigner, batch, counts, note)
                if batch.is_full:
                    write()
        except Unusable as error:
            note(error)
    write()
    return counts


def _take(found: Found, assigner: Assigner, batch: Batch, counts: Counts, refuse: Refuse) -> None:
    if found is None:
        counts.skipped += 1
        return
    try:
        assigner.assign(found[0])
    except Unusable as error:
        refuse(error)
    else:
        batch.add(*found)


def _store(engine: Engine, batch: Batch, counts: Counts) -> None:
    def store(session: Session) -> list[bool]:
        take_turn(session, ARCHIVES)
        return add_pages(session, batch.pages)

    # What a power cut undoes can be imported again from its file.
    try:
        new = transact(engine, store, durable=False)
    except IntegrityError:  # a crawl stored one of the pages at the same moment, and now it is there
        new = transact(engine, store, durable=False)
    counts.pages += sum(new)
    counts.known += len(new) - sum(new)
    batch.begin()


def export_warc(engine: Engine, to: Path | IO[bytes], source: str | None, since: datetime | None) -> int:
    """Write every stored page (of a source, fetched since a moment) as gzipped WARC/1.1; return their number.

    A file appears when it is complete. Without a page, nothing is written, and a file stays as it was.
    """
    with reading(engine) as session:
        pages = every_page(session, source, since)
        first = next(pages, None)
        if first is None:
            return 0
        pages = chain([first], pages)
        if not isinstance(to, Path):
            return _write_warc(to, pages)
        with unfinished_file(to) as unfinished, unfinished.open("wb") as stream:
            return _write_warc(stream, pages)


def _write_warc(stream: IO[bytes], pages: Iterable[tuple[Page, Content]]) -> int:
    writer, count = warc.writer(stream), 0
    for page, content in pages:
        warc.write_page(writer, page, zlib.decompress(content.zipped))
        count += 1
    return count


def _pages(path: Path, url: str | None, refuse: Refuse) -> Iterator[Found]:
    name = path.name.lower().removesuffix(".gz")
    if name.endswith(".warc"):
        yield from _from_warc(path, refuse)
    elif name.endswith((".jsonl", ".ndjson")):
        with open_saved(path) as lines:
            for line, record in records.read(lines, str(path), refuse):
                yield NewPage(records.address_of(record, path.name), records.CONTENT_TYPE), line
    elif name.endswith((".html", ".htm", ".shtml")):
        if url is None:
            needed = "a saved page needs the address that it came from; add --url https://..."
            raise Unusable(f"{path}: {needed}", "without address")
        yield NewPage(url, "text/html"), read_content(path)
    else:
        known = ".warc, .warc.gz, .jsonl, or .html with --url; annexes are imported from a WARC"
        raise Unusable(f"{path}: files of this kind are not imported; give {known}", "unknown kind")


def _from_warc(path: Path, refuse: Refuse) -> Iterator[Found]:
    try:
        with path.open("rb") as stream:
            yield from warc.read_pages(stream, lambda error: refuse(Unusable(f"{path}: {error}", error.reason)))
    except Unusable as error:
        raise Unusable(f"{path}: no readable WARC after what was imported so far: {error}", error.reason) from error
