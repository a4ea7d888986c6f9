"""Writes where documents belong: their stories, and the traces by which they find each other."""

from collections.abc import Iterable

from sqlalchemy import delete
from sqlmodel import Session, col

from db.models import Document, Story, StoryTrace


def keep_in_story(
    session: Session, document: Document, signatures: bytes, traces: Iterable[str], story: int | None
) -> int:
    """Put a saved document into a story, or into a new one, under the traces that it leaves; the story's id."""
    document.story_id = story if story is not None else _new_story(session)
    leave(session, document, signatures, traces)
    return document.story_id


def leave(session: Session, document: Document, signatures: bytes, traces: Iterable[str]) -> None:
    """Let a saved document be found by these traces alone, and say this when it is."""
    if document.id is None:
        raise ValueError("a document is saved before it is put into a story")
    document.signatures = signatures
    session.add(document)
    session.exec(delete(StoryTrace).where(col(StoryTrace.document_id) == document.id))
    session.add_all(StoryTrace(document_id=document.id, trace=trace) for trace in sorted(traces))
    session.flush()


def _new_story(session: Session) -> int:
    story = Story()
    session.add(story)
    session.flush()
    if story.id is None:
        raise RuntimeError("the database gave a new story no id")
    return story.id
