"""Write which mail servers are unavailable, so that the next sender does not try them."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col

from db.models import MailServer
from db.store.once import add_once


def mark_away(session: Session, name: str, answer: str, since: datetime, until: datetime) -> None:
    """Record that a server has not worked since `since`, and is skipped until `until`."""
    server = MailServer(name=name, answer=answer, away_since=since, away_until=until)
    if not add_once(session, [server]):
        known = update(MailServer).where(col(MailServer.name) == name)
        session.connection().execute(known.values(server.model_dump(exclude={"name"})))


def mark_back(session: Session, name: str) -> None:
    """Record that a server works again."""
    session.connection().execute(delete(MailServer).where(col(MailServer.name) == name))
