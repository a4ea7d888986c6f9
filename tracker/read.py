"""Reads what is stale and nothing else: pages into documents, mentions, stories and announcements."""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from sqlalchemy import Engine
from sqlmodel import Session

from config import Config
from config.schema.source import Source
from db.engine import reading, writing
from db.models import Announcement, Content, Document, Mention, Page
from db.queries import documents as queries
from db.store import documents as store
from spiders.annexes import annex_rows
from spiders.rows import Row
from tracker import parse, records
from tracker.alerts.outbox import enqueue
from tracker.annexes import reading as annexes
from tracker.announce import Member, announce, strength
from tracker.stories.place import place
from tracker.stories.stored import Stored
from tracker.tag import tag
from tracker.tag.rules import Rules, compile_rules

Progress = Callable[[int, int], None]


@dataclass
class Counts:
    """What one reading did."""

    pages: int = 0
    documents: int = 0
    mentions: int = 0
    announcements: int = 0
    problems: int = 0


@dataclass
class Reader:
    """One reading: the database, what we watch, the rules made of it, and the count so far."""

    engine: Engine
    config: Config
    rules: Rules
    counts: Counts = field(default_factory=Counts)


def read(engine: Engine, config: Config, *, again: bool = False, progress: Progress | None = None) -> Counts:
    """Read every stale page and tag every stale document, one transaction each; with `again`, all of them."""
    reader = Reader(engine, config, compile_rules(config))
    work = list(_work(reader, again))
    for done, (task, id_) in enumerate(work, 1):
        task(reader, id_)
        if progress:
            progress(done, len(work))
    return reader.counts


def layout_stamp(source: Source | None) -> str:
    """Names the reader of a source's pages: the parser's version and the source's layouts."""
    layouts = "".join(layout.model_dump_json() for layout in source.layouts) if source else ""
    return hashlib.sha256(f"{parse.VERSION} {layouts}".encode()).hexdigest()[:16]


def _work(reader: Reader, again: bool) -> Iterator[tuple[Callable[[Reader, int], None], int]]:
    stamps = {id_: layout_stamp(source) for id_, source in reader.config.sources.items()}
    general = layout_stamp(None)
    with reading(reader.engine) as session:
        stale = [
            page
            for page in queries.newest_pages(session)
            if again or page.read_by != stamps.get(page.source, general) + annexes.stamp(page.annexes)
        ]
        of_stale_pages = {(page.source, page.key) for page in stale}
        untagged = queries.untagged(session, reader.rules.version)
    yield from ((partial(_read_page, annexed=page.annexes), page.page_id) for page in stale)
    yield from ((_tag_again, id_) for id_, source, key in untagged if (source, key) not in of_stale_pages)


def _read_page(reader: Reader, page_id: int, annexed: tuple[int, ...]) -> None:
    with reading(reader.engine) as session:
        page, content = queries.page_and_content(session, page_id)
        known = queries.document_of(session, page.source, page.key)
    source = reader.config.sources.get(page.source)
    unpacked = zlib.decompress(content.zipped)
    document = document_of_page(page, unpacked, source)
    if source and annexed:
        annexes.append(document, _linked(reader, annex_rows(page, unpacked, source), annexed))
    document.read_by = layout_stamp(source) + annexes.stamp(annexed)
    mentions = _mentions(document, reader.rules)
    cause = "rule" if known and _is_same(known, page_id, annexed) else _cause(page)
    with writing(reader.engine) as session:
        _tell(reader, session, store.save_document(session, document), mentions, cause)
    reader.counts.pages += 1
    reader.counts.problems += document.problem is not None


def _linked(reader: Reader, links: Mapping[str, Row], annexed: tuple[int, ...]) -> Iterator[tuple[Page, bytes]]:
    """Those annexes that the article still links, in its order."""
    with reading(reader.engine) as session:
        place = {key: number for number, key in enumerate(links)}
        pages = [page for id_ in annexed if (page := session.get_one(Page, id_)).key in place]
    for page in sorted(pages, key=lambda page: place[page.key]):
        with reading(reader.engine) as session:
            content = session.get_one(Content, page.sha256)
        yield page, zlib.decompress(content.zipped)


def _is_same(known: Document, page_id: int, annexed: tuple[int, ...]) -> bool:
    """Whether a document was read from just these pages, so that what is found now is due to the rules."""
    return known.page_id == page_id and annexes.stamped(known.read_by) == annexed


def _tag_again(reader: Reader, document_id: int) -> None:
    with reading(reader.engine) as session:
        document = session.get_one(Document, document_id)
    mentions = _mentions(document, reader.rules)
    with writing(reader.engine) as session:
        stored = session.get_one(Document, document_id)
        stored.problem = document.problem
        _tell(reader, session, stored, mentions, "rule")


def _mentions(document: Document, rules: Rules) -> list[Mention]:
    """The mentions of a document; a text that no rule was made for is a problem to count, not the end of reading."""
    try:
        return tag(document, rules)
    except Exception as error:
        document.problem = f"cannot be tagged: {type(error).__name__}: {error}"[:300]
        return []


def document_of_page(page: Page, content: bytes, source: Source | None) -> Document:
    """What a page says: read by its source's layouts, or taken as it is where it is a record."""
    if page.content_type == records.CONTENT_TYPE:
        return records.parse(page, content)
    return parse.parse(page, content, source)


def _cause(page: Page) -> str:
    if page.crawl_id is None:
        return "import"
    return "first-crawl" if page.backfilled else "news"


def _tell(reader: Reader, session: Session, document: Document, mentions: list[Mention], cause: str) -> None:
    """Write mentions, story, announcements and the deliveries that they give rise to."""
    had_mentions = store.save_mentions(session, document, mentions)
    document.tagged_by = reader.rules.version
    reader.counts.documents += 1
    reader.counts.mentions += len(mentions)
    if mentions:
        place(document, mentions, Stored(session, document))
    session.flush()
    if document.story_id is not None and (mentions or had_mentions):
        _announce(reader, session, document.story_id, cause)


def _announce(reader: Reader, session: Session, story_id: int, cause: str) -> None:
    known = queries.announcements_of(session, story_id)
    told = queries.members(session, story_id)
    told.sort(key=_initiative)
    for initiative, members in groupby(told, key=_initiative):
        _announce_one(reader, session, list(members), known.pop(initiative, None), cause)
    for announcement in known.values():
        store.withdraw(session, announcement)


def _announce_one(
    reader: Reader, session: Session, members: list[Member], known: Announcement | None, cause: str
) -> None:
    told = announce(members, reader.config.sources)
    stronger = known is not None and strength(told.act) > strength(known.act)
    told.cause = cause
    announcement = store.save_announcement(session, known, told)
    if known is None or stronger:
        reader.counts.announcements += 1
        enqueue(session, reader.config, announcement, [document for document, _ in members], cause)


def _initiative(member: Member) -> str:
    return member[1].initiative
