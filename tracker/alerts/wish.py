"""Takes an alert on record, or says in one line what is wrong with the wish."""

from collections.abc import Iterable
from zoneinfo import available_timezones

from sqlmodel import Session

from db.models import Alert
from db.store.alerts import add_alert
from tracker.alerts.addresses import address_of
from tracker.alerts.channels import CHANNELS
from tracker.alerts.periods import RATES
from tracker.alerts.rules import Rule
from tracker.alerts.safe import web_address
from tracker.alerts.wording import WORDS


def wish(session: Session, alert: Alert, rule: Rule) -> Alert:
    """Write a new alert with its rule; raise ValueError, in one line, for what could never be delivered."""
    _one_of("channel", alert.channel, CHANNELS)
    _one_of("rate", alert.rate, RATES)
    _one_of("language", alert.language, WORDS)
    if alert.zone not in available_timezones():
        raise ValueError(f"no time zone is called {alert.zone!r}; write one like Asia/Shanghai")
    if not 0 <= alert.hour <= 23:
        raise ValueError(f"there is no hour {alert.hour}; write 0 to 23")
    if alert.channel == "email":
        address_of(alert.recipient)
    if alert.channel == "webhook" and not web_address(alert.recipient):
        raise ValueError(f"{alert.recipient[:80]!r} is no web address; write https://host/path")
    alert.rule = rule.model_dump(mode="json")
    return add_alert(session, alert, rule.keys)


def _one_of(what: str, name: str, known: Iterable[str]) -> None:
    names = list(known)
    if name not in names:
        raise ValueError(f"no {what} is called {name!r}; choose one of {', '.join(names)}")
