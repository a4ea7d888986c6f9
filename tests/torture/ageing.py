"""Let a month pass in a moment for what waits: digests end, limits and pauses are over, retries become due."""

from contextlib import suppress
from datetime import date, datetime, timedelta

from sqlalchemy import Engine, text, update
from sqlmodel import col, select

from db.engine import writing
from db.models import Delivery, Digest, Lease, MailServer
from db.store.turns import DIGESTS, take_turn

# The longest period, so that after it every digest has ended.
MONTH = timedelta(days=31)
HOUR = "%Y-%m-%dT%H"


def age(engine: Engine, by: timedelta = MONTH) -> None:
    """Make the outbox, the pauses of mail servers and the daemons' plans so much older.

    Claims are not changed: their holders are alive.
    """
    with writing(engine) as session:
        take_turn(session, DIGESTS)
        if engine.dialect.name == "postgresql":
            # Row by row, this would wait for a sender that waits for this.
            session.connection().execute(text("LOCK TABLE delivery IN EXCLUSIVE MODE"))
        deliveries = session.exec(select(Delivery)).all()
        for delivery in deliveries:
            change = {"due_at": delivery.due_at - by}
            if delivery.sent_at:
                change["sent_at"] = delivery.sent_at - by
            session.connection().execute(update(Delivery).where(col(Delivery.id) == delivery.id).values(**change))
        for digest in session.exec(select(Digest).order_by(col(Digest.period))):
            digest.period = _aged(digest.period, by)
            session.add(digest)
            session.flush()
        for server in session.exec(select(MailServer)).all():
            pause = {"away_since": server.away_since - by, "away_until": server.away_until - by}
            session.connection().execute(update(MailServer).where(col(MailServer.name) == server.name).values(**pause))
        idle = update(Lease).where(col(Lease.holder) == "")
        for lease in session.exec(select(Lease).where(col(Lease.due_at).is_not(None))):
            due_at = (lease.due_at or lease.until) - by
            session.connection().execute(idle.where(col(Lease.name) == lease.name).values(due_at=due_at))


def _aged(period: str, by: timedelta) -> str:
    """Return the name of the period that lies so much earlier; one that is not named by its time stays."""
    kind, _, when = period.partition(" ")
    with suppress(ValueError):
        return f"{kind} {date.fromisoformat(when) - by}"
    with suppress(ValueError):
        return f"{kind} {datetime.strptime(when, HOUR) - by:{HOUR}}"
    return period
