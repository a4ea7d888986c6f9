"""Takes one mail out of the outbox, for a while and for one sender alone, and writes its letter."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from config import Config, Settings
from db.models import Alert, Announcement, Delivery, Digest
from db.queries import outbox as queries
from db.queries.outbox import Unit
from db.store import outbox as store
from tracker.alerts.items import order, write_item
from tracker.alerts.letter import Item, Letter
from tracker.alerts.mail import message_id
from tracker.alerts.safe import clean

Row = tuple[Delivery, Announcement]


@dataclass(frozen=True)
class Desk:
    """Where letters are written: by which sender, with which settings and declarations."""

    holder: str
    settings: Settings
    config: Config
    coverage: dict[str, str]


def claim_letter(session: Session, desk: Desk, unit: Unit, at: datetime) -> tuple[Letter, int] | None:
    """Claim a mail in a write transaction; give its letter and the number of this try.

    None where somebody else has it, or where nothing in it stands any more: then it is withdrawn.
    """
    first = session.get_one(Delivery, unit.delivery_id)
    digest = session.get_one(Digest, unit.digest_id) if unit.digest_id else None
    name = first.message_id or message_id(digest or first, desk.settings.mail_from)
    until = at + timedelta(seconds=desk.settings.lease_seconds)
    if not store.claim(session, unit, at, holder=desk.holder, until=until, message_id=name):
        return None
    alert = session.get_one(Alert, first.alert_id)
    rows = _standing(session, alert, queries.claimed(session, unit, desk.holder))
    return (_write(session, desk, name, digest, rows), rows[0][0].attempts) if rows else None


def _standing(session: Session, alert: Alert, rows: list[Row]) -> list[Row]:
    gone = [delivery for delivery, announcement in rows if announcement.withdrawn]
    store.withdraw(session, gone, "today's rules find the announcement no more")
    rows = [row for row in rows if not row[1].withdrawn]
    if alert.removed_at:
        store.withdraw(session, [delivery for delivery, _ in rows], "the alert was removed")
    return [] if alert.removed_at else rows


def _write(session: Session, desk: Desk, name: str, digest: Digest | None, rows: list[Row]) -> Letter:
    alert = session.get_one(Alert, rows[0][0].alert_id)
    kind, _, key = digest.period.partition(" ") if digest else ("news", "", "")
    return Letter(
        alert_id=alert.id or 0,
        alert_name=clean(alert.name, 100),
        channel=alert.channel,
        to=alert.recipient,
        language=alert.language,
        message_id=name,
        kind=kind,
        key=key,
        items=order(_items(session, desk.config, alert.language, rows)),
        late=store.count_late(session, alert.id or 0, name),
        coverage=desk.coverage[alert.language],
        note=clean(alert.note, 500),
    )


def _items(session: Session, config: Config, language: str, rows: list[Row]) -> list[Item]:
    tellers = queries.tellers(session, [announcement.story_id for _, announcement in rows])
    return [
        write_item(delivery, announcement, tellers[announcement.story_id], language, config)
        for delivery, announcement in rows
    ]
