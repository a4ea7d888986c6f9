"""Recompute what alerts ask for and compare it with what was delivered; report each difference."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlmodel import Session

from config import Config
from db.masking import masked
from db.models import Alert, Announcement, Delivery, Document
from db.queries import checking as queries
from db.queries.alerts import alerts
from db.queries.outbox import tellers
from tracker.acts import strength
from tracker.alerts.delivery.waiting import Case, why_open
from tracker.alerts.matching.earlier import is_gone
from tracker.alerts.matching.match import matches
from tracker.alerts.matching.rules import Rule
from tracker.alerts.schedule.periods import listens_since, next_due
from tracker.alerts.subscriptions.operators import all_clear, tell_operators

# The longest that an announcement waits for a digest: a month.
LONGEST = timedelta(days=32)
UNDELIVERED = "undelivered"
ROW = ("alert", "recipient", "announcement", "incident", "act", "found_at", "delivery", "problem")


class Window(NamedTuple):
    """What is checked at the moment `at`: what was found, or was due, between `since` and `until` ago."""

    at: datetime
    since: timedelta
    until: timedelta

    @property
    def start(self) -> datetime:
        """Return the moment before which nothing is checked."""
        return self.at - self.since

    @property
    def end(self) -> datetime:
        """Return the moment after which deliveries may still be in progress."""
        return self.at - self.until


@dataclass(frozen=True)
class Difference:
    """One thing that an alert asks for and that was not handled as it should have been."""

    alert: Alert
    delivery: Delivery | None
    announcement: Announcement | None
    problem: str

    def row(self) -> dict[str, Any]:
        """Return it as a row for programs."""
        found, delivery = self.announcement, self.delivery
        values = (
            self.alert.id,
            masked(self.alert.recipient),
            found.id if found else delivery.announcement_id if delivery else None,
            delivery.incident_id if delivery else None,
            delivery.act if delivery else found.act if found else None,
            found.first_seen_at if found else None,
            delivery.id if delivery else None,
            self.problem,
        )
        return dict(zip(ROW, values, strict=True))

    def __str__(self) -> str:
        row = self.row()
        what = f"announcement {row['announcement']}" if row["announcement"] else f"incident {row['incident']}"
        what = f"{what} ({row['act']})" if row["announcement"] or row["incident"] else "a question to it"
        return f"alert {row['alert']} to {row['recipient']}, {what}: {self.problem}"


def check(session: Session, config: Config, window: Window) -> list[Difference]:
    """Compare what the alerts in force ask for with the deliveries.

    What was found and is asked for is computed only from announcements and rules. A mail that was sent, permanently
    refused, or waits for a reason is in order; one that is missing, or that is not sent although nothing holds it, is
    not.
    """
    missing = list(_missing(session, config, window))
    return missing + list(_stuck(session, window))


def tell(session: Session, found: Sequence[Difference], at: datetime) -> None:
    """Notify operators, in a write transaction, of the first check that found differences and of the first without."""
    if found:
        more = f", and {len(found) - 1} more; `tracker alerts check` lists them" if len(found) > 1 else ""
        tell_operators(session, UNDELIVERED, f"{found[0]}{more}", at)
    else:
        all_clear(session, UNDELIVERED, at)


def _missing(session: Session, config: Config, window: Window) -> Iterator[Difference]:
    found = queries.found_between(session, window.start - LONGEST, window.end)
    told_by = tellers(session, [one.story_id for one in found])
    kept = queries.deliveries_of(session, min((one.id or 0 for one in found), default=0))
    wanted: dict[tuple[Rule, int], bool] = {}
    for alert in (alert for alert in alerts(session) if not alert.paused_at):
        rule = Rule.model_validate(alert.rule)
        for announcement in _asked(alert, found, window):
            key = rule, announcement.id or 0
            if key not in wanted:
                wanted[key] = _wants(rule, announcement, told_by.get(announcement.story_id, []), config)
            if wanted[key]:
                yield from _difference(alert, announcement, kept.get((alert.id or 0, announcement.id or 0), []))


def _asked(alert: Alert, found: Sequence[Announcement], window: Window) -> list[Announcement]:
    """Return what an alert in force at the time should have reported in the window, or by a coming digest.

    What is found later is not due sooner, so the first that counts is found by bisection.
    """
    first = bisect_left(found, window.start, key=lambda one: next_due(alert, one.first_seen_at))
    return [one for one in found[first:] if listens_since(alert) <= one.first_seen_at]


def _wants(rule: Rule, announcement: Announcement, documents: Sequence[Document], config: Config) -> bool:
    return matches(rule, announcement, documents, config, "en") is not None


def _difference(alert: Alert, announcement: Announcement, kept: Sequence[Delivery]) -> Iterator[Difference]:
    telling = [one for one in kept if strength(one.act) >= strength(announcement.act)]
    if not telling:
        yield Difference(
            alert, None, announcement, f"found {announcement.first_seen_at:%Y-%m-%d %H:%M} UTC, {_none(kept)}"
        )
        return
    strongest = max(telling, key=lambda one: (not is_gone(one), strength(one.act)))
    if is_gone(strongest):
        yield Difference(alert, strongest, announcement, "withdrawn, although the announcement is not")
    if strongest.state == "sent" and not (strongest.sent_at and strongest.message_id and strongest.answer):
        yield Difference(alert, strongest, announcement, "marked as sent, and no answer is on record")


def _none(kept: Sequence[Delivery]) -> str:
    return "and only a weaker act was reported" if kept else "and no delivery was written"


def _stuck(session: Session, window: Window) -> Iterator[Difference]:
    """Return what is open, of any age, and should have been sent."""
    kept = queries.open_deliveries(session)
    periods = queries.periods_of(session, [one.delivery.alert_id for one in kept])
    tries = queries.tries(session, [one.delivery for one in kept])
    for one in kept:
        made, tried = periods.get(one.delivery.alert_id, {}), tries.get(one.delivery.id or 0, [])
        reason = why_open(Case(*one, digests=made, tries=tried), window.at, window.until)
        if reason.stuck:
            yield Difference(one.alert, one.delivery, None, reason.text)
