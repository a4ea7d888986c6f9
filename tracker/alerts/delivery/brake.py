"""Limit the mails in 24 hours, in all and to one recipient; what exceeds the limit waits, and nothing is lost."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from config import Settings
from db.masking import masked
from db.queries import brake as queries
from db.queries.brake import Gone
from db.queries.outbox import Unit
from db.store import outbox as store
from tracker.alerts.subscriptions.operators import all_clear, tell_operators
from tracker.text.plurals import plural

DAY = timedelta(hours=24)
SOONEST = timedelta(minutes=10)
BRAKE = "brake"


def let_through(session: Session, settings: Settings, units: Sequence[Unit], at: datetime) -> list[Unit]:
    """Return those of the mails that may be sent at `at`; the others are postponed, and operators are notified once.

    Reports of incidents to operators are always sent. Sent mails count, and those that senders hold.
    """
    free = [unit for unit in units if unit.operators]
    asked = [unit for unit in units if not unit.operators]
    asked = _for_everybody(session, settings.brake_most, asked, at)
    asked = _for_each(session, settings.brake_recipient_most, asked, at)
    going = {unit.key for unit in (*free, *asked)}
    return [unit for unit in units if unit.key in going]


def end_brake(session: Session, at: datetime) -> None:
    """Notify operators, once, that the brake no longer holds anything."""
    if not queries.braked(session):
        all_clear(session, BRAKE, at)


def _for_everybody(session: Session, most: int, units: list[Unit], at: datetime) -> list[Unit]:
    if not most or not units:
        return units
    since = max(at - DAY, queries.released_at(session).get("", at - DAY))
    gone = queries.gone_since(session, since)
    room = max(0, most - gone.mails - queries.under_way(session, at))
    _hold(
        session,
        units[room:],
        gone,
        at,
        f"{plural(most, 'mail')} went out in 24 hours, the most that this installation allows (brake_most)",
    )
    return units[:room]


def _for_each(session: Session, most: int, units: list[Unit], at: datetime) -> list[Unit]:
    if not most or not units:
        return units
    gone = _gone_to(session, {unit.recipient for unit in units}, at)
    taken = Counter({recipient: one.mails for recipient, one in gone.items()})
    taken.update(queries.under_way_to(session, taken.keys(), at))
    going = []
    for unit in units:
        recipient = unit.recipient
        taken[recipient] += 1
        if taken[recipient] <= most:
            going.append(unit)
        else:
            to = masked(unit.recipient)
            reason = (
                f"{plural(most, 'mail')} went to {to} in 24 hours, the most for one recipient (brake_recipient_most)"
            )
            _hold(session, [unit], gone[recipient], at, reason)
    return going


def _gone_to(session: Session, recipients: set[str], at: datetime) -> dict[str, Gone]:
    released = queries.released_at(session)
    gone = dict.fromkeys(recipients, Gone(0, None)) | queries.gone_to(session, recipients, at - DAY)
    for recipient in recipients & released.keys():
        since = max(at - DAY, released[recipient])
        gone[recipient] = queries.gone_to(session, [recipient], since).get(recipient, Gone(0, None))
    return gone


def _hold(session: Session, units: Sequence[Unit], gone: Gone, at: datetime, why: str) -> None:
    if not units:
        return
    until = max((gone.first or at) + DAY, at + SOONEST)
    store.hold(session, units, f"held by the brake: {why}; is sent after {until:%Y-%m-%d %H:%M} UTC", until)
    tell_operators(session, BRAKE, f"{why}; `tracker alerts release` sends what waits", at)
