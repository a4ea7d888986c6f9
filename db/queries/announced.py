"""Give announcements as plain rows: made in a tenth of the time of models, for lists that only show them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, select
from sqlmodel import Session, col

from db.models import Announcement, Document
from db.queries.among import among


class Announced(NamedTuple):
    """An announcement as `db.models.Announcement` has it."""

    id: int
    story_id: int
    initiative: str
    act: str
    body: str | None
    speaker: str | None
    day: date | None
    stage: str | None
    comment_until: date | None
    effective: date | None
    expires: date | None
    figures: list[dict[str, Any]]
    headline: str | None
    quote: str
    document_id: int
    timeline_day: date | None
    first_seen_at: datetime
    cause: str
    withdrawn: bool
    corrected: list[dict[str, Any]] | None


class Cited(NamedTuple):
    """What `db.models.Document` has of the document of an announcement's quote."""

    source: str
    key: str
    language: str
    url: str


class Mark(NamedTuple):
    """What shows whether an announcement's row has changed: its digest ("" if an older program wrote it)."""

    id: int
    digest: str
    timeline_day: date | None


COLUMNS: tuple[Any, ...] = tuple(getattr(Announcement, name) for name in Announced._fields)
"""What to select for one."""
SELECTED: Select[Any] = select(*COLUMNS)
"""The same as a query, made once: to make it takes as long as to read some rows."""
SELECTED_WITH_CITED: Select[Any] = select(*COLUMNS, *(getattr(Document, name) for name in Cited._fields)).join(
    Document, col(Announcement.document_id) == Document.id
)
MARKS: Select[Any] = select(*(getattr(Announcement, name) for name in Mark._fields))
KEPT_QUERIES = 64
"""The number of selections whose queries are kept."""
_AMONG = among(col(Announcement.id), "ids")
_TOLD = (
    SELECTED.add_columns(col(Document.source).label("source"))
    .join(Document, col(Announcement.document_id) == Document.id)
    .where(_AMONG)
)
_WITH_CITED, _MARKED = SELECTED_WITH_CITED.where(_AMONG), MARKS.where(_AMONG)


def announced(row: Row[Any]) -> Announced:
    """Return the announcement at the beginning of a row of which COLUMNS are selected first."""
    return Announced._make(row[: len(COLUMNS)])


def announced_and_cited(row: Row[Any]) -> tuple[Announced, Cited]:
    """Return what a row of SELECTED_WITH_CITED holds."""
    return announced(row), Cited._make(row[len(COLUMNS) :])


def told_with(session: Session, ids: Iterable[int]) -> dict[int, tuple[Announced, str]]:
    """The announcements with these numbers, by number, each with the source of its document."""
    rows = session.connection().execute(_TOLD, {"ids": list(ids)}).all()
    return {row.id: (announced(row), row.source) for row in rows}


def with_cited(session: Session, ids: Sequence[int]) -> list[tuple[Announced, Cited]]:
    """The announcements with these numbers that still exist, in their order, each with the document of its quote."""
    rows = session.connection().execute(_WITH_CITED, {"ids": ids}).all()
    found = {row[0]: announced_and_cited(row) for row in rows}
    return [found[id_] for id_ in ids if id_ in found]


def marked(session: Session, ids: Sequence[int]) -> list[Mark]:
    """The marks of the announcements with these numbers that still exist, in their order."""
    found = {row[0]: Mark._make(row) for row in session.connection().execute(_MARKED, {"ids": ids}).all()}
    return [found[id_] for id_ in ids if id_ in found]
