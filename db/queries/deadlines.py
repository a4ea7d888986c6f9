"""Query coming dates: ends of comment periods, effective dates, targets."""

from typing import Any, cast

from sqlalchemy import String, or_
from sqlalchemy import cast as cast_to
from sqlalchemy.orm import InstrumentedAttribute, defer
from sqlmodel import Session, col, select

from db.models import Announcement, Document


def with_dates(session: Session, initiatives: tuple[str, ...]) -> list[tuple[Announcement, Document]]:
    """Return the announcements that state a day of a paper or a target, oldest first, with their documents.

    Only those of `initiatives`, if any are given.
    """
    days = (Announcement.comment_until, Announcement.effective, Announcement.expires)
    target = cast_to(col(Announcement.figures), String).contains('"target"')
    query = select(Announcement, Document).join(Document, col(Announcement.document_id) == Document.id)
    query = query.where(col(Announcement.withdrawn).is_(False), or_(*(col(day).is_not(None) for day in days), target))
    if initiatives:
        query = query.where(col(Announcement.initiative).in_(initiatives))
    query = query.options(defer(cast(InstrumentedAttribute[Any], Document.text)))
    place = (col(Announcement.timeline_day), col(Document.source), col(Document.key), col(Announcement.initiative))
    return [(announcement, document) for announcement, document in session.exec(query.order_by(*place))]
