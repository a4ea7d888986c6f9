"""Put announcements into a database as reading does, without a page behind them."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from config import Config, Settings
from db.engine import reading, writing
from db.models import Alert, Announcement, Delivery, Document, Mention, Story
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.enqueue import enqueue
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.subscribe import subscribe

NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)


def add_alert(engine: Engine, rule: Rule | None = None, *, confirmed: bool = True, **fields: Any) -> int:
    """Add an alert of a recipient who is confirmed by default; return its id."""
    wanted = {"name": "AI", "recipient": "reader@example.org"} | fields
    with writing(engine) as session:
        return subscribe(session, Alert(**wanted), rule or Rule(), confirmed=confirmed).id or 0


def announce(engine: Engine, config: Config, cause: str = "news", at: datetime = NOON, **fields: Any) -> int:
    """Write a story of one document with one announcement, and its deliveries; return the announcement's id."""
    with writing(engine) as session:
        return _announce(session, config, cause, at, fields).id or 0


def strengthen(engine: Engine, config: Config, id_: int, act: str, cause: str = "news", at: datetime = NOON) -> None:
    """Let a known announcement have another act, or let one that had vanished be back."""
    with writing(engine) as session:
        announcement = session.get_one(Announcement, id_)
        before, announcement.act, announcement.withdrawn = announcement.act, act, False
        document = session.get_one(Document, announcement.document_id)
        enqueue(session, config, announcement, [document], cause, before=before, at=at)


def deliveries(engine: Engine) -> list[Delivery]:
    """Return all deliveries, in the order in which they were written."""
    with reading(engine) as session:
        return list(session.exec(select(Delivery).order_by(col(Delivery.id))))


def answers(engine: Engine) -> list[tuple[str, str | None]]:
    """Return what became of each delivery, and what was answered."""
    return [(delivery.state, delivery.answer) for delivery in deliveries(engine)]


def send_at(engine: Engine, config: Config, settings: Settings, at: datetime) -> dict[str, int]:
    """Send what is due at a moment; return how many were sent, postponed and so on."""
    return dict(send(engine, config, settings, lambda: at))


def utc(text: str) -> datetime:
    """Return a moment as written, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _announce(session: Session, config: Config, cause: str, at: datetime, fields: dict[str, Any]) -> Announcement:
    story = Story()
    session.add(story)
    session.flush()
    document = Document(
        source=fields.pop("source", "miit"),
        key=f"story-{story.id}",
        url=fields.pop("url", f"https://www.miit.gov.cn/art/{story.id}.html"),
        title=fields.get("headline", "Opinions on the AI Plus initiative"),
        text=fields.pop("text", ""),
        published=at,
        precision="day",
        language=fields.pop("language", "en"),
        story_id=story.id,
        first_seen_at=at,
    )
    session.add(document)
    session.flush()
    told = {
        "initiative": "ai-plus",
        "act": "issued",
        "body": "state-council",
        "day": date(2026, 11, 24),
        "headline": "Opinions on the AI Plus initiative",
        "quote": "The State Council issued opinions on the AI Plus initiative.",
    } | fields
    told["timeline_day"] = fields.get("timeline_day", told["day"])
    told |= {"document_id": document.id, "cited_source": document.source, "cited_key": document.key}
    announcement = Announcement(story_id=story.id, first_seen_at=at, cause=cause, **told)
    session.add_all((announcement, _mention(document, announcement)))
    session.flush()
    enqueue(session, config, announcement, [document], cause, at=at)
    return announcement


def _mention(document: Document, announcement: Announcement) -> Mention:
    names = ("initiative", "act", "body", "day", "figures", "quote")
    same = {name: getattr(announcement, name) for name in names}
    return Mention(document_id=document.id, start=0, end=len(announcement.quote), **same)
