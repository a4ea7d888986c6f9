"""Write the full-text index, in the transaction of the document."""

from collections.abc import Iterable

from sqlalchemy import text, update
from sqlmodel import Session

from db.bigrams import distinct, marked
from db.models import Document
from db.queries.search_index import INDEX, TABLE, can_index, is_indexed

_WRITE = "INSERT OR REPLACE INTO search (rowid, tokens) VALUES (?, ?)"


def index_document(session: Session, document: Document, title: str, text_: str, stamp: str) -> None:
    """Index a saved document by its title and text in canonical form, replacing its earlier entry.

    Do nothing if the database has no index: see `db.queries.search_index.is_indexed`.
    """
    if not _has_index(session):
        return
    if session.get_bind().dialect.name == "postgresql":
        # All of a dialect, which those on SQLite do without.
        from sqlalchemy.dialects.postgresql import insert  # noqa: PLC0415

        row = {"title": title, "text": text_, "tokens": distinct(f"{title}|{text_}", document.published)}
        wanted = insert(INDEX).values(document_id=document.id, **row)
        session.execute(wanted.on_conflict_do_update(index_elements=["document_id"], set_=row))
    else:
        session.connection().exec_driver_sql(_WRITE, (document.id, marked(title, text_, document.published)))
    document.indexed_by = stamp
    session.add(document)


def _has_index(session: Session) -> bool:
    """Decide whether this database has an index; once it has one, it keeps it."""
    known = session.connection().info
    if not known.get("indexed"):
        known["indexed"] = is_indexed(session)
    return can_index(session) and bool(known["indexed"])


def begin_index(session: Session) -> None:
    """Create the index if an SQLite that was too old for it has opened the database before, and this one is not.

    An index of another shape, which a program between two releases may have left, is replaced.
    """
    if not can_index(session) or is_indexed(session):
        return
    for statement in (
        "DROP TRIGGER IF EXISTS search_forgets",
        "DROP TABLE IF EXISTS search",
        TABLE,
        "CREATE TRIGGER search_forgets AFTER DELETE ON document BEGIN DELETE FROM search WHERE rowid = old.id; END",
    ):
        session.execute(text(statement))
    session.execute(update(Document).values(indexed_by=""))


def tidy_index(session: Session) -> None:
    """Merge the parts in which SQLite wrote the index, after bulk work: it becomes a tenth smaller, and faster."""
    if session.get_bind().dialect.name == "sqlite" and is_indexed(session):
        session.execute(text("INSERT INTO search (search) VALUES ('optimize')"))


def drop_from_index(session: Session, document_ids: Iterable[int]) -> None:
    """Remove documents that no longer exist from the index."""
    key = "document_id" if session.get_bind().dialect.name == "postgresql" else "rowid"
    for id_ in document_ids:
        session.execute(text(f"DELETE FROM search WHERE {key} = :id"), {"id": id_})  # noqa: S608
