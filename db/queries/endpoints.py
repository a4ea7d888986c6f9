"""Query programs that take messages: whether one accepted a message while it refused another."""

from sqlmodel import Session, col, func, select

from db.models import Attempt


def taken_since_first_try(session: Session, recipient: str, message_id: str) -> bool:
    """Decide whether a recipient accepted any message since the first attempt to send the message `message_id`."""
    first = select(func.min(Attempt.at)).where(Attempt.message_id == message_id).scalar_subquery()
    taken = select(Attempt.id).where(
        Attempt.recipient == recipient, Attempt.outcome == "sent", col(Attempt.at) >= first
    )
    return session.exec(taken.limit(1)).first() is not None
