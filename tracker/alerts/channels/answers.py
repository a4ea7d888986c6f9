"""Define a channel's answer to a message, and when to try again."""

import random
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from db.store.outbox import Settled

Outcome = Literal["sent", "later", "never", "away", "gone"]

# Minutes after each refusal "for now": a greylist first, then a full mailbox. Some 60 hours; a program that has not
# answered for two days is left alone, and its operator told.
LADDER = (1, 5, 15, 60, 120, 240, 480, 960, 1920)
SHORT_LADDER = (1, 5, 15, 60, 120, 240, 480, 960, 1000)
AWAY = timedelta(minutes=2)


class Answer(NamedTuple):
    """What the other side said, in `text`, and which `server` that was.

    `shut`: it may be this recipient's affair alone, and what else goes there waits for the next round.
    sent: it is theirs now. later: not now, ask again. never: not this message to this recipient.
    gone: nothing to this recipient, ever.
    away: the channel itself does not work, whatever the message; the operator's or the net's affair.
    """

    outcome: Outcome
    text: str
    server: str = ""
    shut: bool = False


def after(
    answer: Answer, attempts: int, at: datetime, ladder: tuple[int, ...] = LADDER, *, orphan: bool = False
) -> Settled:
    """How the outbox rows of a message stand after its `attempts`-th try: state, answer, when due again.

    `orphan`: a sender died who may have handed it over, so it is never again a message that was not tried.
    """
    if answer.outcome == "sent":
        return Settled("sent", answer.text, attempts, sent_at=at)
    if answer.outcome == "never":
        return Settled("failed", answer.text, attempts)
    if answer.outcome in ("away", "gone"):
        # Not this message's fault: it does not count as a try, so an outage of a week loses nothing.
        return Settled("pending", answer.text, attempts - (not orphan), due_at=at + _jitter(AWAY))
    if attempts > len(ladder):
        return Settled("failed", f"given up after {attempts} tries: {answer.text}", attempts)
    wait = timedelta(minutes=ladder[attempts - 1])
    return Settled("pending", answer.text, attempts, due_at=at + _jitter(wait))


def _jitter(wait: timedelta) -> timedelta:
    return wait * random.uniform(0.8, 1.2)  # noqa: S311
