"""Query what the daemon asks before it starts a command: whether a mail is due, whether a page has come."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, and_, exists, func, or_, select

from db import tables


class Tables(NamedTuple):
    """The tables to query: those of the models, or those of `db.tables`, which need less memory."""

    delivery: FromClause
    alert: FromClause
    recipient: FromClause


LIGHT = Tables(tables.delivery, tables.alert, tables.recipient)


def is_open(at: datetime, where: Tables = LIGHT) -> ColumnElement[bool]:
    """State the condition that the recipient of the delivery may be mailed at `at`.

    For a confirmation mail, its recipient only has to be neither suspended nor waiting.
    """
    delivery, alert, recipient = (table.c for table in where)
    stopped = or_(recipient.suspended_at.is_not(None), recipient.waits_until > at)
    shut = or_(stopped, and_(recipient.confirmed_at.is_(None), delivery.recipient_id.is_(None)))
    theirs = and_(alert.id == delivery.alert_id, recipient.id == alert.recipient_id)
    return ~exists().where(theirs, shut).correlate(where.delivery)


def is_due(at: datetime, where: Tables = LIGHT) -> ColumnElement[bool]:
    """State the condition that the delivery is to be sent at `at`, or to be taken over from a dead holder."""
    delivery = where.delivery.c
    waits = and_(delivery.state == "pending", delivery.due_at <= at)
    return and_(or_(waits, and_(delivery.state == "sending", delivery.lease_until < at)), is_open(at, where))


def anything_due(connection: Connection, at: datetime) -> bool:
    """Decide whether there is a mail to send, or a claim of a dead holder to take over."""
    return connection.execute(select(tables.delivery.c.id).where(is_due(at)).limit(1)).first() is not None


def anything_new(connection: Connection, since: datetime) -> bool:
    """Decide whether a crawl has fetched a page since."""
    page = tables.page.c
    return connection.execute(select(page.id).where(page.fetched_at >= since).limit(1)).first() is not None


def oldest_due(connection: Connection, at: datetime) -> datetime | None:
    """Return since when the delivery has been due that has waited longest although its recipient may be mailed."""
    delivery = tables.delivery.c
    waiting = select(func.min(delivery.due_at)).where(delivery.state == "pending", delivery.due_at <= at, is_open(at))
    found: datetime | None = connection.execute(waiting).scalar_one()
    return found
