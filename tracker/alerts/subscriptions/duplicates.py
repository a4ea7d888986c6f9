"""Find alerts in force with the same recipient and rule as a new one."""

from typing import Any

from sqlmodel import Session

from db.models import Alert
from db.queries.checking import alerts_to
from tracker.alerts.channels.registry import CHANNELS
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.recipients import folded

# When and how an alert reports; a different name or note does not make it different.
HOW = ("rate", "hour", "weekday", "zone", "quiet", "most", "language")
# Of those, what an immediate alert does not use.
DIGESTS_ALONE = ("hour", "weekday")


def twins(session: Session, alert: Alert, rule: Rule) -> tuple[list[Alert], list[Alert]]:
    """Return the alerts in force with the recipient and the rule of a new one that was checked.

    First those with the same times and channel, then the others.
    """
    recipient = _told(alert, CHANNELS[alert.channel].keep(alert.recipient))
    alike: list[Alert] = []
    otherwise: list[Alert] = []
    for other in alerts_to(session, recipient[1]):
        asks = Rule.model_validate(other.rule)
        if other.removed_at or _told(other, other.recipient) != recipient or _asked(asks) != _asked(rule):
            continue
        (alike if _how(other) == _how(alert) else otherwise).append(other)
    return alike, otherwise


def _told(alert: Alert, recipient: str) -> tuple[str, str]:
    return alert.channel, folded(alert.channel, recipient)


def _asked(rule: Rule) -> dict[str, Any]:
    """Return what a rule requires, independent of order."""
    return {name: frozenset(value) if isinstance(value, tuple) else value for name, value in rule}


def _how(alert: Alert) -> dict[str, Any]:
    idle = DIGESTS_ALONE if alert.rate == "immediate" else () if alert.rate == "weekly" else ("weekday",)
    return {name: getattr(alert, name) for name in HOW if name not in idle}
