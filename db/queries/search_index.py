"""Query the state of the full-text index: whether it exists, which documents it has, and what it has of them."""

import sqlite3
from collections.abc import Iterator, Sequence

from sqlalchemy import ARRAY, Integer, LargeBinary, String, column, or_, table, text
from sqlmodel import Session, col, select

from db.models import Document

LEAST_SQLITE = (3, 43)
INDEX = table(
    "search",
    column("document_id", Integer),
    column("title", String),
    column("text", String),
    column("tokens", ARRAY(String)),
)
"""The index of PostgreSQL. That of SQLite has one column, `tokens`, and its rows the numbers of the documents."""
TABLE = (
    "CREATE VIRTUAL TABLE search USING fts5"
    "(tokens, content='', contentless_delete=1, detail=none, tokenize=\"ascii tokenchars '+.,^'\")"
)
"""The statement that creates the index of SQLite, which keeps it: what it says is the shape of the index."""
_SHAPE = text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'search'")


def can_index(session: Session) -> bool:
    """Decide whether this database can have the index: an old SQLite cannot delete from it."""
    return session.get_bind().dialect.name == "postgresql" or sqlite3.sqlite_version_info >= LEAST_SQLITE


def is_indexed(session: Session) -> bool:
    """Decide whether this database has a usable index; without one, or with one of another shape, texts are scanned."""
    if session.get_bind().dialect.name == "postgresql":
        return True
    return can_index(session) and session.connection().execute(_SHAPE).scalar() == TABLE


def unindexed(session: Session, version: str, most: int | None = None) -> list[int]:
    """Return the documents that the index does not contain in the form of this version, oldest first."""
    by = col(Document.indexed_by)
    # Two ranges, since "not like" would read every document.
    found = select(Document.id).where(or_(by < f"{version}:", by > f"{version};"))
    return [id_ or 0 for id_ in session.exec(found.order_by(col(Document.id)).limit(most))]


def indexed_ids(session: Session) -> Iterator[int]:
    """Return the documents that the index contains, by number."""
    key = "document_id" if session.get_bind().dialect.name == "postgresql" else "rowid"
    yield from session.execute(text(f"SELECT {key} FROM search ORDER BY {key}")).scalars()  # noqa: S608


def indexed_rows(session: Session, ids: list[int]) -> dict[int, tuple[str, str, list[str]]]:
    """Return what PostgreSQL's index contains of these documents: canonical title and text, and tokens."""
    rows = session.execute(select(INDEX).where(INDEX.c.document_id.in_(ids)))  # type: ignore[call-overload]
    return {id_: (title, text_, tokens) for id_, title, text_, tokens in rows}


def token_counts(session: Session, ids: list[int]) -> dict[int, int]:
    """Return how many tokens SQLite's index contains of these documents."""
    sizes = table("search_docsize", column("id", Integer), column("sz", LargeBinary))
    rows = session.execute(select(sizes.c.id, sizes.c.sz).where(sizes.c.id.in_(ids)))
    return {id_: _number(packed) for id_, packed in rows}


def holds_tokens(session: Session, id_: int, tokens: Sequence[str]) -> bool:
    """Decide whether SQLite's index contains all of these tokens in a document."""
    row = text("SELECT 1 FROM search WHERE search MATCH :match AND rowid = :id")
    match = " ".join(f'"{token}"' for token in tokens)
    return session.execute(row, {"match": match, "id": id_}).scalar() is not None


def _number(packed: bytes) -> int:
    """Decode a number as SQLite writes it: seven bits per byte, most significant first, the last byte below 128."""
    number = 0
    for byte in packed:
        number = number << 7 | byte & 0x7F
    return number
