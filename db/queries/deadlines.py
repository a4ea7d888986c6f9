"""Query coming dates: ends of comment periods, effective dates, targets."""

from datetime import date
from typing import Any, cast

from sqlalchemy import ColumnElement, String, or_
from sqlalchemy import cast as cast_to
from sqlalchemy.orm import InstrumentedAttribute, defer
from sqlmodel import Session, col, select

from db.models import Announcement, Document
from db.queries.timeline import Wanted, standing


def with_dates(
    session: Session, wanted: Wanted, since: date | None = None, *, targets: bool = True
) -> list[tuple[Announcement, Document]]:
    """Return the wanted announcements that state a day of a paper, from `since` on, or a target, oldest first.

    Each has its document, without the text. Without `targets` those are left out that state nothing else.
    """
    days = (col(Announcement.comment_until), col(Announcement.effective), col(Announcement.expires))
    states: list[ColumnElement[bool]] = [day >= since if since else day.is_not(None) for day in days]
    if targets:
        states.append(cast_to(col(Announcement.figures), String).contains('"target"'))
    query = select(Announcement, Document).join(Document, col(Announcement.document_id) == Document.id)
    query = query.where(*standing(wanted), or_(*states))
    query = query.options(defer(cast(InstrumentedAttribute[Any], Document.text)))
    place = (col(Announcement.timeline_day), col(Document.source), col(Document.key), col(Announcement.initiative))
    return [(announcement, document) for announcement, document in session.exec(query.order_by(*place))]
