"""Compute when an alert's mail is due and the name of a digest's period, in the alert's own time zone."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.models import Alert
from tracker.alerts.schedule.quiet import quiet_until

# The days of digests: a week ends on the alert's weekday, a month on the first of the next.
ENDS: dict[str, Callable[[Alert, date], bool]] = {
    "daily": lambda _alert, _day: True,
    "weekly": lambda alert, day: day.weekday() == alert.weekday,
    "monthly": lambda _alert, day: day.day == 1,
}
RATES = ("immediate", *ENDS)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONGEST = 32


def next_due(alert: Alert, at: datetime) -> datetime:
    """Return when what is learned at `at` is to be sent: at once, after quiet hours, or at the end of the period.

    Aware, in UTC. An hour that the change of the clock skips comes when it would have come without the change; of a
    repeated hour, the first counts.
    """
    if alert.rate == "immediate":
        return quiet_until(alert, at) or at
    today = at.astimezone(ZoneInfo(alert.zone)).date()
    days = (today + timedelta(days=n) for n in range(LONGEST + 1))
    ends = (_start(alert, day, alert.hour) for day in days if ENDS[alert.rate](alert, day))
    return next(end for end in ends if end > at)


def period(alert: Alert, due: datetime, made_at: datetime | None = None) -> str:
    """Return the name of the period that ends at `due`; `made_at` is when the digest of that day was made, if it was.

    A day has two ends if its hour is changed after the first, or if the change of the clock skipped that of the day
    before, which came after midnight. The name of the second includes its hour.
    """
    name = f"{alert.rate} {local_day(alert, due)}"
    second = made_at is not None and made_at < due
    return f"{name}T{due.astimezone(ZoneInfo(alert.zone)):%H}" if second else name


def listens_since(alert: Alert) -> datetime:
    """Return since when an alert reports: since it was added, or since its last pause."""
    return max(alert.created_at, alert.resumed_at or alert.created_at)


def local_day(alert: Alert, at: datetime) -> date:
    """Return the day of a moment on the alert's calendar."""
    return at.astimezone(ZoneInfo(alert.zone)).date()


def hour(at: datetime) -> datetime:
    """Return the start of the hour of `at`, in UTC, where no hour is skipped or repeated."""
    return at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def day_of(alert: Alert, at: datetime) -> tuple[datetime, datetime]:
    """Return the day of `at` on the alert's clock: its first moment, and the first of the next."""
    day = local_day(alert, at)
    return _start(alert, day, 0), _start(alert, day + timedelta(days=1), 0)


def _start(alert: Alert, day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), ZoneInfo(alert.zone)).astimezone(UTC)
