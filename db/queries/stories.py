"""Questions about stories that placing a document asks."""

from collections.abc import Iterable

from sqlalchemy import func
from sqlmodel import Session, col, select

from db.models import Document, StoryTrace


def relatives(
    session: Session, traces: Iterable[str], *, besides: int | None, limit: int
) -> list[tuple[int, bytes]]:
    """Story and signature of the documents that left one of the traces: those that share most first, then the oldest."""
    sharing = (
        select(StoryTrace.document_id, func.count().label("shared"))
        .where(col(StoryTrace.trace).in_(sorted(traces)), col(StoryTrace.document_id) != besides)
        .group_by(col(StoryTrace.document_id))
        .order_by(func.count().desc(), col(StoryTrace.document_id))
        .limit(limit)
        .subquery()
    )
    rows = session.exec(
        select(Document.story_id, Document.signature)
        .join(sharing, col(Document.id) == sharing.c.document_id)
        .order_by(sharing.c.shared.desc(), col(Document.id))
    )
    return [(story, signature) for story, signature in rows if story is not None and signature is not None]
