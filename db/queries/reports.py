"""Query what supports announcements: quoted documents with their pages, and all documents that report the same."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Select, bindparam, select
from sqlmodel import Session, col

from db.models import Document, Mention, Page
from db.queries.stories import portions


class Quoted(NamedTuple):
    """A quoted document, without its text, and the page on which it is."""

    id: int
    source: str
    url: str
    language: str
    publisher: str | None
    number: str | None
    sha256: str | None
    fetched_at: datetime | None


class Report(NamedTuple):
    """A mention in a document of a story: source, quote and rule."""

    document: int
    source: str
    url: str
    language: str
    number: str | None
    rule: str | None
    quote: str
    start: int
    end: int


def quoted(session: Session, ids: Iterable[int]) -> dict[int, Quoted]:
    """Return the documents with these numbers, by number."""
    found: dict[int, Quoted] = {}
    for some in portions(ids):
        rows = session.execute(_QUOTED, {"ids": some})
        found |= {row[0]: Quoted._make(row) for row in rows}
    return found


def reports(session: Session, stories: Iterable[int]) -> dict[tuple[int, str], list[Report]]:
    """Return who reported what these stories announce, by story and initiative, the earliest published first."""
    found = defaultdict[tuple[int, str], list[Report]](list)
    for some in portions(stories):
        for row in session.execute(_REPORTS, {"ids": some}):
            found[row[0], row[1]].append(Report._make(row[2:]))
    return found


# Made once: to make a query takes as long as to read some rows.
_IDS: BindParameter[list[int]] = bindparam("ids", expanding=True)
_DOCUMENT = (Document.id, Document.source, Document.url, Document.language)
_QUOTED: Select[Any] = (
    select(*_DOCUMENT, Document.publisher, Document.number, Page.sha256, Page.fetched_at)  # type: ignore[call-overload]
    .outerjoin(Page, col(Page.id) == Document.page_id)
    .where(col(Document.id).in_(_IDS))
)
_REPORTS: Select[Any] = (
    select(Document.story_id, Mention.initiative, *_DOCUMENT, Document.number)  # type: ignore[call-overload]
    .add_columns(Mention.rule, Mention.quote, Mention.start, Mention.end)
    .join(Mention, col(Mention.document_id) == Document.id)
    .where(col(Document.story_id).in_(_IDS))
    .order_by(col(Document.published).nulls_last(), col(Document.source), col(Document.key))
)
