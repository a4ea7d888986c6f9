"""When an alert's mail is due, and what a digest's period is called, by the clock of the alert's own zone."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.models import Alert

# The days on which a digest goes: a week ends on Monday morning, a month on its successor's first.
ENDS: dict[str, Callable[[date], bool]] = {
    "daily": lambda _: True,
    "weekly": lambda day: day.weekday() == 0,
    "monthly": lambda day: day.day == 1,
}
RATES = ("immediate", *ENDS)
LONGEST = 32


def next_due(alert: Alert, at: datetime) -> datetime:
    """When what we learn at `at` is to go: at once, or at the end of the running period; aware, in UTC."""
    if alert.rate == "immediate":
        return at
    today = at.astimezone(ZoneInfo(alert.zone)).date()
    days = (today + timedelta(days=n) for n in range(LONGEST + 1))
    ends = (_hour_of(alert, day) for day in days if ENDS[alert.rate](day))
    return next(end for end in ends if end > at)


def period(alert: Alert, due: datetime) -> str:
    """What the period that ends at `due` is called."""
    return f"{alert.rate} {due.astimezone(ZoneInfo(alert.zone)).date()}"


def hour(alert: Alert, at: datetime) -> datetime:
    """The start of the hour of `at` on the alert's clock."""
    return at.astimezone(ZoneInfo(alert.zone)).replace(minute=0, second=0, microsecond=0)


def midnight(alert: Alert, at: datetime) -> datetime:
    """The start of the day of `at` on the alert's clock."""
    return hour(alert, at).replace(hour=0)


def _hour_of(alert: Alert, day: date) -> datetime:
    return datetime.combine(day, time(alert.hour), ZoneInfo(alert.zone)).astimezone(UTC)
