"""Conditions for what few announcements state, in the very words of the indexes that have them (`db.models`)."""

from datetime import date

from sqlalchemy import ColumnElement, Text, and_, literal_column, or_
from sqlalchemy import cast as cast_to
from sqlmodel import col

from db.models import Announcement

_DAYS = (col(Announcement.comment_until), col(Announcement.effective), col(Announcement.expires))


def states_days(since: date | None = None) -> ColumnElement[bool]:
    """Return the condition that an announcement states a day of its paper, or one on `since` or later."""
    stated = or_(*(day.is_not(None) for day in _DAYS))
    # Implied by the other, but an index does not see that.
    return and_(stated, or_(*(day >= since for day in _DAYS))) if since else stated


def states_figures() -> ColumnElement[bool]:
    """Return the condition that it states figures."""
    return cast_to(col(Announcement.figures), Text) != literal_column("'[]'")


def states_targets() -> ColumnElement[bool]:
    """Return the condition that it states a target."""
    return cast_to(col(Announcement.figures), Text).like(literal_column("""'%"target"%'"""))
