"""Compute how often a source is crawled at a given moment: offices publish by day, on workdays."""

from datetime import datetime, timedelta

from config.schema.source import Manners
from db.beijing import BEIJING
from tracker.health.calendar import is_workday

DAY = range(8, 20)


def every(manners: Manners, at: datetime) -> timedelta:
    """Return the time between two crawls at the moment `at`: `nights` outside of Beijing's days and on days off."""
    there = at.astimezone(BEIJING)
    by_day = there.hour in DAY and is_workday(there.date())
    return timedelta(minutes=manners.every if by_day or manners.nights is None else manners.nights)
