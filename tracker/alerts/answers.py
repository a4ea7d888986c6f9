"""What becomes of a letter that a channel took on its way, and when to ask again."""

import random
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple

Outcome = Literal["sent", "later", "never", "away"]

# Minutes after each refusal "for now": a greylist first, then a full mailbox, given up after some 60 hours.
LADDER = (1, 5, 15, 60, 120, 240, 480, 960, 1920)
AWAY = timedelta(minutes=2)


class Answer(NamedTuple):
    """What the other side said, in `text`.

    sent: it is theirs now. later: not now, ask again. never: not this letter to this recipient.
    away: the channel itself does not work, whatever the letter; the operator's or the net's affair.
    """

    outcome: Outcome
    text: str


def after(answer: Answer, attempts: int, at: datetime) -> dict[str, Any]:
    """How the outbox rows of a letter stand after its `attempts`-th try: state, answer, when due again."""
    if answer.outcome == "sent":
        return {"state": "sent", "sent_at": at, "answer": answer.text}
    if answer.outcome == "never":
        return {"state": "failed", "answer": answer.text}
    if answer.outcome == "away":
        # Not the recipient's fault: it does not count as a try, so an outage of a week loses nothing.
        return {
            "state": "pending",
            "answer": answer.text,
            "attempts": attempts - 1,
            "due_at": at + _jitter(AWAY),
        }
    if attempts > len(LADDER):
        return {"state": "failed", "answer": f"given up after {attempts} tries: {answer.text}"}
    wait = timedelta(minutes=LADDER[attempts - 1])
    return {"state": "pending", "answer": answer.text, "due_at": at + _jitter(wait)}


def _jitter(wait: timedelta) -> timedelta:
    return wait * random.uniform(0.8, 1.2)  # noqa: S311
