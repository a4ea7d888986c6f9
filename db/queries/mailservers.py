"""Query mail servers: which did not work at the last attempt."""

from sqlmodel import Session, select

from db.models import MailServer


def away(session: Session) -> dict[str, MailServer]:
    """Return the unavailable mail servers, by name."""
    return {server.name: server for server in session.exec(select(MailServer))}
