"""The rows about how an initiative developed, and about the numbers of papers."""

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from tracker.acts import Stage
from tracker.contract.models.row import Row


class Phase(Row):
    """A state that an initiative was in from a day on, as an announcement proves."""

    state: str
    since: date
    announcement: int
    """The announcement's `id`."""


class Paper(Row):
    """One stage of a paper, as an announcement reports it."""

    day: date | None
    day_stated: bool
    stage: Stage
    body: str | None
    headline: str | None
    comment_until: date | None
    effective: date | None
    expires: date | None
    announcement: int
    """The announcement's `id`."""


class Deadline(Row):
    """A coming date that an announcement states."""

    when: str
    """In EDTF: 2027, 2026-06 or 2025-10-01."""
    day: date | None
    """Null where only the month or the year is stated."""
    kind: Literal["comments", "effective", "expires", "target"]
    initiative: str
    body: str | None
    body_name: str | None
    what: str
    stage: Stage | None
    announcement: int
    """The announcement's `id`."""
    stated: date | None
    """The day of that announcement."""
    url: str


class Gap(Row):
    """A period without any announcement."""

    model_config = ConfigDict(validate_by_name=True, serialize_by_alias=True)

    from_: date = Field(alias="from")
    to: date
    days: int


class Point(Row):
    """One figure of a series, in its unit."""

    day: date | None
    value: float
    kind: Literal["result", "target"]
    year: int | None
    period: str | None
    what: str
    announcement: int
    """The `id` of the announcement that states it."""
    change: float | None
    """Against the last point before it that it can be compared with."""


class Series(Row):
    """One measure over time, in the order in which it was announced."""

    unit: str
    kind: Literal["result", "target"]
    what: str
    points: list[Point]


class Development(Row):
    """The state of an initiative, and how it got there."""

    initiative: str
    initiative_name: str
    initiative_name_zh: str
    state: str | None
    first: date | None
    last: date | None
    successor: str | None
    phases: list[Phase]
    papers: list[Paper]
    gaps: list[Gap]
    series: list[Series]


class Numbers(Row):
    """Which numbered papers of an issuer and a year are stored, which others are cited, and which are missing."""

    issuer: str
    of: str
    """The issuers that share one sequence of numbers, where there are several."""
    year: int
    have: int
    highest: int
    named: str
    """Numbers and runs of them: 1-3, 5."""
    missing: str
