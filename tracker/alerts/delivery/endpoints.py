"""Handle endpoints that accept nothing: notify the operator, suspend after two days."""

from datetime import datetime

from sqlmodel import Session

from db.masking import masked
from db.models import Recipient
from db.queries.endpoints import taken_since_first_try
from db.store.outbox import Settled
from tracker.alerts.channels.answers import Answer
from tracker.alerts.subscriptions.operators import all_clear, tell_operators
from tracker.alerts.subscriptions.recipients import suspend

FAILING = "failing"
# Operators hear of it after the fifth try of a message, some 80 minutes after the first.
TOLD_AT = 5


def look_after(
    session: Session, recipient: Recipient, message_id: str, answer: Answer, settled: Settled, at: datetime
) -> Settled:
    """Note how an endpoint took a message, in the transaction that settles it; give how the message stands with that.

    A message that was refused for two days is given up where others were taken meanwhile; where none was, it waits with
    all others until somebody resumes the endpoint. It stays a message that was tried, and so goes under its own key.
    """
    if answer.outcome == "sent":
        all_clear(session, FAILING, at, recipient)
    elif answer.outcome == "gone":
        _stop(session, recipient, f"it answered {answer.text}", at)
    elif settled.state == "failed" and not taken_since_first_try(session, recipient.address, message_id):
        _stop(session, recipient, f"for two days it took nothing; the last answer was {answer.text}", at)
        return Settled("pending", answer.text, 1, due_at=at)
    elif settled.state == "pending" and settled.attempts == TOLD_AT:
        tell_operators(session, FAILING, f"refused {TOLD_AT} times; the last answer was {answer.text}", at, recipient)
    return settled


def _stop(session: Session, recipient: Recipient, why: str, at: datetime) -> None:
    suspend(
        session, recipient, f"{why}; `tracker alerts resume {masked(recipient.address)}` lets all that waits go", at
    )
    all_clear(session, FAILING, at, recipient)
