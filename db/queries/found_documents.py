"""Query documents to show as results: which are wanted, in which order, and what they mention."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, column, table
from sqlalchemy import select as columns
from sqlalchemy.sql import exists
from sqlmodel import Session, col, select

from db.beijing import BEIJING, in_beijing
from db.models import Announcement, Document, Mention
from db.queries.among import among
from db.queries.built_once import run, table_of
from db.queries.timeline import Wanted, told_by

# Its model would load all models; this is asked whenever documents are found.
_CORRECTION = table("correction", column("id"))


class Hit(NamedTuple):
    """What is shown of a document that was found, without all else that is stored of it."""

    id: int
    source: str
    url: str
    title: str | None
    published: datetime | None
    precision: str | None
    publisher: str | None
    number: str | None
    language: str
    text: str
    first_seen_at: datetime

    @property
    def published_in_beijing(self) -> str | None:
        """Format the publication as `Document.published_in_beijing` does."""
        return in_beijing(self.published, self.precision or "day") if self.published else None


_HITS = columns(*(table_of(Document).c[name] for name in Hit._fields)).where(among(table_of(Document).c.id, "ids"))


def documents(session: Session, ids: list[int]) -> list[Document]:
    """Return these documents in this order."""
    found = {one.id: one for one in session.scalars(_of_numbers(), {"ids": ids})}
    return [found[id_] for id_ in ids]


def hits(session: Session, ids: list[int]) -> list[Hit]:
    """Return what is shown of these documents, in this order."""
    found = {row.id: Hit._make(row) for row in run(session, _HITS, ids=ids).all()}
    return [found[id_] for id_ in ids]


def initiatives_of(session: Session, ids: list[int]) -> dict[int, list[str]]:
    """Return the initiatives that each of these documents mentions, in the order of its text."""
    named: dict[int, list[str]] = {id_: [] for id_ in ids}
    for id_, initiative in run(session, _mentioned_in(), ids=ids).all():
        named[id_].append(initiative)
    return named


@cache
def _of_numbers() -> Any:
    # Built once: to build a query takes longer than to run it.
    return select(Document).where(among(col(Document.id), "ids"))


@cache
def _mentioned_in() -> Any:
    mention, document = table_of(Mention), table_of(Document)
    rows = columns(mention.c.document_id, mention.c.initiative).join(document, document.c.id == mention.c.document_id)
    return rows.where(~_denied(), among(mention.c.document_id, "ids")).order_by(mention.c.start, mention.c.id)


def document_conditions(wanted: Wanted) -> list[Any]:
    """Return the conditions for a wanted document; `since` and `until` refer to its publication."""
    published = col(Document.published)
    conditions = told_by(wanted)
    if wanted.since:
        conditions.append(published >= _midnight(wanted.since))
    if wanted.until:
        conditions.append(published < _midnight(wanted.until + timedelta(days=1)))
    of_mention = [
        column_.in_(names)
        for column_, names in (
            (col(Mention.initiative), wanted.initiatives),
            (col(Mention.act), wanted.acts),
            (col(Mention.body), wanted.bodies),
        )
        if names
    ]
    if of_mention:
        conditions.append(exists().where(col(Mention.document_id) == Document.id, *of_mention, ~_denied()))
    return conditions


def _denied() -> ColumnElement[bool]:
    """Decide whether a correction says that the story of a document does not announce what the document mentions."""
    same = and_(col(Announcement.story_id) == Document.story_id, col(Announcement.initiative) == Mention.initiative)
    # Without any correction, as in most databases, no announcement has to be looked up.
    corrected = exists(columns(_CORRECTION.c.id))
    return and_(corrected, exists().where(same, col(Announcement.withdrawn), col(Announcement.corrected).is_not(None)))


def newest_first() -> tuple[Any, Any]:
    """Return the order by publication, those without a date last."""
    return col(Document.published).desc().nulls_last(), col(Document.id).desc()


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=BEIJING)
