"""Forecast how many mails a period would have been at each rate, alone or in digests."""

from collections import Counter
from collections.abc import Hashable, Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from db.models import Alert
from tracker.alerts.schedule.periods import RATES, hour, local_day, next_due, period
from tracker.alerts.schedule.quiet import was_held

WEEK = timedelta(days=7)


class Mails(NamedTuple):
    """How many mails would have carried one story, and how many would have been digests."""

    alone: int
    digests: int


def forecast(alert: Alert, told: Iterable[tuple[datetime, Hashable]], most: int) -> dict[str, Mails]:
    """Return the mails of each rate at an alert's hour, zone, weekday, quiet hours and limit (`most` if it has none).

    `told` is when and what: reports of one story at the same moment are sent as one mail.
    """
    moments = sorted(at for at, _ in set(told))
    at_rates = {rate: Alert(**alert.model_dump() | {"rate": rate}) for rate in RATES}
    return {rate: _mails(one, moments, alert.most or most) for rate, one in at_rates.items()}


def weeks(told: Iterable[datetime], since: datetime, until: datetime) -> list[tuple[date, int]]:
    """Return the last day of each week, counted back from `until`, and its reports; the first may be shorter."""
    counts = Counter((until - at) // WEEK for at in told)
    return [((until - n * WEEK).date(), counts[n]) for n in reversed(range(-(-(until - since) // WEEK)))]


def _mails(alert: Alert, told: Iterable[datetime], most: int) -> Mails:
    due = sorted(next_due(alert, at) for at in told)
    if alert.rate != "immediate":
        return Mails(0, len({period(alert, moment) for moment in due}))
    held = Counter(moment for moment in due if was_held(alert, moment))
    digests = {f"quiet {moment}" for moment, count in held.items() if count > 1}
    alone = Counter[date]()
    for moment in due:
        if held[moment] > 1:
            continue
        if alone[local_day(alert, moment)] < most:
            alone[local_day(alert, moment)] += 1
        else:
            digests.add(f"rest {hour(moment)}")
    return Mails(alone.total(), len(digests))
