"""Read what pages say, each within limits, in processes of their own; nothing is written."""

from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, InterfaceError, InternalError, OperationalError

from config import Config
from db.engine import reading
from db.models import Content, Document, Mention, Page
from db.queries import documents as queries
from tracker.bounded.process import OverrunError, Worker
from tracker.parse import parser
from tracker.parse.annexes import reading as annexes
from tracker.parse.annexes import stamp
from tracker.pipeline.stale import Counts, layout_stamp, tags_stamp
from tracker.stories.pending import NO_ITEMS, Items

# Errors of the database or the machine and not of a page: locked, away, full, another reader was first.
OF_DATABASE = (OperationalError, InterfaceError, InternalError, IntegrityError, OSError)
# What the workers load, and this process need not.
PAGE_JOBS, FILE_JOBS = "tracker.pipeline.page_jobs", "tracker.parse.annexes.file_jobs"
SECONDS = 10.0
"""Of processor time for a page, and again for its text; of a hundred real pages the slowest takes a tenth of one."""


class Workers(NamedTuple):
    """The processes that read one page after the other: one for pages and texts, one for annexed files."""

    pages: Worker
    files: Worker


class Found(NamedTuple):
    """What a document says: its contents, its mentions, and what its story is found by."""

    document: Document
    mentions: list[Mention]
    items: Items


@dataclass
class Reader:
    """One reading: the database, the declarations, the workers, and the counts so far."""

    engine: Engine
    config: Config
    version: str
    workers: Sequence[Workers]
    counts: Counts = field(default_factory=Counts)
    share: float = 1.0
    """The part of its limits that a page has now."""
    again: bool = False
    """Whether to read what these rules have read already."""
    problem: Callable[[str, str], None] = lambda _url, _why: None
    """Is given the address of a page that cannot be read fully, and the reason."""

    def puts_off(self, error: Exception) -> bool:
        """Decide whether `error` means that a share of the limits was exceeded, so that all of them are tried later."""
        return self.share < 1 and isinstance(error, OverrunError)


@contextmanager
def reader_of(engine: Engine, config: Config, workers: int = 1) -> Iterator[Reader]:
    """Create a reader by the current declarations, with its workers, which end with the block."""
    with ExitStack() as stack:
        start = stack.enter_context
        pairs = [Workers(start(Worker(PAGE_JOBS, config)), start(Worker(FILE_JOBS))) for _ in range(workers)]
        yield Reader(engine, config, tags_stamp(config), pairs)


def said_by_page(reader: Reader, page_id: int, annexed: tuple[int, ...]) -> tuple[Document, list[Mention]]:
    """Return what a page says by the current rules, and what it mentions."""
    with reading(reader.engine) as session:
        page, content = queries.page_and_content(session, page_id)
    found = found_in_page(reader, reader.workers[0], page, content, annexed)
    return found.document, found.mentions


def found_in_page(reader: Reader, workers: Workers, page: Page, content: Content, annexed: tuple[int, ...]) -> Found:
    """Return what a page says with its further pages and its annexes; one that cannot be read is a problem.

    Raise OverrunError if it exceeds a share of the limits and is to be put off.
    """
    try:
        return found_in(reader, workers, _document(reader, workers, page, content, annexed))
    except OF_DATABASE:
        raise
    except Exception as error:  # one odd page must not keep us from all others for good
        if reader.puts_off(error):
            raise
        return unread(reader, page, annexed, error)


def unread(reader: Reader, page: Page, annexed: tuple[int, ...], error: Exception) -> Found:
    """Return the document of a page that could not be read or stored, with the reason."""
    document = parser.unread(page, error)
    document.read_by = _stamp(reader, page, annexed)
    return Found(document, [], NO_ITEMS)


def found_in(reader: Reader, workers: Workers, document: Document) -> Found:
    """Return what a document mentions; a text at which a rule fails is a problem to count, not the end of reading."""
    try:
        told, stored, count = workers.pages.do("tag", document.model_dump(), seconds=SECONDS * reader.share)
        items = Items(b64decode(stored), count) if stored else NO_ITEMS
        return Found(document, [Mention.model_validate(mention) for mention in told], items)
    except OF_DATABASE:
        raise
    except Exception as error:
        if reader.puts_off(error):
            raise
        document.problem = untaggable(error)
        return Found(document, [], NO_ITEMS)


def untaggable(error: Exception) -> str:
    """Say that no mentions could be made of a document, and why."""
    return parser.told("tagged", error)


def _document(reader: Reader, workers: Workers, page: Page, content: Content, annexed: tuple[int, ...]) -> Document:
    """Return the contents of a page with its further pages and its annexes."""
    document, further, links = _parsed(reader, workers, page, content.zipped, bool(annexed))
    texts = (_parsed(reader, workers, one, zipped, False)[0].text for one, zipped in _linked(reader, further, annexed))
    document.text = "\n".join(filter(None, (document.text, *texts)))
    if links:
        annexes.append(document, _linked(reader, links, annexed), workers.files, reader.share)
    document.read_by = _stamp(reader, page, annexed)
    return document


def _parsed(
    reader: Reader, workers: Workers, page: Page, zipped: bytes, annexed: bool
) -> tuple[Document, list[str], list[str]]:
    """Return the document of one page, and if it has annexes the keys of its further pages and of its annexes."""
    facts, further, links = workers.pages.do(
        "parse", page.model_dump(), zipped, annexed, seconds=SECONDS * reader.share
    )
    return Document.model_validate(facts), further, links


def _stamp(reader: Reader, page: Page, annexed: tuple[int, ...]) -> str:
    return layout_stamp(reader.config.sources.get(page.source)) + stamp(annexed)


def _linked(reader: Reader, links: Sequence[str], annexed: tuple[int, ...]) -> Iterator[tuple[Page, bytes]]:
    """Return those annexes to which the article still links, in its order, as they are stored."""
    if not links:
        return
    with reading(reader.engine) as session:
        place = {key: number for number, key in enumerate(links)}
        pages = [page for id_ in annexed if (page := session.get_one(Page, id_)).key in place]
    for page in sorted(pages, key=lambda page: place[page.key]):
        with reading(reader.engine) as session:
            content = session.get_one(Content, page.sha256)
        yield page, content.zipped
