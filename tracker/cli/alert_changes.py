"""Say what an edit of an alert has changed: each field with its values before and after, and when it reports now."""

from collections.abc import Mapping
from typing import Any

from db.models import Alert
from tracker.alerts.compose.filters import when
from tracker.alerts.schedule.periods import WEEKDAYS
from tracker.alerts.subscriptions.subscribe import TIMES

NAMES = {"language": "mail language"}
NOTHING = {"most": "the default"}
QUOTED = ("note", "name")


def changed_words(alert: Alert, changed: Mapping[str, tuple[Any, Any]]) -> str:
    """Return what is said of a changed alert, after its number; `changed` is what `edit` returns."""
    if not changed:
        return "is unchanged: it had these values before"
    told = (
        f"{NAMES.get(name, name)} from {_value(name, was)} to {_value(name, now)}"
        for name, (was, now) in changed.items()
    )
    reports = f"; it reports {when(alert, 'en')}" if changed.keys() & {*TIMES, "most"} else ""
    return f"is changed: {', '.join(told)}{reports}"


def _value(name: str, value: Any) -> str:
    if value in (None, ""):
        return NOTHING.get(name, "none")
    if name == "weekday":
        return WEEKDAYS[value]
    return repr(value) if name in QUOTED else str(value)
