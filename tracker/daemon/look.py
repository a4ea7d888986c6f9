"""One look at the leases: when is each step to be tried next?"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from db.queries.due import anything_due
from db.queries.leases import Claim, claims
from tracker.daemon.step import Step

# Clocks of two machines may differ by so much.
SLACK = timedelta(minutes=5)
WANTED = {"send": anything_due}
"""What tells cheaply, by a step's name, whether there is anything to do."""


class Outlook(NamedTuple):
    """When to try each step that has something to do; and those that are due later than their rhythm allows."""

    moments: dict[str, datetime]
    late: list[str]


def look(connection: Connection, steps: Iterable[Step], at: datetime, lease: timedelta) -> Outlook:
    """Tell when each step is due, or the lease of another daemon on it runs out.

    Where the clock was put back, or the rhythm is a faster one by now, a step is late: it is to be hastened.
    """
    known = claims(connection)
    moments, late = {}, []
    for step in steps:
        claim = known.get(step.name)
        moments[step.name] = _moment(claim, at, lease)
        if claim and claim.due_at and claim.due_at > at + timedelta(seconds=step.every) + SLACK:
            late.append(step.name)
    for name, wanted in WANTED.items():
        if name in moments and moments[name] <= at and not wanted(connection, at):
            del moments[name]
    return Outlook(moments, late)


def _moment(claim: Claim | None, at: datetime, lease: timedelta) -> datetime:
    if claim is None:
        return at
    # Nobody holds anything for twice as long: the clock was put back.
    free = claim.until if claim.until <= at + 2 * lease else at
    return max(claim.due_at or at, free)
