"""Writes where documents belong: stories and the traces by which their documents find each other."""

from collections.abc import Iterable

from sqlalchemy import delete
from sqlmodel import Session, col

from db.models import Document, Story, StoryTrace


def keep_in_story(
    session: Session, document: Document, signature: bytes, traces: Iterable[str], story: int | None
) -> int:
    """Put a saved document into a story, or into a new one, under the traces that it leaves; the story's id."""
    if document.id is None:
        raise ValueError("the document must be saved before it is placed in a story")
    if story is None:
        new = Story()
        session.add(new)
        session.flush()
        story = new.id
    document.story_id = story
    document.signature = signature
    session.add(document)
    session.exec(delete(StoryTrace).where(col(StoryTrace.document_id) == document.id))
    session.add_all(StoryTrace(document_id=document.id, trace=trace) for trace in sorted(traces))
    session.flush()
    return story or 0
