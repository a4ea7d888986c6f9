"""Query what supports announcements: quoted documents with their pages, and all documents that report the same."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session, col, select

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
    shown = (Document.id, Document.source, Document.url, Document.language, Document.publisher, Document.number)
    query = select(*shown, Page.sha256, Page.fetched_at)  # type: ignore[call-overload]
    query = query.outerjoin(Page, col(Page.id) == Document.page_id)
    found: dict[int, Quoted] = {}
    for some in portions(ids):
        found |= {row[0]: Quoted(*row) for row in session.execute(query.where(col(Document.id).in_(some)))}
    return found


def reports(session: Session, stories: Iterable[int]) -> dict[tuple[int, str], list[Report]]:
    """Return who reported what these stories announce, by story and initiative, earliest publication first."""
    shown = (Document.id, Document.source, Document.url, Document.language, Document.number)
    said = (Mention.rule, Mention.quote, Mention.start, Mention.end)
    query = select(Document.story_id, Mention.initiative, *shown, *said)  # type: ignore[call-overload]
    query = query.join(Mention, col(Mention.document_id) == Document.id)
    order = (col(Document.published).nulls_last(), col(Document.source), col(Document.key))
    found = defaultdict[tuple[int, str], list[Report]](list)
    for some in portions(stories):
        for story, initiative, *row in session.execute(query.where(col(Document.story_id).in_(some)).order_by(*order)):
            found[story, initiative].append(Report(*row))
    return found
