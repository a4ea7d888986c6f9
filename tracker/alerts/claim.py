"""Takes one mail out of the outbox, for a while and for one sender alone, and writes its letter."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from config import Config, Settings
from db.queries import outbox as queries
from db.queries.outbox import Claimed, Unit
from db.store import outbox as store
from tracker.alerts.incidents import write_incident
from tracker.alerts.items import order, write_item
from tracker.alerts.letter import Item, Letter
from tracker.alerts.mail import message_id
from tracker.alerts.safe import clean


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
    name = unit.message_id or message_id(unit, desk.settings.mail_from)
    until = at + timedelta(seconds=desk.settings.lease_seconds)
    if not store.claim(session, unit, at, holder=desk.holder, until=until, message_id=name):
        return None
    rows = _standing(session, queries.claimed(session, unit, desk.holder))
    return (_write(session, desk, unit, name, rows), rows[0].delivery.attempts) if rows else None


def _standing(session: Session, rows: list[Claimed]) -> list[Claimed]:
    gone = [row.delivery for row in rows if _is_withdrawn(row)]
    store.withdraw(session, gone, "today's rules find the announcement no more")
    ended = [row.delivery for row in rows if row.alert.removed_at]
    store.withdraw(session, ended, "the alert was removed")
    return [row for row in rows if not _is_withdrawn(row) and not row.alert.removed_at]


def _is_withdrawn(row: Claimed) -> bool:
    return row.announcement is not None and row.announcement.withdrawn


def _write(session: Session, desk: Desk, unit: Unit, name: str, rows: list[Claimed]) -> Letter:
    alert = rows[0].alert
    kind, _, key = (unit.period or "news").partition(" ")
    return Letter(
        alert_id=alert.id or 0,
        alert_name=clean(alert.name, 100),
        channel=alert.channel,
        to=alert.recipient,
        language=alert.language,
        message_id=name,
        kind=kind,
        key=key,
        items=_items(session, desk.config, alert.language, rows),
        late=store.count_late(session, alert.id or 0, name),
        coverage=desk.coverage[alert.language],
        note=clean(alert.note, 500),
    )


def _items(session: Session, config: Config, language: str, rows: list[Claimed]) -> tuple[Item, ...]:
    """What a mail tells: announcements in their order, incidents as they happened."""
    announced = [(row.delivery, row.announcement) for row in rows if row.announcement]
    tellers = queries.tellers(session, [announcement.story_id for _, announcement in announced])
    items = order([write_item(*pair, tellers[pair[1].story_id], language, config) for pair in announced])
    incidents = [write_incident(row.delivery, row.incident, language, config) for row in rows if row.incident]
    return (*items, *incidents)
