"""Import pages from files instead of the web, and export them: WARC, records, saved HTML."""

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import Engine

from config.schema.source import Source, hosts_hold
from db.engine import reading, writing
from db.models import Page
from db.private import private_file
from db.queries.pages import every_page
from db.store.pages import add_page
from spiders.keys import canonical_key, source_of
from tracker.archive import warc
from tracker.parse import records
from tracker.parse.saved import Refuse, Unusable, open_saved, read_content
from tracker.text.normalize import storable

UNDECLARED = "import"
# An index of PostgreSQL takes rows of 2,704 bytes, part of which the other columns need.
MOST_ADDRESS = 2_000


@dataclass
class Counts:
    """The counts of an import; `skipped` are records of other kinds, such as requests and pictures.

    `refused` counts, by reason, the lines, records and files that could not be used.
    """

    pages: int = 0
    known: int = 0
    skipped: int = 0
    refused: Counter[str] = field(default_factory=Counter)


Found = tuple[Page, bytes] | None


def import_files(
    engine: Engine,
    sources: Mapping[str, Source],
    paths: list[Path],
    url: str | None,
    refuse: Refuse,
    *,
    as_news: bool = False,
) -> Counts:
    """Store the pages of files (.warc, .jsonl, .html, each also as .gz); known pages stay unchanged.

    Reading reports what they announce `as_news`, or otherwise only counts it in the next mail. `refuse` is called with
    each line, record or file that cannot be used; what follows it is imported.
    """
    counts = Counts()

    def note(error: Unusable) -> None:
        counts.refused[error.reason] += 1
        refuse(error)

    for path in paths:
        try:
            for found in _pages(path, url, note):
                _take(engine, sources, found, counts, note, as_news=as_news)
        except Unusable as error:
            note(error)
    return counts


def _take(
    engine: Engine, sources: Mapping[str, Source], found: Found, counts: Counts, refuse: Refuse, *, as_news: bool
) -> None:
    if found is None:
        counts.skipped += 1
        return
    page, content = found
    try:
        assign(page, sources, as_news=as_news)
    except Unusable as error:
        refuse(error)
        return
    # What a power cut undoes can be imported again from its file.
    with writing(engine, durable=False) as session:
        new = add_page(session, page, content)
    counts.pages += new
    counts.known += not new


def assign(page: Page, sources: Mapping[str, Source], *, as_news: bool = False) -> None:
    """Give a page of an archive its source, and say whether it is news; raise Unusable where it cannot be stored."""
    # Whatever an archive says: what was news to another installation then is not news today.
    page.backfilled = not as_news
    try:
        _belong(page, sources)
    except ValueError as error:
        raise Unusable(f"{storable(page.url)[:80]!r} is not an address that can be stored: {error}") from error


def export_warc(engine: Engine, file: Path, source: str | None, since: datetime | None) -> int:
    """Write every stored page (of a source, fetched since a moment) to a new gzipped WARC/1.1; return their number.

    The file appears when it is complete.
    """
    count = 0
    unfinished = file.with_name(f"{file.name}.unfinished")
    private_file(unfinished)
    with unfinished.open("wb") as stream, reading(engine) as session:
        writer = warc.writer(stream)
        for page, content in every_page(session, source, since):
            warc.write_page(writer, page, zlib.decompress(content.zipped))
            count += 1
    unfinished.replace(file)
    return count


def _pages(path: Path, url: str | None, refuse: Refuse) -> Iterator[Found]:
    name = path.name.lower().removesuffix(".gz")
    if name.endswith(".warc"):
        yield from _from_warc(path, refuse)
    elif name.endswith((".jsonl", ".ndjson")):
        with open_saved(path) as lines:
            for line, record in records.read(lines, str(path), refuse):
                yield _page(records.address_of(record, path.name), records.CONTENT_TYPE), line
    elif name.endswith((".html", ".htm", ".shtml")):
        if url is None:
            raise Unusable(f"{path}: a saved page needs --url, the address that it came from", "unknown kind")
        yield _page(url, "text/html"), read_content(path)
    else:
        raise Unusable(f"{path}: of an unknown kind; give .warc, .warc.gz, .jsonl or .html", "unknown kind")


def _from_warc(path: Path, refuse: Refuse) -> Iterator[Found]:
    try:
        with path.open("rb") as stream:
            yield from warc.read_pages(stream, lambda error: refuse(Unusable(f"{path}: {error}", error.reason)))
    except Unusable as error:
        raise Unusable(f"{path}: no readable WARC after what was imported so far: {error}", error.reason) from error


def _page(url: str, content_type: str) -> Page:
    return Page(source="", key="", url=url, sha256="", content_type=content_type, backfilled=True)


def _belong(page: Page, sources: Mapping[str, Source]) -> None:
    """Set the source of a page by its address; what an archive of ours says of itself is kept if it can be true.

    Raise ValueError for an address, or a key made of it, that no database could find again.
    """
    claimed = sources.get(page.source)
    if not (claimed and page.key and hosts_hold(claimed.hosts, urlsplit(page.url).hostname)):
        source = source_of(page.url, sources)
        page.source = source.id if source else UNDECLARED
        page.key = canonical_key(page.url, source.articles.key if source else None)
    if max(len(text.encode()) for text in (page.url, page.key, page.annex_of or "")) > MOST_ADDRESS:
        raise ValueError(f"it is longer than {MOST_ADDRESS} bytes")
