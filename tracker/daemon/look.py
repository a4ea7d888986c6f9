"""Look at the leases once: when is each step to be tried next?"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from db.queries.due import anything_due
from db.queries.leases import Claim, claims
from tracker.daemon.step import Step

# Clocks of two machines may differ by this much.
SLACK = timedelta(minutes=5)
WANTED = {"send": anything_due}
"""A cheap check, by a step's name, whether there is anything to do."""


class Outlook(NamedTuple):
    """Hold when to try each step that has work, and the steps that are due later than their rhythm allows."""

    moments: dict[str, datetime]
    late: list[str]


def look(connection: Connection, steps: Iterable[Step], at: datetime, lease: timedelta) -> Outlook:
    """Return when each step is due, or when another daemon's lease on it runs out.

    If the clock was put back, or the rhythm has become faster, a step is due too late and has to be hastened.
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
    # No lease lasts twice as long: the clock was put back.
    free = claim.until if claim.until <= at + 2 * lease else at
    return max(claim.due_at or at, free)
