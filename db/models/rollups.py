"""Tables of counts that those who write announcements keep, so that who shows many of them reads few rows."""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class DayCount(SQLModel, table=True):
    """How often an initiative was announced on a day with one act and stage, without what was withdrawn.

    `stated` is how many of these have a day of their own, `newest` the highest of their numbers.
    """

    __table_args__ = (Index("ix_daycount_initiative_day", "initiative", "day"),)

    id: int | None = Field(default=None, primary_key=True)
    initiative: str
    day: date | None = None
    act: str
    stage: str | None = None
    announcements: int
    stated: int
    newest: int


class MonthCount(SQLModel, table=True):
    """How often an initiative was announced in a month with one act and stage, and the first and last of these days.

    `month` is the first day of the month; it is None for those without a day.
    """

    __table_args__ = (Index("ix_monthcount_initiative_month", "initiative", "month", "announcements"),)

    id: int | None = Field(default=None, primary_key=True)
    initiative: str
    month: date | None = None
    act: str
    stage: str | None = None
    announcements: int
    first: date | None = None
    last: date | None = None


class BodyCount(SQLModel, table=True):
    """How many announcements of an initiative a body made in a month, and the day of the last.

    `month` is the first day of the month; it is None for those without a day.
    """

    __table_args__ = (Index("ix_bodycount_initiative_month", "initiative", "month", "body"),)

    id: int | None = Field(default=None, primary_key=True)
    initiative: str
    month: date | None = None
    body: str
    announcements: int
    last: date | None = None
