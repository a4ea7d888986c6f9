"""Query single announcements: what surrounds them in their initiative and in their story."""

from collections.abc import Sequence

from sqlalchemy import func, literal, tuple_
from sqlmodel import Session, col, select

from db.models import Announcement, Document, Mention, Page
from db.queries.announced import Announced
from db.queries.stories import portions


def neighbours(session: Session, announcement: Announcement) -> tuple[int | None, int | None]:
    """Return the numbers of the initiative's announcements before and after one, by day and number."""
    day, id_ = col(Announcement.timeline_day), col(Announcement.id)
    mine = select(Announcement.id).where(
        Announcement.initiative == announcement.initiative, col(Announcement.withdrawn).is_(False)
    )
    if announcement.timeline_day is None:
        return None, None
    # Compared as pairs, which is where an index is entered; "or" has it read from its beginning.
    here = tuple_(literal(announcement.timeline_day), literal(announcement.id))
    before, after = mine.where(tuple_(day, id_) < here), mine.where(tuple_(day, id_) > here)
    return (
        session.exec(before.order_by(day.desc(), id_.desc()).limit(1)).first(),
        session.exec(after.order_by(day, id_).limit(1)).first(),
    )


def of_story(session: Session, story_id: int) -> list[Announcement]:
    """Return the announcements of a story."""
    wanted = select(Announcement).where(Announcement.story_id == story_id, col(Announcement.withdrawn).is_(False))
    return list(session.exec(wanted.order_by(col(Announcement.id))))


def mention_in(session: Session, document_id: int, initiative: str) -> Mention | None:
    """Return what a document says of an initiative."""
    wanted = select(Mention).where(Mention.document_id == document_id, Mention.initiative == initiative)
    return session.exec(wanted).one_or_none()


def member_counts(session: Session, announcements: Sequence[Announcement | Announced]) -> dict[tuple[int, str], int]:
    """Count how many documents of the announcements' stories mention each initiative, by story and initiative."""
    counts: dict[tuple[int, str], int] = {}
    for some in portions(one.story_id for one in announcements):
        query = (
            select(Document.story_id, Mention.initiative, func.count())
            .join(Mention, col(Mention.document_id) == Document.id)
            .where(col(Document.story_id).in_(some))
            .group_by(col(Document.story_id), col(Mention.initiative))
        )
        counts |= {(story or 0, initiative): count for story, initiative, count in session.exec(query)}
    return counts


def digests(session: Session, documents: Sequence[int]) -> dict[int, str]:
    """Return the SHA-256 of the page from which each document was read."""
    wanted = select(Document.id, Page.sha256).join(Page, col(Page.id) == Document.page_id)
    return {id_ or 0: sha256 for id_, sha256 in session.exec(wanted.where(col(Document.id).in_(documents)))}


def stored_as(session: Session, sha256: str) -> tuple[Page, Document | None] | None:
    """Return the first page with this content, and the document that is now read from it, if any."""
    wanted = (
        select(Page, Document)
        .outerjoin(Document, col(Document.page_id) == Page.id)
        .where(Page.sha256 == sha256)
        .order_by(col(Document.id).is_(None), col(Page.id))
    )
    return session.exec(wanted.limit(1)).first()
