"""Read what is stale and nothing else: pages into documents and mentions, those into stories and announcements."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property, partial
from typing import NamedTuple

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, InterfaceError, InternalError, OperationalError
from sqlmodel import Session

from config import Config
from db.engine import reading, transact, writing
from db.models import Content, Document, Mention, Page
from db.queries import documents as queries
from db.store import documents as store
from db.store.turns import STORIES, take_turn
from tracker.bounded.process import OverrunError, Worker
from tracker.parse import parser
from tracker.parse.annexes import reading as annexes
from tracker.parse.annexes import stamp, stamped
from tracker.pipeline.fold import fold
from tracker.pipeline.stale import Counts, find_stale, layout_stamp, tags_stamp
from tracker.search.indexing import index, index_missing
from tracker.stories.names import Names, compile_names
from tracker.stories.pending import wait

Progress = Callable[[int, int], None]
# Errors of the database or the machine and not of a page: locked, away, full, another reader was first.
OF_DATABASE = (OperationalError, InterfaceError, InternalError, IntegrityError, OSError)
# What the workers load, and this process need not.
PAGE_JOBS, FILE_JOBS = "tracker.pipeline.page_jobs", "tracker.parse.annexes.file_jobs"
SECONDS = 10.0
"""Of processor time for a page, and again for its text; of a hundred real pages the slowest takes a tenth of one."""
HASTE = 0.1
"""The part of all limits that a page has at first; a page that takes longer is tried again after all others."""
# News is announced at most this long after it was read.
FOLD_EVERY = timedelta(minutes=2)


@dataclass
class Reader:
    """One reading: the database, the declarations, the workers, and the counts so far."""

    engine: Engine
    config: Config
    version: str
    pages: Worker
    files: Worker
    counts: Counts = field(default_factory=Counts)
    share: float = 1.0
    """The part of its limits that a page has now."""

    def puts_off(self, error: Exception) -> bool:
        """Decide whether `error` means that a share of the limits was exceeded, so that all of them are tried later."""
        return self.share < 1 and isinstance(error, OverrunError)

    @cached_property
    def names(self) -> Names:
        """Return what stories are compared by, computed on demand."""
        return compile_names(self.config)


@contextmanager
def reader_of(engine: Engine, config: Config) -> Iterator[Reader]:
    """Create a reader by the current declarations, with its workers, which end with the block."""
    with Worker(PAGE_JOBS, config) as pages, Worker(FILE_JOBS) as files:
        yield Reader(engine, config, tags_stamp(config), pages, files)


def read(
    engine: Engine,
    config: Config,
    *,
    again: bool = False,
    progress: Progress | None = None,
    fold_every: timedelta = FOLD_EVERY,
) -> Counts:
    """Read every stale page and tag every stale document, one transaction each; with `again`, all of them.

    Untrusted input is read within limits: at first a part of them (HASTE), and what takes longer waits, with the rest
    of its source, until all others are read and announced. What exceeds the full limits is a problem of its document
    like any other, tried again when its rules change. Everything is announced together at the end, so that reports of
    one thing make one announcement; if that takes longer than `fold_every`, also in between.
    """
    with reader_of(engine, config) as reader:
        work = list(_work(reader, again))
        folded = time.monotonic()
        for done, _ in enumerate(_done(reader, work), 1):
            if progress:
                progress(done, len(work))
            if time.monotonic() - folded >= fold_every.total_seconds() and done < len(work):
                reader.counts.announcements += fold(engine, config)
                folded = time.monotonic()
        reader.counts.announcements += fold(engine, config)
    if again:
        transact(engine, store.withdraw_without_documents)
    index_missing(engine, progress)
    return reader.counts


class _Task(NamedTuple):
    source: str
    do: Callable[[Reader, int], None]
    """Does the task of an id; writes nothing and raises OverrunError where the reader puts it off."""
    id_: int


def _done(reader: Reader, work: Iterable[_Task]) -> Iterator[_Task]:
    """Do tasks in order, but those of a source with a slow one after all others; yield each when done."""
    slow, late = set[str](), list[_Task]()
    reader.share = HASTE
    for task in work:
        if task.source in slow:
            late.append(task)
            continue
        try:
            task.do(reader, task.id_)
        except OverrunError:
            slow.add(task.source)
            late.append(task)
        else:
            yield task
    reader.share = 1.0
    if late:
        reader.counts.announcements += fold(reader.engine, reader.config)
    for task in late:
        task.do(reader, task.id_)
        yield task


def _work(reader: Reader, again: bool) -> Iterator[_Task]:
    stale = find_stale(reader.engine, reader.config, again=again)
    # Not in the order in which sites answered: the same pages give the same numbers.
    pages = sorted(stale.pages, key=lambda page: (page.source, page.key))
    yield from (_Task(page.source, partial(_read_page, annexed=page.annexes), page.page_id) for page in pages)
    yield from (_Task(source, _tag_again, id_) for id_, source in stale.documents)


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
        if reader.puts_off(error):
            raise
        document = parser.unread(page, error)
        document.read_by = _stamp(reader, page, annexed)
        _keep(reader, document, [], cause)
    reader.counts.pages += 1
    reader.counts.problems += document.problem is not None


def _document(reader: Reader, page: Page, content: Content, annexed: tuple[int, ...]) -> Document:
    """Return the contents of a page with its further pages and its annexes, not yet stored."""
    document, further, links = _parsed(reader, page, content.zipped, bool(annexed))
    texts = (_parsed(reader, one, zipped, False)[0].text for one, zipped in _linked(reader, further, annexed))
    document.text = "\n".join(filter(None, (document.text, *texts)))
    if links:
        annexes.append(document, _linked(reader, links, annexed), reader.files, reader.share)
    document.read_by = _stamp(reader, page, annexed)
    return document


def _parsed(reader: Reader, page: Page, zipped: bytes, annexed: bool) -> tuple[Document, list[str], list[str]]:
    """Return the document of one page, and if it has annexes the keys of its further pages and of its annexes."""
    facts, further, links = reader.pages.do("parse", page.model_dump(), zipped, annexed, seconds=SECONDS * reader.share)
    return Document.model_validate(facts), further, links


def _stamp(reader: Reader, page: Page, annexed: tuple[int, ...]) -> str:
    return layout_stamp(reader.config.sources.get(page.source)) + stamp(annexed)


def _keep(reader: Reader, document: Document, mentions: list[Mention], cause: str) -> None:
    # What a power cut undoes is read again from its page.
    with writing(reader.engine, durable=False) as session:
        take_turn(session, STORIES)
        stored = store.save_document(session, document)
        index(session, stored)
        _tell(reader, session, stored, mentions, cause)


def _linked(reader: Reader, links: Sequence[str], annexed: tuple[int, ...]) -> Iterator[tuple[Page, bytes]]:
    """Return those annexes to which the article still links, in its order, as they are stored."""
    with reading(reader.engine) as session:
        place = {key: number for number, key in enumerate(links)}
        pages = [page for id_ in annexed if (page := session.get_one(Page, id_)).key in place]
    for page in sorted(pages, key=lambda page: place[page.key]):
        with reading(reader.engine) as session:
            content = session.get_one(Content, page.sha256)
        yield page, content.zipped


def _is_same(known: Document, page_id: int, annexed: tuple[int, ...]) -> bool:
    """Decide whether a document was read from exactly these pages, so that new results are due to the rules."""
    return known.page_id == page_id and stamped(known.read_by) == annexed


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
    """Return the mentions of a document; a text at which a rule fails is a problem to count, not the end of reading."""
    try:
        told = reader.pages.do("tag", document.model_dump(), seconds=SECONDS * reader.share)
        return [Mention.model_validate(mention) for mention in told]
    except OF_DATABASE:
        raise
    except Exception as error:
        if reader.puts_off(error):
            raise
        document.problem = _untaggable(error)
        return []


def _untaggable(error: Exception) -> str:
    return parser.told("tagged", error)


def _cause(page: Page) -> str:
    if not page.backfilled:
        return "news"
    return "import" if page.crawl_id is None else "first-crawl"


def said_by_page(reader: Reader, page_id: int, annexed: tuple[int, ...]) -> tuple[Document, list[Mention]]:
    """Return what a page says by the current rules, and what it mentions; nothing is written."""
    with reading(reader.engine) as session:
        page, content = queries.page_and_content(session, page_id)
    try:
        document = _document(reader, page, content, annexed)
        return document, _mentions(reader, document)
    except OF_DATABASE:
        raise
    except Exception as error:
        return parser.unread(page, error), []


def _tell(reader: Reader, session: Session, document: Document, mentions: list[Mention], cause: str) -> None:
    """Write mentions, and what their story is found by: `fold` makes announcements of them."""
    had_mentions = store.save_mentions(session, document, mentions)
    document.tagged_by = reader.version
    wait(session, document, mentions, reader.names, cause, had_mentions=had_mentions)
    session.flush()
    reader.counts.documents += 1
    reader.counts.mentions += len(mentions)
