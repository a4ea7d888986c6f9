"""What placing a document asks of the stories that there are."""

from collections.abc import Iterable

from sqlalchemy import func
from sqlmodel import Session, col, select

from db.models import Document, StoryTrace


def relatives(
    session: Session, traces: Iterable[str], *, besides: int | None, limit: int
) -> list[tuple[int, int, bytes]]:
    """Id, story and signatures of other documents that left one of the traces.

    Those that share most come first, then the oldest; at most `limit` are given.
    """
    shared = func.count().label("shared")
    sharing = (
        select(StoryTrace.document_id, shared)
        .where(col(StoryTrace.trace).in_(sorted(traces)), col(StoryTrace.document_id) != besides)
        .group_by(col(StoryTrace.document_id))
        .order_by(shared.desc(), col(StoryTrace.document_id))
        .limit(limit)
        .subquery()
    )
    rows = session.exec(
        select(Document.id, Document.story_id, Document.signatures)
        .join(sharing, col(Document.id) == sharing.c.document_id)
        .order_by(sharing.c.shared.desc(), col(Document.id))
    )
    return [
        (id_, story, kept) for id_, story, kept in rows if id_ is not None and story is not None and kept is not None
    ]
