"""Add or edit an alert, or report in one line what is wrong with the request."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlmodel import Session

from db.models import Alert
from db.queries.waiting import loose_of
from db.store.alerts import add_alert
from db.store.outbox import postpone
from tracker.alerts.channels.registry import CHANNELS, refuse_private
from tracker.alerts.compose.wording import WORDS
from tracker.alerts.matching.lookup import places
from tracker.alerts.matching.rules import Rule
from tracker.alerts.schedule.periods import RATES, next_due
from tracker.alerts.schedule.quiet import read_quiet
from tracker.alerts.subscriptions.recipients import enrol
from tracker.alerts.subscriptions.zones import check_zone

LONGEST_WORDS = 1000
TIMES = {"rate", "hour", "weekday", "zone", "quiet"}
USED_BY = {"hour": ("daily", "weekly", "monthly"), "weekday": ("weekly",)}
"""The rates that use a time."""


class OrderError(ValueError):
    """What is wrong with an alert, in one line, and the field that has to be corrected."""

    def __init__(self, field: str, told: str) -> None:
        super().__init__(told)
        self.field = field


def subscribe(session: Session, alert: Alert, rule: Rule, *, confirmed: bool = False) -> Alert:
    """Write a new alert with its rule; raise ValueError, in one line, for what could never be delivered.

    An e-mail address is asked to confirm before anything else is mailed to it, unless the operator vouches for it.
    """
    check(alert)
    alert.recipient = CHANNELS[alert.channel].keep(alert.recipient)
    alert.rule = rule.model_dump(mode="json")
    add_alert(session, alert, places(rule))
    enrol(session, alert, confirmed=confirmed, at=alert.created_at)
    return alert


def edit(session: Session, alert: Alert, at: datetime, **changes: Any) -> dict[str, tuple[Any, Any]]:
    """Change when and how an alert reports, not what; raise ValueError as `subscribe` does.

    Return each field that has another value now, with its values before and after.

    If its times change, what waits for the end of a period waits for the end of the new one; what is due is sent.
    """
    before = {name: getattr(alert, name) for name in changes}
    changed = {name: (was, changes[name]) for name, was in before.items() if was != changes[name]}
    for name, value in changes.items():
        setattr(alert, name, value)
    check(alert)
    session.add(alert)
    if changed.keys() & TIMES:
        waiting = [delivery for delivery in loose_of(session, alert.id or 0) if delivery.due_at > at]
        postpone(session, waiting, next_due(alert, at))
    return changed


def check(alert: Alert, *, private: bool = True) -> None:
    """Raise OrderError, in one line, if an alert could never be delivered, or its times contradict each other.

    Without `private` (the setting webhook_private), addresses in private networks are not delivered to.
    """
    for field, look in CHECKS:
        _named(field, look, alert)
    channel = CHANNELS[alert.channel]
    _named("recipient", channel.check, alert.recipient)
    if channel.by_web and not private:
        _named("recipient", refuse_private, alert.recipient)


def refuse_idle(rate: str, given: Iterable[str]) -> None:
    """Raise OrderError for an hour or a weekday that was given for an alert whose rate does not use it."""
    for field, rates in USED_BY.items():
        if field in given and rate not in rates:
            used = " or ".join(rates) if len(rates) < 3 else f"{', '.join(rates[:-1])} or {rates[-1]}"
            raise OrderError(
                field,
                f"{field} is for the rate {used}, and the rate is {rate}; change the rate, or leave out the {field}",
            )


def _named(field: str, look: Callable[[Any], object], value: Any) -> None:
    """Let `look` look at a value, and raise OrderError, which names the field, if it raises ValueError."""
    try:
        look(value)
    except ValueError as error:
        raise OrderError(field, str(error)) from error


def _hour(alert: Alert) -> None:
    if not 0 <= alert.hour <= 23:
        raise ValueError(f"there is no hour {alert.hour}; write 0 to 23")


def _weekday(alert: Alert) -> None:
    if not 0 <= alert.weekday <= 6:
        raise ValueError(f"there is no weekday {alert.weekday}; 0 is Monday, 6 is Sunday")


def _most(alert: Alert) -> None:
    if alert.most is not None and (alert.rate != "immediate" or alert.most < 1):
        raise ValueError("the most mails a day must be 1 or more, and applies only to immediate alerts; leave it out")


def _quiet(alert: Alert) -> None:
    if alert.quiet and read_quiet(alert.quiet).holds(alert.hour) and alert.rate != "immediate":
        raise ValueError(f"the hour {alert.hour} lies within the quiet hours {alert.quiet}; move one of the two")


def _is_text(what: str, typed: str) -> None:
    """What a shell could not decode, such as a name in another encoding, has surrogate halves."""
    try:
        typed.encode()
    except UnicodeEncodeError:
        raise ValueError(f"the {what} {typed[:80]!r} contains invalid characters; write it in UTF-8") from None


def _is_short(what: str, typed: str) -> None:
    """Every mail of an alert repeats its name and its note."""
    _is_text(what, typed)
    if len(typed) > LONGEST_WORDS:
        raise ValueError(f"the {what} has {len(typed)} characters; write at most {LONGEST_WORDS}")


def _one_of(what: str, name: str, known: Iterable[str]) -> None:
    names = list(known)
    if name not in names:
        raise ValueError(f"no {what} is called {name!r}; choose one of {', '.join(names)}")


CHECKS: tuple[tuple[str, Callable[[Alert], object]], ...] = (
    ("name", lambda alert: _is_short("name", alert.name)),
    ("note", lambda alert: _is_short("note", alert.note)),
    ("recipient", lambda alert: _is_text("recipient's address", alert.recipient)),
    ("channel", lambda alert: _one_of("channel", alert.channel, CHANNELS)),
    ("rate", lambda alert: _one_of("rate", alert.rate, RATES)),
    ("language", lambda alert: _one_of("language", alert.language, WORDS)),
    ("zone", lambda alert: check_zone(alert.zone)),
    ("hour", _hour),
    ("weekday", _weekday),
    ("most", _most),
    ("quiet", _quiet),
)
"""What is looked at, in this order: the field, and what raises ValueError if it is wrong."""
