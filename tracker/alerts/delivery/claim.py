"""Claim deliveries from the outbox for a limited time and for one sender."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlmodel import Session

from db.models import Recipient
from db.queries import outbox as queries
from db.queries.outbox import Claimed, Unit, key_of
from db.queries.recipients import alerts_of
from db.store import outbox as store
from db.store.turns import take_turn
from db.store.waiting import tell_as
from tracker.acts import strength
from tracker.alerts.compose.composer import Composer, Material, write_message
from tracker.alerts.compose.mail import message_id
from tracker.alerts.compose.message import Message
from tracker.alerts.delivery.clock import keep_quiet
from tracker.alerts.matching.earlier import TOGETHER, why_gone


class Claim(NamedTuple):
    """A claimed mail: its message, and the number of this attempt."""

    unit: Unit
    message: Message
    attempts: int


def claim_messages(session: Session, composer: Composer, units: Sequence[Unit], at: datetime) -> list[Claim]:
    """Claim mails in one write transaction, each by itself; return those that we have, with their messages.

    Mails that others have are left out; mails that have become empty are withdrawn.
    """
    names = {unit: unit.message_id or message_id(unit, composer.settings.mail_from) for unit in units}
    until = at + timedelta(seconds=composer.settings.lease_seconds)
    for asked in sorted({unit.recipient_id or 0 for unit in units if unit.asks}):
        # Each question postpones the others to its recipient: two workers would wait for each other's.
        take_turn(session, f"question to {asked}")
    keep_quiet(session, at, units)
    store.claim(session, names, at, holder=composer.holder, until=until)
    rows = queries.claimed(session, units, composer.holder)
    mine = {key_of(row.delivery) for row in rows}
    for unit in units:
        if unit.orphan and unit.key in mine:
            store.note_attempt(session, _died(unit, names[unit], at))
    return _claims(composer, names, Material(session, _standing(session, rows), at))


def _died(unit: Unit, name: str, at: datetime) -> store.Tried:
    text = "its sender stopped before recording an answer; it may have arrived, and a repeat has the same Message-ID"
    return store.Tried(name, unit.delivery_id, unit.recipient, at, "died", text)


def _claims(composer: Composer, names: Mapping[Unit, str], material: Material) -> list[Claim]:
    by_key: dict[tuple[int | None, int], list[Claimed]] = {}
    for row in material.rows:
        by_key.setdefault(key_of(row.delivery), []).append(row)
    return [
        Claim(unit, write_message(composer, unit, name, mine, material), mine[0].delivery.attempts)
        for unit, name in names.items()
        if (mine := by_key.get(unit.key))
    ]


def _standing(session: Session, rows: list[Claimed]) -> list[Claimed]:
    gone = []
    for row in rows:
        if row.announcement and row.announcement.withdrawn:
            store.withdraw(session, [row.delivery], why_gone(row.announcement))
            gone.append(row.delivery)
    ended = [row.delivery for row in rows if _has_ended(session, row)]
    store.withdraw(session, ended, "the alert was removed")
    # Its mail would report the announcement as it is now, and so would the other one.
    acts = {row.delivery.id or 0: row.delivery.act for row in rows if row.announcement}
    outdone = {id_ for id_, act in queries.acts_beside(session, acts) if strength(act) > strength(acts[id_])}
    weaker = [row.delivery for row in rows if row.delivery.id in outdone]
    store.withdraw(session, weaker, TOGETHER)
    taken_back = {delivery.id for delivery in gone + ended + weaker}
    standing = [row for row in rows if row.delivery.id not in taken_back]
    for row in standing:
        # For the same reason, that act must not be reported again.
        if row.announcement and strength(row.announcement.act) > strength(row.delivery.act):
            tell_as(session, row.delivery, row.announcement.act)
    return standing


def _has_ended(session: Session, row: Claimed) -> bool:
    """Decide whether a delivery is no longer wanted; an address may be asked for the sake of another alert."""
    asks = session.get(Recipient, row.delivery.recipient_id) if row.delivery.recipient_id else None
    return not alerts_of(session, asks) if asks else row.alert.removed_at is not None
