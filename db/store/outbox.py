"""Move deliveries through the outbox by compare-and-set: fix them into digests, claim and settle them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Update, and_, bindparam, case, func, insert, or_, select, update
from sqlmodel import Session, col

from db.models import Alert, Attempt, BrakeRelease, Delivery, Digest
from db.queries.outbox import Unit, digest_of, of_units
from db.queries.recipients import is_open, named, tells
from db.store.once import add_once


class Tried(NamedTuple):
    """The result of an attempt, as `db.models.Attempt` stores it."""

    message_id: str
    delivery_id: int
    recipient: str
    at: datetime
    outcome: str
    answer: str
    server: str = ""
    times: int = 1
    last_at: datetime | None = None


class Settled(NamedTuple):
    """The state of a mail's rows after an attempt; None leaves a field unchanged, except for `sent_at`."""

    state: str
    answer: str
    attempts: int
    due_at: datetime | None = None
    sent_at: datetime | None = None


def _settle(column: Any) -> Update:
    mine = (column == bindparam("row"), col(Delivery.state) == "sending", col(Delivery.holder) == bindparam("mine"))
    new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in Settled._fields if name != "due_at"}
    due_at = func.coalesce(bindparam("new_due_at", type_=Delivery.due_at.type), Delivery.due_at)  # type: ignore[attr-defined]
    return update(Delivery).where(*mine).values(**new, due_at=due_at, holder=None, lease_until=None)


# Built once: each statement runs for every mail, and building it takes longer than running it.
SETTLE_ALONE, SETTLE_DIGEST, NOTE = _settle(col(Delivery.id)), _settle(col(Delivery.digest_id)), insert(Attempt)


def fix_digest(session: Session, alert_id: int, period: str, deliveries: Sequence[Delivery], at: datetime) -> bool:
    """Make the digest of a period with these items at `at`; return False if the period's digest exists already.

    Items that were claimed meanwhile, or put into another mail, are sent separately.
    """
    if not add_once(session, [Digest(alert_id=alert_id, period=period, created_at=at)]):
        return False
    left = {one.digest_id for one in deliveries if one.digest_id}
    still = or_(col(Delivery.digest_id).is_(None), col(Delivery.digest_id).in_(left))
    free = (still, col(Delivery.state) == "pending")
    loose = _of(col(Delivery.id).in_([d.id for d in deliveries]), *free)
    # It is another mail now: a recipient who got the first under its id would take this one for the same.
    _change(session, loose.values(digest_id=digest_of(session, alert_id, period), message_id=None))
    return True


def postpone(session: Session, deliveries: Sequence[Delivery], due_at: datetime) -> None:
    """Let deliveries wait for a later period."""
    _change(session, _of(col(Delivery.id).in_([d.id for d in deliveries])).values(due_at=due_at))


def claim(session: Session, names: Mapping[Unit, str], at: datetime, *, holder: str, until: datetime) -> None:
    """Claim those of the mails that are due, or whose holder is dead, until `until`; `names` are their Message-IDs.

    Mails to recipients that may not be mailed now are skipped; `db.queries.outbox.claimed` returns the claimed ones. A
    claim that its holder left behind does not count as an attempt.
    """
    free = or_(
        and_(col(Delivery.state) == "pending", col(Delivery.due_at) <= at),
        and_(col(Delivery.state) == "sending", col(Delivery.lease_until) < at),
    )
    tries = case((col(Delivery.state) == "sending", col(Delivery.attempts)), else_=col(Delivery.attempts) + 1)
    taken = {"state": "sending", "holder": holder, "lease_until": until, "attempts": tries, "held_by": None}
    # A delivery that is now in a digest is sent with that.
    for column, still in (("id", (col(Delivery.digest_id).is_(None),)), ("digest_id", ())):
        rows = [
            {"row": unit.digest_id or unit.delivery_id, "name": name}
            for unit, name in names.items()
            if (unit.digest_id is None) == (column == "id")
        ]
        if rows:
            which = _of(getattr(Delivery, column) == bindparam("row"), free, is_open(at), *still)
            session.connection().execute(which.values(**taken, message_id=bindparam("name")), rows)


def renew(session: Session, unit: Unit, holder: str, until: datetime) -> bool:
    """Hold a claimed mail until `until`; return False if another sender has it."""
    return _change(session, _held([unit], holder).values(lease_until=until)) > 0


def give_back(session: Session, units: Sequence[Unit], holder: str) -> None:
    """Release mails that were claimed and not tried; a dead sender's claim may have been an attempt, and stays one."""
    for left, tries in ((False, Delivery.attempts - 1), (True, Delivery.attempts)):
        if which := [unit for unit in units if unit.orphan == left]:
            untried = _held(which, holder).values(state="pending", holder=None, lease_until=None, attempts=tries)
            _change(session, untried)


def settle(session: Session, unit: Unit, holder: str, tried: Tried, settled: Settled) -> bool:
    """Record an attempt, and release the mail in its new state; return False if it was lost meanwhile."""
    which = {"row": unit.digest_id or unit.delivery_id, "mine": holder}
    values = {f"new_{name}": value for name, value in settled._asdict().items()}
    statement = SETTLE_DIGEST if unit.digest_id else SETTLE_ALONE
    had = session.connection().execute(statement, {**which, **values}).rowcount > 0
    note_attempt(session, tried)
    return had


def note_attempt(session: Session, tried: Tried) -> None:
    """Record the result of an attempt; repeated identical reports that a channel is unavailable are counted."""
    if tried.outcome == "away":
        last = select(func.max(Attempt.id)).where(col(Attempt.message_id) == tried.message_id).scalar_subquery()
        same = and_(col(Attempt.answer) == tried.answer, col(Attempt.server) == tried.server)
        again = update(Attempt).where(col(Attempt.id) == last, col(Attempt.outcome) == "away", same)
        counted = again.values(times=Attempt.times + 1, last_at=tried.at)
        if session.connection().execute(counted).rowcount:
            return
    session.connection().execute(NOTE, tried._asdict())


def withdraw(session: Session, deliveries: Sequence[Delivery], reason: str) -> None:
    """Withdraw deliveries that wait, or that their holder still holds, and that are no longer to be sent."""
    if not deliveries:
        return
    held = and_(col(Delivery.state) == "sending", col(Delivery.holder).in_({d.holder for d in deliveries if d.holder}))
    open_ = or_(col(Delivery.state) == "pending", held)
    gone = _of(col(Delivery.id).in_([d.id for d in deliveries]), open_)
    _change(session, gone.values(state="withdrawn", answer=reason, holder=None, lease_until=None))


def note_reason(session: Session, delivery: Delivery, reason: str) -> None:
    """Change the reason why a delivery was withdrawn, if it still is."""
    _change(session, _of(col(Delivery.id) == delivery.id, col(Delivery.state) == "withdrawn").values(answer=reason))


def count_late(session: Session, alert_id: int, message_id: str) -> int:
    """Let the mail `message_id` report the late finds that no mail reported yet; return their number."""
    untold = or_(col(Delivery.message_id).is_(None), col(Delivery.message_id) == message_id)
    late = _of(col(Delivery.alert_id) == alert_id, col(Delivery.state) == "backfilled", untold)
    return _change(session, late.values(message_id=message_id))


def mark_late(session: Session, message_id: str, at: datetime) -> None:
    """Mark the late finds that a sent mail reported."""
    told = _of(col(Delivery.message_id) == message_id, col(Delivery.state) == "backfilled")
    _change(session, told.values(sent_at=at))


def hold(session: Session, units: Sequence[Unit], reason: str, until: datetime) -> None:
    """Postpone mails because of the brake."""
    waiting = _of(of_units(units), col(Delivery.state) == "pending")
    _change(session, waiting.values(held_by="brake", answer=reason, due_at=until))


def release(session: Session, recipient: str | None, at: datetime) -> int:
    """Release what the brake holds, or that of one recipient, and restart the count; return how many deliveries."""
    for name in {one.address for one in named(session, recipient)} if recipient else {""}:
        if not add_once(session, [BrakeRelease(recipient=name, at=at)]):
            again = update(BrakeRelease).where(col(BrakeRelease.recipient) == name)
            session.connection().execute(again.values(at=at))
    held = _of(col(Delivery.held_by) == "brake", col(Delivery.state) == "pending")
    if recipient:
        held = held.where(col(Delivery.alert_id).in_(select(col(Alert.id)).where(tells(session, recipient))))
    return _change(session, held.values(held_by=None, answer=None, due_at=at))


def _held(units: Sequence[Unit], holder: str) -> Update:
    return _of(of_units(units), col(Delivery.state) == "sending", col(Delivery.holder) == holder)


def _of(*which: ColumnElement[bool]) -> Update:
    return update(Delivery).where(*which)


def _change(session: Session, change: Update) -> int:
    return session.connection().execute(change).rowcount
