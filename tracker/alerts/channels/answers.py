"""Define a channel's answer to a message, and when to try again."""

import random
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from db.store.outbox import Settled

Outcome = Literal["sent", "later", "never", "away", "gone"]

# Minutes after each temporary refusal: greylisting first, then a full mailbox. About 60 hours in all; a program that
# has not answered for two days is suspended, and its operator notified.
LADDER = (1, 5, 15, 60, 120, 240, 480, 960, 1920)
SHORT_LADDER = (1, 5, 15, 60, 120, 240, 480, 960, 1000)
AWAY = timedelta(minutes=2)


class Answer(NamedTuple):
    """The response of the other side, in `text`, and which `server` it was.

    `shut`: it may concern only this recipient, and other mails to it wait for the next round.
    - sent: accepted.
    - later: refused temporarily; try again.
    - never: not this message to this recipient.
    - gone: nothing to this recipient, ever.
    - away: the channel itself does not work, whatever the message; a matter of the operator or the network.
    """

    outcome: Outcome
    text: str
    server: str = ""
    shut: bool = False


def after(
    answer: Answer, attempts: int, at: datetime, ladder: tuple[int, ...] = LADDER, *, orphan: bool = False
) -> Settled:
    """Return the state of a message's outbox rows after its `attempts`-th attempt: state, response, when due again.

    `orphan`: a dead sender may have sent it, so it never counts as untried again.
    """
    if answer.outcome == "sent":
        return Settled("sent", answer.text, attempts, sent_at=at)
    if answer.outcome == "never":
        return Settled("failed", answer.text, attempts)
    if answer.outcome in ("away", "gone"):
        # Not the message's fault: it does not count as an attempt, so an outage of a week loses nothing.
        return Settled("pending", answer.text, attempts - (not orphan), due_at=at + _jitter(AWAY))
    if attempts > len(ladder):
        return Settled("failed", f"given up after {attempts} attempts: {answer.text}", attempts)
    wait = timedelta(minutes=ladder[attempts - 1])
    return Settled("pending", answer.text, attempts, due_at=at + _jitter(wait))


def _jitter(wait: timedelta) -> timedelta:
    return wait * random.uniform(0.8, 1.2)  # noqa: S311
