"""Query what happened in a period, in order."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, cast

from sqlalchemy import and_
from sqlalchemy.orm import InstrumentedAttribute, defer
from sqlmodel import Session, col, or_, select

from db.models import Announcement, Document, Find, Incident, Mention


def reports_since(
    session: Session, moment: datetime, *, with_texts: bool
) -> Iterator[tuple[Announcement, Document, Mention]]:
    """Return announcements of stories of which a document came, or was published, since `moment`.

    Each is returned once for every member that mentions its initiative, announcement by announcement.
    """
    fresh = or_(col(Document.first_seen_at) >= moment, col(Document.published) >= moment)
    stories = select(Document.story_id).where(fresh, col(Document.story_id).is_not(None))
    mentioned = and_(col(Mention.document_id) == Document.id, col(Mention.initiative) == Announcement.initiative)
    wanted = (
        select(Announcement, Document, Mention)
        .join(Document, col(Document.story_id) == Announcement.story_id)
        .join(Mention, mentioned)
        .where(col(Announcement.story_id).in_(stories), col(Announcement.withdrawn).is_(False))
        .order_by(col(Announcement.id), col(Document.id))
    )
    if not with_texts:
        wanted = wanted.options(defer(cast(InstrumentedAttribute[Any], Document.text)))
    yield from session.exec(wanted)


def incidents_since(session: Session, moment: datetime) -> list[Incident]:
    """Return the incidents opened since `moment`, oldest first."""
    since = select(Incident).where(col(Incident.opened_at) >= moment)
    return list(session.exec(since.order_by(col(Incident.opened_at), col(Incident.id))))


def finds_since(session: Session, moment: datetime) -> list[Find]:
    """Return the names found since `moment`, oldest first."""
    since = select(Find).where(col(Find.found_at) >= moment)
    return list(session.exec(since.order_by(col(Find.found_at), col(Find.id))))
