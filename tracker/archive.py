"""Brings pages home from files instead of from the web, and puts them into files: WARC, records, saved HTML."""

import gzip
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import Engine

from config.schema.source import Source, hosts_hold
from db.engine import reading, writing
from db.models import Page
from db.queries.pages import every_page
from db.store.pages import add_page
from spiders.keys import canonical_key, source_of
from tracker import records, warc

UNDECLARED = "import"


class ArchiveError(Exception):
    """A file that cannot be imported; its text says which, where and why in one line."""


@dataclass
class Counts:
    """What one import did; `skipped` are records of other kinds, such as requests and pictures."""

    pages: int = 0
    known: int = 0
    skipped: int = 0


Found = tuple[Page, bytes] | None


def import_files(engine: Engine, sources: Mapping[str, Source], paths: list[Path], url: str | None) -> Counts:
    """Store the pages of files (.warc, .warc.gz, .jsonl, .jsonl.gz, .html); what is known already stays as it is."""
    counts = Counts()
    for path in paths:
        for found in _pages(path, url):
            if found is None:
                counts.skipped += 1
                continue
            page, content = found
            _belong(page, sources)
            with writing(engine) as session:
                new = add_page(session, page, content)
            counts.pages += new
            counts.known += not new
    return counts


def export_warc(engine: Engine, file: Path, source: str | None, since: datetime | None) -> int:
    """Write every stored page (of a source, fetched since a moment) into a new gzipped WARC/1.1; give how many.

    The file appears when it is whole.
    """
    count = 0
    unfinished = file.with_name(f"{file.name}.unfinished")
    with unfinished.open("wb") as stream, reading(engine) as session:
        writer = warc.writer(stream)
        for page, content in every_page(session, source, since):
            warc.write_page(writer, page, zlib.decompress(content.zipped))
            count += 1
    unfinished.replace(file)
    return count


def _pages(path: Path, url: str | None) -> Iterator[Found]:
    name = path.name.lower().removesuffix(".gz")
    if name.endswith(".warc"):
        yield from _from_warc(path)
    elif name.endswith((".jsonl", ".ndjson")):
        yield from _from_records(path)
    elif name.endswith((".html", ".htm", ".shtml")):
        if url is None:
            raise ArchiveError(f"{path}: a saved page needs --url, the address that it came from")
        yield _page(url, "text/html"), path.read_bytes()
    else:
        raise ArchiveError(f"{path}: of no kind that we know; give .warc, .warc.gz, .jsonl or .html")


def _from_warc(path: Path) -> Iterator[Found]:
    try:
        with path.open("rb") as stream:
            yield from warc.read_pages(stream)
    except Exception as error:
        raise ArchiveError(f"{path}: no readable WARC after what was imported so far: {error}") from error


def _from_records(path: Path) -> Iterator[Found]:
    unpack = gzip.open if path.name.endswith(".gz") else open
    try:
        with unpack(path, "rb") as lines:
            for line, record in records.read(lines, str(path)):
                yield _page(records.address_of(record, path.name), records.CONTENT_TYPE), line
    except ValueError as error:
        raise ArchiveError(str(error)) from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ArchiveError(f"{path}: no whole gzip file; what came before was imported: {error}") from error


def _page(url: str, content_type: str) -> Page:
    return Page(source="", key="", url=url, sha256="", content_type=content_type, backfilled=True)


def _belong(page: Page, sources: Mapping[str, Source]) -> None:
    """Give a page its source by its address; what an archive of ours says of itself stays where it can be true."""
    claimed = sources.get(page.source)
    if claimed and page.key and hosts_hold(claimed.hosts, urlsplit(page.url).hostname):
        return
    source = source_of(page.url, sources)
    page.source = source.id if source else UNDECLARED
    page.key = canonical_key(page.url, source.articles.key if source else None)
