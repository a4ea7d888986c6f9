"""Explain in one line why a delivery has not been sent yet, and whether it waits or is stuck."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from db.masking import hidden
from db.models import QUESTIONS, Alert, Attempt, Delivery, Digest, Recipient
from db.queries.outbox import STORY
from tracker.alerts.schedule.periods import next_due, period
from tracker.alerts.schedule.quiet import quiet_until, was_held
from tracker.alerts.subscriptions.recipients import state
from tracker.text.plurals import plural

# The longest crawl of a whole site before its first finds are listed.
FIRST_CRAWL = timedelta(days=1)
# The limit of immediate mails postpones to the next hour, and no further.
CAP = timedelta(hours=1)


@dataclass(frozen=True)
class Case:
    """An open delivery with everything that may hold it: its alert, recipient, digest and attempts, oldest first.

    `digests` are the periods of the alert's digests, and when each was made.
    """

    delivery: Delivery
    alert: Alert
    recipient: Recipient | None = None
    digest: Digest | None = None
    digests: Mapping[str, datetime] = field(default_factory=dict)
    tries: Sequence[Attempt] = ()


@dataclass(frozen=True)
class Reason:
    """Why a delivery waits; `stuck` says that it should not."""

    text: str
    stuck: bool = False


def why_open(case: Case, at: datetime, grace: timedelta) -> Reason:
    """Return why a pending or claimed delivery was not sent; it is stuck if nothing held it for longer than `grace`."""
    delivery = case.delivery
    overdue = at - delivery.due_at > grace
    if delivery.state == "sending":
        return _claimed(delivery, at, grace)
    if delivery.held_by:
        return Reason(delivery.answer or "held by the brake", overdue)
    if not delivery.recipient_id and (wish := _wished(case, at)):
        return Reason(wish)
    if case.tries and case.tries[-1].outcome not in ("died", "sent"):
        return _tried(case, at, grace)
    if delivery.kind == "first-crawl" and not delivery.digest_id:
        return Reason(f"is listed with other first finds, not before {_hour(delivery.due_at)}", _old(case, at, grace))
    return _planned(case, at, grace)


def _asks(delivery: Delivery) -> str:
    """All confirmation mails are written at once, and the first is due at that moment."""
    if delivery.kind == "leaving":
        return f"asks the address whether it wants to unsubscribe, due {_hour(delivery.due_at)}"
    if delivery.due_at > delivery.created_at:
        return f"a reminder, due {_hour(delivery.due_at)}, sent only if the address is not confirmed by then"
    return f"asks the address to confirm, due {_hour(delivery.due_at)}"


def _claimed(delivery: Delivery, at: datetime, grace: timedelta) -> Reason:
    until = delivery.lease_until or delivery.due_at
    if until >= at:
        return Reason(f"on its way, held by {delivery.holder}")
    return Reason(f"its sender {delivery.holder} stopped before {_hour(until)}", at - until > grace)


def _wished(case: Case, at: datetime) -> str | None:
    """Return why a recipient gets nothing now, by their own choice."""
    if case.recipient and state(case.recipient, at) != "confirmed":
        return _recipient(case.recipient)
    if until := quiet_until(case.alert, at):
        return f"waits for the end of the quiet hours {case.alert.quiet}, at {_hour(until)}"
    return None


def _recipient(recipient: Recipient) -> str:
    if recipient.suspended_at:
        why = hidden(recipient.suspended_why, recipient.address)
        return f"waits: the recipient has been suspended since {_hour(recipient.suspended_at)}: {why}"
    if recipient.confirmed_at is None:
        return "waits: the recipient has not confirmed yet"
    return f"waits until {_hour(recipient.waits_until)}, after soft bounce {recipient.soft_bounces}"


def _tried(case: Case, at: datetime, grace: timedelta) -> Reason:
    """Decide by attempts: a recipient may postpone a mail for days; an unavailable channel is different."""
    last = case.tries[-1]
    first_away = next((one.at for one in reversed(case.tries) if one.outcome != "away"), case.tries[0].at)
    stuck = at - first_away > grace if last.outcome == "away" else at - case.delivery.due_at > grace
    times = sum(one.times for one in case.tries)
    said = hidden(last.answer, case.alert.recipient)
    return Reason(
        f"tried {plural(times, 'time')}, next after {_hour(case.delivery.due_at)}; the answer was {said}", stuck
    )


def _planned(case: Case, at: datetime, grace: timedelta) -> Reason:
    delivery, alert = case.delivery, case.alert
    if delivery.kind in QUESTIONS:
        return Reason(_asks(delivery), at - delivery.due_at > grace)
    expected = next_due(alert, delivery.created_at)
    if was_held(alert, delivery.due_at):
        expected = max(expected, delivery.due_at)
    if case.digest:
        of_one_story = case.digest.period.startswith(STORY)
        name = "the mail of its story" if of_one_story else f"the digest {case.digest.period}"
        return Reason(f"in {name}, due {_hour(delivery.due_at)}", at - max(expected, case.digest.created_at) > grace)
    if alert.rate == "immediate":
        over = at - delivery.due_at > grace or at - expected > CAP + 2 * grace
        capped = delivery.due_at > expected
        wait = f"due {_hour(delivery.due_at)}" + (
            ", since more mails went at once than the cap allows" if capped else ""
        )
        return Reason(wait, over)
    return _for_digest(case, expected, at, grace)


def _for_digest(case: Case, expected: datetime, at: datetime, grace: timedelta) -> Reason:
    """Decide for a digest: it waits for the end of its period; a late item, for the next digest."""
    delivery, alert = case.delivery, case.alert
    made_at = case.digests.get(period(alert, expected))
    end = next_due(alert, expected) if made_at and made_at >= expected else expected
    name = period(alert, end, case.digests.get(period(alert, end)))
    if at - end > grace:
        return Reason(f"the digest {name} was never made", stuck=True)
    return Reason(f"waits for the digest {name}, due {_hour(delivery.due_at)}", delivery.due_at > end)


def _old(case: Case, at: datetime, grace: timedelta) -> bool:
    return at - case.delivery.created_at > FIRST_CRAWL + grace


def _hour(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "?"
