"""Write the documents that people corrected as gold rows: the right answers for each, to test the rules."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from sqlmodel import Session

from db.models import Announcement, Document, Mention
from db.queries.corrections import corrected_documents
from db.queries.documents import announcements_of, mentions_of
from db.queries.stories import places_in

DIGITS = 12
FIGURE = ("value", "unit", "what")


def gold_rows(session: Session) -> Iterator[dict[str, Any]]:
    """Yield one row for each document with a standing correction.

    A row is `{id, url, lang, title, published, text, initiatives, story}`. `initiatives` are all that the document
    mentions, each with what the rules read in it, corrected. Rows of one story have the same `story`; for a document
    that is alone in its story it is null.
    """
    documents = corrected_documents(session)
    announced = announcements_of(session, {document.story_id for document in documents if document.story_id})
    for document in documents:
        mentions = mentions_of(session, document.id or 0)
        mine = [announced.get((document.story_id or 0, mention.initiative)) for mention in mentions]
        yield {
            "id": f"{document.source}-{_digest(document.source, document.key)}",
            "url": document.url,
            "lang": document.language,
            "title": document.title,
            "published": document.published_on.isoformat() if document.published_on else None,
            "text": document.text,
            "initiatives": dict(_annotations(mentions, mine)),
            "story": _story(session, document),
        }


def _annotations(
    mentions: Iterable[Mention], announced: Iterable[Announcement | None]
) -> Iterator[tuple[str, dict[str, Any]]]:
    for mention, announcement in zip(mentions, announced, strict=True):
        corrected = {mark["what"] for mark in (announcement.corrected if announcement else None) or ()}
        if "not-this" in corrected:
            continue
        said = {name: getattr(announcement if name in corrected else mention, name) for name in ("act", "body", "day")}
        figures = [{name: figure.get(name) for name in FIGURE} for figure in mention.figures]
        yield mention.initiative, {**said, "day": said["day"] and said["day"].isoformat(), "figures": figures}


def _story(session: Session, document: Document) -> str | None:
    """Return a name for a document's story, from its first document.

    It is the same wherever the same pages are stored.
    """
    places = places_in(session, [document.story_id] if document.story_id else []).values()
    if len(places) < 2:
        return None
    first = min((place.source, place.key) for place in places)
    return f"story-{_digest(*first)}"


def _digest(*parts: str) -> str:
    return sha256(" ".join(parts).encode()).hexdigest()[:DIGITS]
