"""Keep the index equal to the documents: with each document, for those of an older database, and by checks."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.bigrams import distinct, marked, periods
from db.engine import reading, writing
from db.models import Document
from db.queries import search_index as queries
from db.store.search_index import begin_index, drop_from_index, index_document, tidy_index
from tracker.search.canonical import VERSION, canonical

Progress = Callable[[int, int], None]
_Said = tuple[str, str, datetime | None]
COMPARED = 40
"""So many tokens of a document are looked up in the index of SQLite, at least, if it has them."""
AT_ONCE = 200
"""The number of documents of an older database that are indexed in one transaction."""


BULK = 2000


def index(session: Session, document: Document) -> None:
    """Index a saved document, in the transaction that saves it, unless the index has the same content."""
    stamp = _stamp(document.title, document.text, document.published)
    if document.indexed_by != stamp and document.id is not None:
        index_document(session, document, canonical(document.title or ""), canonical(document.text), stamp)


def is_whole(session: Session) -> bool:
    """Decide whether the index has every document, or the database can have none."""
    if not queries.can_index(session):
        return True
    return queries.is_indexed(session) and not queries.unindexed(session, VERSION, most=1)


def index_missing(engine: Engine, progress: Progress | None = None) -> int:
    """Index every document that is not indexed, in portions, as after an upgrade; return their number.

    If it is interrupted, the next call continues.
    """
    with reading(engine) as session:
        if is_whole(session):
            return 0
    with writing(engine) as session:
        begin_index(session)
        ids = queries.unindexed(session, VERSION)
    for start in range(0, len(ids), AT_ONCE):
        with writing(engine, durable=False) as session:
            some = select(Document).where(col(Document.id).in_(ids[start : start + AT_ONCE])).with_for_update()
            for document in session.exec(some):
                index(session, document)
        if progress:
            progress(min(start + AT_ONCE, len(ids)), len(ids))
    if len(ids) >= BULK:
        with writing(engine, durable=False) as session:
            tidy_index(session)
    return len(ids)


def faults(engine: Engine, progress: Progress | None = None) -> Iterator[str]:
    """Return each document whose entry in the index differs from the document, one line each; empty if all is well."""
    with reading(engine) as session:
        if not queries.is_indexed(session):
            if queries.can_index(session):
                yield "the search index is missing or of another version of the tracker; `tracker read` makes it again"
            return
        held = set(queries.indexed_ids(session))
        stored = {id_ or 0 for id_ in session.exec(select(Document.id))}
        yield from (f"document {id_} is not in the search index" for id_ in sorted(stored - held))
        yield from (
            f"the search index contains document {id_}, which no longer exists" for id_ in sorted(held - stored)
        )
        both = sorted(stored & held)
        for done, start in enumerate(range(0, len(both), AT_ONCE)):
            some = both[start : start + AT_ONCE]
            yield from (f"the search index has another text of document {id_}" for id_ in _differing(session, some))
            if progress:
                progress(min((done + 1) * AT_ONCE, len(both)), len(both))


def repair(engine: Engine) -> None:
    """Remove entries of documents that no longer exist, and index again those that `faults` names."""
    with writing(engine) as session:
        if not queries.is_indexed(session):
            return
        stored = {id_ or 0 for id_ in session.exec(select(Document.id))}
        held = set(queries.indexed_ids(session))
        drop_from_index(session, held - stored)
        wrong = (stored - held) | set(_differing(session, sorted(stored & held)))
        for document in session.exec(select(Document).where(col(Document.id).in_(wrong))):
            document.indexed_by = ""
            index(session, document)


def _differing(session: Session, ids: list[int]) -> list[int]:
    """Return those of these documents whose entries in the index differ."""
    wanted = columns(*map(col, (Document.id, Document.title, Document.text, Document.published, Document.indexed_by)))
    differing, said = [], {}
    for id_, title, text, published, by in session.execute(wanted.where(col(Document.id).in_(ids))):
        said[id_ or 0] = (canonical(title or ""), canonical(text), published)
        if by != _stamp(title, text, published):
            differing.append(id_ or 0)
    return sorted({*differing, *_not_held(session, said)})


def _not_held(session: Session, said: Mapping[int, _Said]) -> list[int]:
    if session.get_bind().dialect.name == "postgresql":
        kept = queries.indexed_rows(session, list(said))
        rows = {id_: (title, text, distinct(f"{title}|{text}", at)) for id_, (title, text, at) in said.items()}
        return [id_ for id_, row in rows.items() if kept.get(id_) != row]
    counts = queries.token_counts(session, list(said))
    return [id_ for id_, one in said.items() if not _is_held(session, id_, marked(*one), counts)]


def _is_held(session: Session, id_: int, marked: str, counts: Mapping[int, int]) -> bool:
    """Decide whether FTS5, which keeps no texts, has the right number of tokens, and some of the right ones."""
    tokens = sorted(marked.split())
    if len(tokens) != counts.get(id_, 0):
        return False
    some = tokens[:: max(1, len(tokens) // COMPARED)]
    return not some or queries.holds_tokens(session, id_, some)


def _stamp(title: str | None, text: str, published: datetime | None) -> str:
    """Identify an entry of the index: the version of the form, and the digest of the content."""
    said = "\0".join((title or "", text, *periods(published)))
    return f"{VERSION}:{hashlib.sha256(said.encode()).hexdigest()[:16]}"
