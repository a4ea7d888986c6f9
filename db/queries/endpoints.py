"""Questions about programs that take messages: whether one took any while it refused another."""

from sqlmodel import Session, col, func, select

from db.models import Attempt


def taken_since_first_try(session: Session, recipient: str, message_id: str) -> bool:
    """Whether a recipient took any message since the message `message_id` was tried first."""
    first = select(func.min(Attempt.at)).where(Attempt.message_id == message_id).scalar_subquery()
    taken = select(Attempt.id).where(
        Attempt.recipient == recipient, Attempt.outcome == "sent", col(Attempt.at) >= first
    )
    return session.exec(taken.limit(1)).first() is not None
