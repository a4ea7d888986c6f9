"""Query documents to show as results: which are wanted, in which order, and what they mention."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam
from sqlalchemy.sql import exists
from sqlmodel import Session, col, select

from db.beijing import BEIJING
from db.models import Announcement, Document, Mention
from db.queries.stories import portions
from db.queries.timeline import Wanted, told_by

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)


def documents(session: Session, ids: list[int]) -> list[Document]:
    """Return these documents in this order."""
    found: dict[int | None, Document] = {}
    for some in portions(ids):
        found |= {one.id: one for one in session.scalars(_of_numbers(), {"ids": some})}
    return [found[id_] for id_ in ids]


def initiatives_of(session: Session, ids: list[int]) -> dict[int, list[str]]:
    """Return the initiatives that each of these documents mentions, in the order of its text."""
    named: dict[int, list[str]] = {id_: [] for id_ in ids}
    for some in portions(ids):
        for id_, initiative in session.execute(_mentioned_in(), {"ids": some}):
            named[id_ or 0].append(initiative)
    return named


@cache
def _of_numbers() -> Any:
    # Built once: to build a query takes longer than to run it.
    return select(Document).where(col(Document.id).in_(_IDS))


@cache
def _mentioned_in() -> Any:
    rows = select(Mention.document_id, Mention.initiative).join(Document, col(Document.id) == Mention.document_id)
    return rows.where(~_denied(), col(Mention.document_id).in_(_IDS)).order_by(col(Mention.start), col(Mention.id))


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
    return exists().where(same, col(Announcement.withdrawn), col(Announcement.corrected).is_not(None))


def newest_first() -> tuple[Any, Any]:
    """Return the order by publication, those without a date last."""
    return col(Document.published).desc().nulls_last(), col(Document.id).desc()


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=BEIJING)
