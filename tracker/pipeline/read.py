"""Read what is stale and nothing else: pages into documents and mentions, those into stories and announcements."""

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from sqlalchemy import Engine
from sqlmodel import Session

from config import Config
from db.engine import reading, transact, writing
from db.models import Document, Page
from db.queries import documents as queries
from db.store import documents as store
from db.store.rollups import count_all
from db.store.tagging import drop_declared, keep_declared
from db.store.turns import STORIES, take_turn
from tracker.bounded.process import OverrunError
from tracker.parse.annexes import stamped
from tracker.pipeline.edits import facts_of
from tracker.pipeline.fold import fold
from tracker.pipeline.in_order import in_order
from tracker.pipeline.reader import (
    OF_DATABASE,
    Found,
    Reader,
    Workers,
    found_in,
    found_in_page,
    reader_of,
    unread,
    untaggable,
)
from tracker.pipeline.restamp import restamp
from tracker.pipeline.stale import Counts, find_stale, tags_stamp
from tracker.search.indexing import index, index_missing
from tracker.stories.pending import NO_ITEMS, wait

Progress = Callable[[int, int], None]
HASTE = 0.1
"""The part of all limits that a page has at first; a page that takes longer is tried again after all others."""
# News is announced at most this long after it was read.
FOLD_EVERY = timedelta(minutes=2)


def read(
    engine: Engine,
    config: Config,
    *,
    again: bool = False,
    workers: int = 1,
    progress: Progress | None = None,
    say: Callable[[str], None] | None = None,
    problem: Callable[[str, str], None] | None = None,
    fold_every: timedelta = FOLD_EVERY,
) -> Counts:
    """Read every stale page and tag every stale document, one transaction each; with `again`, all of them.

    Untrusted input is read within limits: at first a part of them (HASTE), and what takes longer waits, with the rest
    of its source, until all others are read and announced. What exceeds the full limits is a problem of its document
    like any other, tried again when its rules change. Everything is announced together at the end, so that reports of
    one thing make one announcement; if that takes longer than `fold_every`, also in between.

    Of `workers`, each reads one page at a time. What they find is written here, in the order that one worker would
    follow, so that their number changes neither results nor row numbers.

    Documents that an edit of declarations cannot concern are not tagged again (`restamp`); `say` is given the line that
    says how many are, and `problem` the address and the reason of each page that could not be read fully.
    """
    stamp = tags_stamp(config)
    # First, so that no document has a stamp of which there is no record.
    transact(engine, partial(keep_declared, tagged_by=stamp, facts=facts_of(config)), durable=False)
    if not again and (line := restamp(engine, config, progress)) and say:
        say(line)
    with reader_of(engine, config, workers) as reader:
        reader.problem = problem or reader.problem
        reader.again = again
        work = list(_work(reader))
        folded = time.monotonic()
        with closing(_done(reader, work)) as tasks:
            for done, _ in enumerate(tasks, 1):
                if progress:
                    progress(done, len(work))
                if time.monotonic() - folded >= fold_every.total_seconds() and done < len(work):
                    reader.counts.announcements += fold(engine, config)
                    folded = time.monotonic()
        reader.counts.announcements += fold(engine, config)
    if again:
        transact(engine, store.withdraw_without_documents)
        transact(engine, count_all)
    transact(engine, partial(drop_declared, but=stamp))
    index_missing(engine, progress)
    return reader.counts


class _Task(NamedTuple):
    source: str
    look: Callable[[Reader, Workers], Callable[[], None]]
    """Reads a page or tags a document by one worker, and returns what writes it; raises OverrunError to put it off."""


def _done(reader: Reader, work: Iterable[_Task]) -> Generator[_Task]:
    """Do tasks in order, but those of a source with a slow one after all others; yield each when done."""
    slow, late = set[str](), list[_Task]()
    reader.share = HASTE
    with closing(_looked(reader, work)) as looked:
        for task, found in looked:
            if task.source in slow:
                late.append(task)
                continue
            try:
                write = found()
            except OverrunError:
                slow.add(task.source)
                late.append(task)
            else:
                write()
                yield task
    reader.share = 1.0
    if late:
        reader.counts.announcements += fold(reader.engine, reader.config)
    with closing(_looked(reader, late)) as looked:
        for task, found in looked:
            found()()
            yield task


def _looked(reader: Reader, work: Iterable[_Task]) -> Generator[tuple[_Task, Callable[[], Callable[[], None]]]]:
    return in_order(lambda task, workers: task.look(reader, workers), work, reader.workers)


def _work(reader: Reader) -> Iterator[_Task]:
    stale = find_stale(reader.engine, reader.config, again=reader.again)
    # Not in the order in which sites answered: the same pages give the same numbers.
    pages = sorted(stale.pages, key=lambda page: (page.source, page.key))
    yield from (_Task(page.source, partial(_read_page, page_id=page.page_id, annexed=page.annexes)) for page in pages)
    yield from (_Task(source, partial(_tag_again, document_id=id_)) for id_, source in stale.documents)


def _read_page(reader: Reader, workers: Workers, page_id: int, annexed: tuple[int, ...]) -> Callable[[], None]:
    with reading(reader.engine) as session:
        page, content = queries.page_and_content(session, page_id)
    found = found_in_page(reader, workers, page, content, annexed)
    return partial(_keep_page, reader, page, annexed, found)


def _keep_page(reader: Reader, page: Page, annexed: tuple[int, ...], found: Found) -> None:
    try:
        is_kept = _keep(reader, page, annexed, found)
    except OF_DATABASE:
        raise
    except Exception as error:  # one odd page must not keep us from all others for good
        found = unread(reader, page, annexed, error)
        is_kept = _keep(reader, page, annexed, found)
    if not is_kept:
        return
    reader.counts.pages += 1
    if found.document.problem is not None:
        reader.counts.problems += 1
        reader.problem(found.document.url, found.document.problem)


def _keep(reader: Reader, page: Page, annexed: tuple[int, ...], found: Found) -> bool:
    """Write what a page says; return False if another reader, which began at the same time, has written it."""
    # What a power cut undoes is read again from its page.
    with writing(reader.engine, durable=False) as session:
        take_turn(session, STORIES)
        known = queries.read_from(session, page.source, page.key)
        is_same = known is not None and known.page_id == page.id and stamped(known.read_by) == annexed
        if known and is_same and not reader.again and _is_written(reader, known, found):
            return False
        stored = store.save_document(session, found.document)
        # New results from the same pages are due to the rules.
        _tell(reader, session, stored, found, "rule" if is_same else _cause(page))
    return True


def _is_written(reader: Reader, known: queries.ReadFrom, found: Found) -> bool:
    by = (found.document.read_by, reader.version, found.document.problem)
    return (known.read_by, known.tagged_by, known.problem) == by


def _tag_again(reader: Reader, workers: Workers, document_id: int) -> Callable[[], None]:
    with reading(reader.engine) as session:
        document = session.get_one(Document, document_id)
    return partial(_keep_tags, reader, found_in(reader, workers, document))


def _keep_tags(reader: Reader, found: Found) -> None:
    try:
        _write_tags(reader, found)
    except OF_DATABASE:
        raise
    except Exception as error:
        found.document.problem = untaggable(error)
        _write_tags(reader, found._replace(mentions=[], items=NO_ITEMS))


def _write_tags(reader: Reader, found: Found) -> None:
    with writing(reader.engine, durable=False) as session:
        take_turn(session, STORIES)
        stored = session.get_one(Document, found.document.id)
        if stored.tagged_by == reader.version:  # by another reader
            return
        stored.problem = found.document.problem
        _tell(reader, session, stored, found, "rule")


def _cause(page: Page) -> str:
    if not page.backfilled:
        return "news"
    return "import" if page.crawl_id is None else "first-crawl"


def _tell(reader: Reader, session: Session, document: Document, found: Found, cause: str) -> None:
    """Write mentions, what their story is found by, and the index: `fold` makes announcements of them."""
    had_mentions = store.save_mentions(session, document, found.mentions)
    document.tagged_by = reader.version
    wait(session, document, found.items, cause, had_mentions=had_mentions)
    # Last, so that one statement updates the document: another one takes as long as to cut a text into tokens.
    index(session, document)
    session.flush()
    reader.counts.documents += 1
    reader.counts.mentions += len(found.mentions)
