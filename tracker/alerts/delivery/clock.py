"""Reschedule deliveries that are due in quiet hours, or that a clock running ahead scheduled too late."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from db.models import QUESTIONS
from db.queries import waiting as queries
from db.queries.outbox import Unit
from db.store import waiting as store
from tracker.alerts.schedule.periods import next_due
from tracker.alerts.schedule.quiet import quiet_until

# No interval between two attempts is longer; anything that waits longer was postponed by a wrong clock.
LONGEST_WAIT = timedelta(days=4)


def set_right(session: Session, at: datetime, lease: timedelta) -> None:
    """Bring forward, at the moment `at`, what a clock that was ahead has postponed.

    Such a clock dates deliveries, attempts or claims later than possible. They must not wait until the right clock has
    caught up, which may take a year.
    """
    for alert, delivery in queries.from_the_future(session, at):
        due_at = at if delivery.kind in ("first-crawl", *QUESTIONS) else next_due(alert, at)
        store.write_anew(session, delivery.id or 0, at, min(due_at, delivery.due_at))
    store.bring_forward(session, at + LONGEST_WAIT)
    store.shorten_claims(session, at + 2 * lease)


def keep_quiet(session: Session, at: datetime, units: Sequence[Unit] | None = None) -> None:
    """Hold back what quiet hours forbid at the moment `at`, until they end: news, digests, and further attempts.

    With `units`, only what is due for the alerts of these mails: a round of sending may last into quiet hours.
    """
    with_hours = (
        queries.of_units_with_quiet_hours(session, units) if units else queries.due_with_quiet_hours(session, at)
    )
    for alert in with_hours:
        if until := quiet_until(alert, at):
            store.hold_back(session, alert, at, until)
