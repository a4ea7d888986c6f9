"""Moves deliveries through the outbox by compare-and-set: fixed into digests, claimed, settled."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Update, and_, or_, update
from sqlmodel import Session, col

from db.models import Delivery, Digest
from db.queries.outbox import Unit, digest_of
from db.store.once import add_once


def fix_digest(session: Session, alert_id: int, period: str, deliveries: Sequence[Delivery]) -> bool:
    """Make the digest of a period with these items; False where the period's digest is fixed already."""
    if not add_once(session, [Digest(alert_id=alert_id, period=period)]):
        return False
    loose = _of(col(Delivery.id).in_([d.id for d in deliveries]), col(Delivery.digest_id).is_(None))
    _change(session, loose.values(digest_id=digest_of(session, alert_id, period)))
    return True


def postpone(session: Session, deliveries: Sequence[Delivery], due_at: datetime) -> None:
    """Let deliveries wait for a later period."""
    _change(session, _of(col(Delivery.id).in_([d.id for d in deliveries])).values(due_at=due_at))


def claim(session: Session, unit: Unit, at: datetime, *, holder: str, until: datetime, message_id: str) -> bool:
    """Take a due mail until `until`, or one whose holder is dead; False where somebody else has it."""
    free = or_(
        and_(col(Delivery.state) == "pending", col(Delivery.due_at) <= at),
        and_(col(Delivery.state) == "sending", col(Delivery.lease_until) < at),
    )
    taken = _of(_rows(unit), free).values(
        state="sending",
        holder=holder,
        lease_until=until,
        attempts=Delivery.attempts + 1,
        message_id=message_id,
    )
    return _change(session, taken) > 0


def settle(session: Session, unit: Unit, holder: str, **values: Any) -> bool:
    """Let a claimed mail go with the state and the answer in `values`; False where we lost it meanwhile."""
    held = _of(_rows(unit), col(Delivery.state) == "sending", col(Delivery.holder) == holder)
    return _change(session, held.values(holder=None, lease_until=None, **values)) > 0


def withdraw(session: Session, deliveries: Sequence[Delivery], reason: str) -> None:
    """Take back deliveries that wait or are ours, and that nobody is to get any more."""
    if not deliveries:
        return
    open_ = col(Delivery.state).in_(("pending", "sending"))
    gone = _of(col(Delivery.id).in_([d.id for d in deliveries]), open_)
    _change(session, gone.values(state="withdrawn", answer=reason, holder=None, lease_until=None))


def count_late(session: Session, alert_id: int, message_id: str) -> int:
    """Let the mail `message_id` tell of the late finds that none told of yet; give how many it tells of."""
    untold = or_(col(Delivery.message_id).is_(None), col(Delivery.message_id) == message_id)
    late = _of(col(Delivery.alert_id) == alert_id, col(Delivery.state) == "backfilled", untold)
    return _change(session, late.values(message_id=message_id))


def mark_late(session: Session, message_id: str, at: datetime) -> None:
    """Mark the late finds that a sent mail told of."""
    told = _of(col(Delivery.message_id) == message_id, col(Delivery.state) == "backfilled")
    _change(session, told.values(sent_at=at))


def _rows(unit: Unit) -> ColumnElement[bool]:
    if unit.digest_id is None:
        return col(Delivery.id) == unit.delivery_id
    return col(Delivery.digest_id) == unit.digest_id


def _of(*which: ColumnElement[bool]) -> Update:
    return update(Delivery).where(*which)


def _change(session: Session, change: Update) -> int:
    return session.connection().execute(change).rowcount
