"""Find the standing alerts that ask the same for the same recipient as a new one."""

from typing import Any

from sqlmodel import Session

from db.models import Alert
from db.queries.checking import alerts_to
from tracker.alerts.channels.registry import CHANNELS
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.recipients import folded

# When and how an alert tells; its name and its note make it no other.
HOW = ("rate", "hour", "weekday", "zone", "quiet", "most", "language")
# Of those, what an immediate alert makes no use of.
DIGESTS_ALONE = ("hour", "weekday")


def twins(session: Session, alert: Alert, rule: Rule) -> tuple[list[Alert], list[Alert]]:
    """The standing alerts with the recipient and the rule of a new one that was checked.

    First those that tell at the same times and in the same way, then the others.
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
    """What a rule asks for, in whichever order it was written."""
    return {name: frozenset(value) if isinstance(value, tuple) else value for name, value in rule}


def _how(alert: Alert) -> dict[str, Any]:
    idle = DIGESTS_ALONE if alert.rate == "immediate" else () if alert.rate == "weekly" else ("weekday",)
    return {name: getattr(alert, name) for name in HOW if name not in idle}
