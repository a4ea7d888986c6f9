"""Fields for moments."""

from typing import Any

from sqlmodel import Field

from db.moments import Moment, now


def moment(*, index: bool = False) -> Any:
    """Declare a required moment that defaults to the present."""
    return Field(default_factory=now, sa_type=Moment, nullable=False, index=index)


def moment_or_none(*, index: bool = False) -> Any:
    """Declare a moment that may be unknown."""
    return Field(default=None, sa_type=Moment, nullable=True, index=index)
