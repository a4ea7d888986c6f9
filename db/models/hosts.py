"""Table of hosts: the last request, requested pauses, and their rules."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from db.models.moments import moment_or_none


class Host(SQLModel, table=True):
    """One host, for all sources and processes that send requests to it.

    `asked_at` is the newest request. `crawl_delay` is the delay in its robots.txt in seconds, 0 if it states none. At
    `paused_since` it requested a pause until `paused_until`, by the response `paused_by`. Its robots.txt could not be
    fetched since `closed_since`, for the reason `closed_by`; both are None while its rules are known.
    """

    name: str = Field(primary_key=True)
    asked_at: datetime | None = moment_or_none()
    crawl_delay: float = 0.0
    paused_since: datetime | None = moment_or_none()
    paused_until: datetime | None = moment_or_none()
    paused_by: str | None = None
    closed_since: datetime | None = moment_or_none()
    closed_by: str | None = None
