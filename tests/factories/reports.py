"""Put documents into a database as reading does, and let detection find what they announce."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from config import Config
from db.engine import writing
from db.models import Document, Mention, Story
from db.store.documents import save_document, save_mentions
from tracker.pipeline.detect import Regrouped, detect


def report(
    engine: Engine,
    config: Config,
    at: datetime,
    mentions: dict[str, dict[str, Any]],
    *,
    story: int | None = None,
    cause: str = "news",
    **fields: Any,
) -> int:
    """Read a document that mentions initiatives, at the moment `at`; return its story, a new one if none is given."""
    with writing(engine) as session:
        return write_report(session, config, at, mentions, story=story, cause=cause, **fields)


def write_report(
    session: Session,
    config: Config,
    at: datetime,
    mentions: dict[str, dict[str, Any]],
    *,
    story: int | None = None,
    cause: str = "news",
    **fields: Any,
) -> int:
    """The same within a transaction; a document of the same source and key is read again."""
    if story is None:
        new = Story()
        session.add(new)
        session.flush()
        story = new.id
    told = {"source": "miit", "title": "A notice", "published": at, "language": "zh", "precision": "time"} | fields
    key = told.pop("key", f"{story}-{at.timestamp()}")
    url = f"https://www.example.org/{key}"
    document = save_document(session, Document(key=key, url=url, story_id=story, first_seen_at=at, **told))
    save_mentions(session, document, [mention(id_, **said) for id_, said in mentions.items()])
    regrouped = Regrouped({document.story_id or 0}, learned={document.id or 0: cause})
    detect(session, config, regrouped, at)
    return document.story_id or 0


def mention(initiative: str, **said: Any) -> Mention:
    """A mention as tagging gives it."""
    told: dict[str, Any] = {"act": "pledged", "quote": f"It speaks of {initiative}.", "start": 0, "end": 1} | said
    return Mention(initiative=initiative, **told)


def figure(value: float, unit: str, what: str, kind: str = "target", year: int | None = None) -> dict[str, Any]:
    """A figure as tagging gives it."""
    return {"value": value, "unit": unit, "what": what, "kind": kind, "year": year, "period": None}


def day(text: str) -> date:
    """A day as written."""
    return date.fromisoformat(text)
