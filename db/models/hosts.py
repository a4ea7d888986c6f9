"""What we know of the hosts that we ask: when that was last, for how long they want to be left alone, their rules."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from db.models.moments import moment_or_none


class Host(SQLModel, table=True):
    """One host, for all sources and all processes that ask it.

    `asked_at` is the newest request. `crawl_delay` is what its robots.txt asks for, in seconds, 0 for nothing.
    It asked at `paused_since` to be left alone until `paused_until`, by the answer `paused_by`. Its robots.txt has
    not been had since `closed_since`, for the reason `closed_by`; both are None while there are rules to go by.
    """

    name: str = Field(primary_key=True)
    asked_at: datetime | None = moment_or_none()
    crawl_delay: float = 0.0
    paused_since: datetime | None = moment_or_none()
    paused_until: datetime | None = moment_or_none()
    paused_by: str | None = None
    closed_since: datetime | None = moment_or_none()
    closed_by: str | None = None
