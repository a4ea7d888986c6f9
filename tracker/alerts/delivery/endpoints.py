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
# Operators are notified after the fifth attempt of a message, about 80 minutes after the first.
TOLD_AT = 5


def look_after(
    session: Session, recipient: Recipient, message_id: str, answer: Answer, settled: Settled, at: datetime
) -> Settled:
    """Record an endpoint's response, in the transaction that settles the message; return the message's new state.

    A message that was refused for two days is given up if others were accepted meanwhile; if none was, it waits with
    all others until the endpoint is resumed. It still counts as tried, and so keeps its own key.
    """
    if answer.outcome == "sent":
        all_clear(session, FAILING, at, recipient)
    elif answer.outcome == "gone":
        _stop(session, recipient, f"it answered {answer.text}", at)
    elif settled.state == "failed" and not taken_since_first_try(session, recipient.address, message_id):
        _stop(session, recipient, f"it accepted nothing for two days; the last answer was {answer.text}", at)
        return Settled("pending", answer.text, 1, due_at=at)
    elif settled.state == "pending" and settled.attempts == TOLD_AT:
        tell_operators(session, FAILING, f"refused {TOLD_AT} times; the last answer was {answer.text}", at, recipient)
    return settled


def _stop(session: Session, recipient: Recipient, why: str, at: datetime) -> None:
    suspend(session, recipient, f"{why}; `tracker alerts resume {masked(recipient.address)}` sends all that waits", at)
    all_clear(session, FAILING, at, recipient)
