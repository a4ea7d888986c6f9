"""Query coming dates: ends of comment periods, effective dates, targets."""

from datetime import date
from typing import Any, cast

from sqlalchemy import CompoundSelect, union
from sqlalchemy.orm import InstrumentedAttribute, defer
from sqlmodel import Session, col, select

from db.models import Announcement, Document
from db.queries.ordered import OLDEST_FIRST
from db.queries.stated import states_days, states_targets
from db.queries.timeline import Wanted, standing


def with_dates(
    session: Session, wanted: Wanted, since: date | None = None, *, targets: bool = True
) -> list[tuple[Announcement, Document]]:
    """Return the wanted announcements that state a day of a paper, from `since` on, or a target, oldest first.

    Each has its document, without the text. Without `targets` those are left out that state nothing else.
    """
    query = select(Announcement, Document).join(Document, col(Announcement.document_id) == Document.id)
    if targets:
        # Each condition has its index; joined by "or", they would have neither.
        each = (states_days(since), states_targets())
        found: CompoundSelect[Any] = union(*(select(Announcement.id).where(*standing(wanted), one) for one in each))
        query = query.where(col(Announcement.id).in_(found))
    else:
        query = query.where(*standing(wanted), states_days(since))
    query = query.options(defer(cast(InstrumentedAttribute[Any], Document.text)))
    return [(announcement, document) for announcement, document in session.exec(query.order_by(*OLDEST_FIRST))]
