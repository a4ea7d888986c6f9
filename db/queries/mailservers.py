"""Questions about the mail servers: which did not work when they were tried last."""

from sqlmodel import Session, select

from db.models import MailServer


def away(session: Session) -> dict[str, MailServer]:
    """The mail servers that are away, by name."""
    return {server.name: server for server in session.exec(select(MailServer))}
