"""Look at the leases once: when is each step to be tried next?"""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from db.queries.due import anything_due
from db.queries.leases import Claim, alive, claims
from tracker.daemon.step import Step

# Clocks of two machines may differ by this much.
SLACK = timedelta(minutes=5)
WANTED = {"send": anything_due}
"""A cheap check, by a step's name, whether there is anything to do."""
HEAD_START = timedelta(seconds=3)
"""How long a step is left to the daemon whose share it is; then any other that is free runs it."""
AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)


class Outlook(NamedTuple):
    """Hold when to try each step that has work, and the steps that are due later than their rhythm allows."""

    moments: dict[str, datetime]
    late: list[str]


def look(connection: Connection, steps: Collection[Step], at: datetime, lease: timedelta, holder: str = "") -> Outlook:
    """Return when `holder` is to try each step: when it is due, or when another daemon's lease on it runs out.

    What a dead daemon has left comes first. If the clock was put back, or the rhythm has become faster, a step is due
    too late and has to be hastened.
    """
    known = claims(connection)
    ours = _share(steps, alive(known.values(), at), holder)
    moments, late = {}, []
    for step in steps:
        claim = known.get(step.name)
        moments[step.name] = moment = _moment(claim, at, lease)
        if moment > AT_ONCE and step.name not in ours:
            moments[step.name] += HEAD_START
        if claim and claim.due_at and claim.due_at > at + timedelta(seconds=step.every) + SLACK:
            late.append(step.name)
    for name, wanted in WANTED.items():
        # Looks are as frequent as such a step.
        if name in moments and not wanted(connection, at):
            del moments[name]
    return Outlook(moments, late)


def _share(steps: Collection[Step], holders: Sequence[str], holder: str) -> set[str]:
    """Return the names of the steps that are first for `holder` to run: every n-th of n daemons, of each rhythm."""
    if holder not in holders:
        return {step.name for step in steps}
    dealt = sorted(steps, key=lambda step: (step.pool, step.every, step.name))
    return {step.name for step in dealt[holders.index(holder) :: len(holders)]}


def _moment(claim: Claim | None, at: datetime, lease: timedelta) -> datetime:
    if claim is None:
        return at
    if claim.holder and claim.until <= at and (claim.due_at or at) <= at:
        return AT_ONCE
    # No lease lasts twice as long: the clock was put back.
    free = claim.until if claim.until <= at + 2 * lease else at
    return max(claim.due_at or at, free)
