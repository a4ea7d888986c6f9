"""Brings pages home from files instead of from the web: WARC archives, records, saved HTML."""

import gzip
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import Engine
from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from config.schema.source import Source
from db.engine import writing
from db.models import Page, now
from db.store.pages import add_page
from spiders.keys import canonical_key
from tracker import records

UNDECLARED = "import"
MOST_BYTES = 20_000_000
READABLE = ("text/html", "application/xhtml+xml", "text/plain")


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
            for record in ArchiveIterator(stream, arc2warc=True):
                yield _from_response(record)
    except Exception as error:
        raise ArchiveError(f"{path}: no readable WARC after what was imported so far: {error}") from error


def _from_response(record: ArcWarcRecord) -> Found:
    head = record.http_headers
    if record.rec_type != "response" or head is None or head.get_statuscode() != "200":
        return None
    kind = head.get_header("Content-Type") or "text/html"
    content = record.content_stream().read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES or not kind.lower().startswith(READABLE):
        return None
    page = _page(record.rec_headers.get_header("WARC-Target-URI"), kind)
    page.response_head = head.to_str().rstrip("\r\n")
    return page, content


def _from_records(path: Path) -> Iterator[Found]:
    opened = gzip.open(path, "rb") if path.name.endswith(".gz") else path.open("rb")
    with opened as raw, io.TextIOWrapper(raw, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    record = records.check(line)
                except ValueError as error:
                    raise ArchiveError(f"{path}:{number}: {error}") from error
                yield _page(str(record.get("url") or record["id"]), records.CONTENT_TYPE), line.strip().encode()


def _page(url: str, content_type: str) -> Page:
    return Page(source=UNDECLARED, key=url, url=url, sha256="", content_type=content_type, backfilled=True)


def _belong(page: Page, sources: Mapping[str, Source]) -> None:
    """Give the page to the source whose host it stood on, under that source's key."""
    host = urlsplit(page.url).hostname
    source = next((source for source in sources.values() if host in source.hosts), None)
    page.key = canonical_key(page.url, source.articles.key if source else None)
    page.fetched_at = page.checked_at = now()
    if source is not None:
        page.source = source.id
