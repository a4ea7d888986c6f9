"""Compute an alert's quiet hours, in its own time zone."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from db.models import Alert

_WRITTEN = re.compile(r"(\d{1,2})-(\d{1,2})")
INSTANT = timedelta(microseconds=1)


class Quiet(NamedTuple):
    """Quiet from the hour `start` to the hour `end`, exclusive; past midnight if `end` is lower."""

    start: int
    end: int

    def holds(self, hour: int) -> bool:
        """Decide whether an hour of the day is quiet."""
        return self.start <= hour < self.end if self.start < self.end else hour >= self.start or hour < self.end


def read_quiet(written: str) -> Quiet:
    """Parse quiet hours, "22-7"; raise ValueError in one line."""
    found = _WRITTEN.fullmatch(written.strip())
    if not found or max(int(found[1]), int(found[2])) > 23 or int(found[1]) == int(found[2]):
        raise ValueError(f"{written[:80]!r} is not a range of quiet hours; write two hours from 0 to 23, such as 22-7")
    return Quiet(int(found[1]), int(found[2]))


def quiet_until(alert: Alert, at: datetime) -> datetime | None:
    """Return when the quiet hours around `at` end, aware, in UTC; None if there are none."""
    if not alert.quiet:
        return None
    quiet = read_quiet(alert.quiet)
    local = at.astimezone(ZoneInfo(alert.zone))
    if not quiet.holds(local.hour):
        return None
    ends_today = quiet.start < quiet.end or local.hour < quiet.end
    return next_hour(local.date() if ends_today else local.date() + timedelta(days=1), quiet.end, alert.zone, at)


def was_held(alert: Alert, due: datetime) -> bool:
    """Decide whether `due` is the moment at which quiet hours end, so that they held back what is due then."""
    return quiet_until(alert, due - INSTANT) == due


def next_hour(day: date, hour: int, zone: str, at: datetime) -> datetime:
    """Return when the clock of a zone next shows an hour, in UTC: the first time, if that is not over at `at`.

    An hour that the change of the clock skips comes when it would have come without the change; a repeated hour comes
    twice.
    """
    local = datetime.combine(day, time(hour), ZoneInfo(zone))
    first, again = (local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return first if first > at or again <= first else again
