"""Read what is stale and nothing else: pages into documents, mentions, stories and announcements."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import NamedTuple

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, InterfaceError, InternalError, OperationalError
from sqlmodel import Session

from config import Config
from config.schema.source import Source
from db.engine import reading, writing
from db.models import Content, Document, Mention, Page, now
from db.queries import documents as queries
from db.store import documents as store
from db.store.turns import STORIES, take_turn
from tracker.bounded.worker import Worker
from tracker.parse import parser
from tracker.parse.annexes import file_jobs
from tracker.parse.annexes import reading as annexes
from tracker.pipeline import page_jobs
from tracker.pipeline.detect import detect
from tracker.search.indexing import index, index_missing
from tracker.stories.names import Names, compile_names
from tracker.stories.place import place
from tracker.stories.stored import Stored
from tracker.tag.rules import version_of

Progress = Callable[[int, int], None]
# What concerns the database or the machine and no page: locked, away, full, another reader was there first.
OF_DATABASE = (OperationalError, InterfaceError, InternalError, IntegrityError, OSError)


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
    """One reading: the database, what we watch, who reads what strangers wrote, and the count so far."""

    engine: Engine
    config: Config
    version: str
    pages: Worker
    files: Worker
    counts: Counts = field(default_factory=Counts)

    @cached_property
    def names(self) -> Names:
        """What stories are compared by; made once it is needed."""
        return compile_names(self.config)


def read(engine: Engine, config: Config, *, again: bool = False, progress: Progress | None = None) -> Counts:
    """Read every stale page and tag every stale document, one transaction each; with `again`, all of them.

    What strangers wrote is read within limits. What exceeds them is a problem of its document like any other, tried
    again when its rules change; the rest of its source waits until the other sources are read.
    """
    with Worker(page_jobs.__name__, config) as pages, Worker(file_jobs.__name__) as files:
        reader = Reader(engine, config, version_of(config), pages, files)
        work = list(_work(reader, again))
        for done, task in enumerate(_in_turn(reader, work), 1):
            task.do(reader, task.id_)
            if progress:
                progress(done, len(work))
    index_missing(engine, progress)
    return reader.counts


def layout_stamp(source: Source | None) -> str:
    """Names the reader of a source's pages: the parser's version and the source's layouts."""
    layouts = "".join(layout.model_dump_json() for layout in source.layouts) if source else ""
    return hashlib.sha256(f"{parser.VERSION} {layouts}".encode()).hexdigest()[:16]


class _Task(NamedTuple):
    source: str
    do: Callable[[Reader, int], None]
    id_: int


def _in_turn(reader: Reader, work: Iterable[_Task]) -> Iterator[_Task]:
    """The tasks in their order, those of a source in which one exceeded its limits behind all others."""
    slow, late = set[str](), list[_Task]()
    for task in work:
        if task.source in slow:
            late.append(task)
            continue
        before = reader.pages.overruns + reader.files.overruns
        yield task
        if reader.pages.overruns + reader.files.overruns > before:
            slow.add(task.source)
    yield from late


def _work(reader: Reader, again: bool) -> Iterator[_Task]:
    stamps = {id_: layout_stamp(source) for id_, source in reader.config.sources.items()}
    general = layout_stamp(None)
    with reading(reader.engine) as session:
        stale = [
            page
            for page in queries.newest_pages(session)
            if again or page.read_by != stamps.get(page.source, general) + annexes.stamp(page.annexes)
        ]
        of_stale_pages = {(page.source, page.key) for page in stale}
        untagged = queries.untagged(session, reader.version)
    yield from (_Task(page.source, partial(_read_page, annexed=page.annexes), page.page_id) for page in stale)
    yield from (_Task(source, _tag_again, id_) for id_, source, key in untagged if (source, key) not in of_stale_pages)


def _read_page(reader: Reader, page_id: int, annexed: tuple[int, ...]) -> None:
    with reading(reader.engine) as session:
        page, content = queries.page_and_content(session, page_id)
        known = queries.document_of(session, page.source, page.key)
    cause = "rule" if known and _is_same(known, page_id, annexed) else _cause(page)
    try:
        document = _document(reader, page, content, annexed)
        _keep(reader, document, _mentions(reader, document), cause)
    except OF_DATABASE:
        raise
    except Exception as error:  # one odd page must not keep us from all others for good
        document = parser.unread(page, error)
        document.read_by = _stamp(reader, page, annexed)
        _keep(reader, document, [], cause)
    reader.counts.pages += 1
    reader.counts.problems += document.problem is not None


def _document(reader: Reader, page: Page, content: Content, annexed: tuple[int, ...]) -> Document:
    """What a page says together with its further pages and its annexes, not yet stored."""
    document, further, links = _parsed(reader, page, content.zipped, bool(annexed))
    texts = (_parsed(reader, one, zipped, False)[0].text for one, zipped in _linked(reader, further, annexed))
    document.text = "\n".join(filter(None, (document.text, *texts)))
    if links:
        annexes.append(document, _linked(reader, links, annexed), reader.files)
    document.read_by = _stamp(reader, page, annexed)
    return document


def _parsed(reader: Reader, page: Page, zipped: bytes, annexed: bool) -> tuple[Document, list[str], list[str]]:
    """The document of one page, and where it has annexes the keys of its further pages and of its annexes."""
    facts, further, links = reader.pages.do("parse", page.model_dump(), zipped, annexed, seconds=page_jobs.SECONDS)
    return Document.model_validate(facts), further, links


def _stamp(reader: Reader, page: Page, annexed: tuple[int, ...]) -> str:
    return layout_stamp(reader.config.sources.get(page.source)) + annexes.stamp(annexed)


def _keep(reader: Reader, document: Document, mentions: list[Mention], cause: str) -> None:
    # What a power cut takes back is read again from its page.
    with writing(reader.engine, durable=False) as session:
        take_turn(session, STORIES)
        stored = store.save_document(session, document)
        index(session, stored)
        _tell(reader, session, stored, mentions, cause)


def _linked(reader: Reader, links: Sequence[str], annexed: tuple[int, ...]) -> Iterator[tuple[Page, bytes]]:
    """Those annexes that the article still links, in its order, as they are stored."""
    with reading(reader.engine) as session:
        place = {key: number for number, key in enumerate(links)}
        pages = [page for id_ in annexed if (page := session.get_one(Page, id_)).key in place]
    for page in sorted(pages, key=lambda page: place[page.key]):
        with reading(reader.engine) as session:
            content = session.get_one(Content, page.sha256)
        yield page, content.zipped


def _is_same(known: Document, page_id: int, annexed: tuple[int, ...]) -> bool:
    """Whether a document was read from just these pages, so that what is found now is due to the rules."""
    return known.page_id == page_id and annexes.stamped(known.read_by) == annexed


def _tag_again(reader: Reader, document_id: int) -> None:
    with reading(reader.engine) as session:
        document = session.get_one(Document, document_id)
    mentions = _mentions(reader, document)
    try:
        _keep_tags(reader, document_id, mentions, document.problem)
    except OF_DATABASE:
        raise
    except Exception as error:
        _keep_tags(reader, document_id, [], _untaggable(error))


def _keep_tags(reader: Reader, document_id: int, mentions: list[Mention], problem: str | None) -> None:
    with writing(reader.engine, durable=False) as session:
        take_turn(session, STORIES)
        stored = session.get_one(Document, document_id)
        stored.problem = problem
        _tell(reader, session, stored, mentions, "rule")


def _mentions(reader: Reader, document: Document) -> list[Mention]:
    """The mentions of a document; a text that no rule was made for is a problem to count, not the end of reading."""
    try:
        told = reader.pages.do("tag", document.model_dump(), seconds=page_jobs.SECONDS)
        return [Mention.model_validate(mention) for mention in told]
    except OF_DATABASE:
        raise
    except Exception as error:
        document.problem = _untaggable(error)
        return []


def _untaggable(error: Exception) -> str:
    return parser.told("tagged", error)


def _cause(page: Page) -> str:
    if page.crawl_id is None:
        return "import"
    return "first-crawl" if page.backfilled else "news"


def _tell(reader: Reader, session: Session, document: Document, mentions: list[Mention], cause: str) -> None:
    """Write mentions, story, announcements and the deliveries that they give rise to."""
    had_mentions = store.save_mentions(session, document, mentions)
    document.tagged_by = reader.version
    if mentions:
        place(document, mentions, Stored(session, document), reader.names)
    session.flush()
    if document.story_id is not None and (mentions or had_mentions):
        reader.counts.announcements += detect(session, reader.config, document.story_id, cause, now())
    reader.counts.documents += 1
    reader.counts.mentions += len(mentions)
