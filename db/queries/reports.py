"""Query what supports announcements: quoted documents with their pages, and all documents that report the same."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, select
from sqlmodel import Session, col

from db.models import Document, Mention, Page
from db.queries.among import among


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
    rows = session.connection().execute(_QUOTED, {"ids": list(ids)}).all()
    return {row[0]: Quoted._make(row) for row in rows}


def reports(session: Session, stories: Iterable[int]) -> dict[tuple[int, str], list[Report]]:
    """Return who reported what these stories announce, by story and initiative, the earliest published first."""
    found = defaultdict[tuple[int, str], list[Report]](list)
    for row in session.connection().execute(_REPORTS, {"stories": list(stories)}).all():
        found[row[0], row[1]].append(Report._make(row[2:]))
    return found


# Made once: to make a query takes as long as to read some rows.
_DOCUMENT = (Document.id, Document.source, Document.url, Document.language)
_QUOTED: Select[Any] = (
    select(*_DOCUMENT, Document.publisher, Document.number, Page.sha256, Page.fetched_at)  # type: ignore[call-overload]
    .outerjoin(Page, col(Page.id) == Document.page_id)
    .where(among(col(Document.id), "ids"))
)
_REPORTS: Select[Any] = (
    select(Document.story_id, Mention.initiative, *_DOCUMENT, Document.number)  # type: ignore[call-overload]
    .add_columns(Mention.rule, Mention.quote, Mention.start, Mention.end)
    .join(Mention, col(Mention.document_id) == Document.id)
    .where(among(col(Document.story_id), "stories"))
    .order_by(col(Document.published).nulls_last(), col(Document.source), col(Document.key))
)
