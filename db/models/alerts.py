"""Who wants to hear of what, and what is on its way to them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none


class Alert(SQLModel, table=True):
    """Somebody's standing wish. `rule` is what `tracker.alerts.rules.Rule` dumps."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    recipient: str = Field(index=True)
    channel: str = "email"
    rate: str = "immediate"
    rule: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    language: str = "en"
    note: str = ""
    created_at: datetime = moment()
    removed_at: datetime | None = moment_or_none()


class Digest(SQLModel, table=True):
    """One mail that carries several deliveries, its items fixed when it was made."""

    __table_args__ = (UniqueConstraint("alert_id", "period"),)

    id: int | None = Field(default=None, primary_key=True)
    alert_id: int = Field(foreign_key="alert.id", index=True)
    period: str
    created_at: datetime = moment()


class Delivery(SQLModel, table=True):
    """One announcement on its way to one alert's recipient: the outbox row.

    `act` is part of the key because a stronger act on a known announcement is news again.
    `state` runs pending, sending, sent; or failed (refused for good), or backfilled (only listed).
    """

    __table_args__ = (UniqueConstraint("alert_id", "announcement_id", "act"),)

    id: int | None = Field(default=None, primary_key=True)
    alert_id: int = Field(foreign_key="alert.id", index=True)
    announcement_id: int = Field(foreign_key="announcement.id", index=True)
    act: str
    kind: str = "news"
    state: str = Field(default="pending", index=True)
    digest_id: int | None = Field(default=None, foreign_key="digest.id", index=True)
    created_at: datetime = moment()
    due_at: datetime = moment(index=True)
    lease_until: datetime | None = moment_or_none()
    holder: str | None = None
    attempts: int = 0
    message_id: str | None = None
    answer: str | None = None
    sent_at: datetime | None = moment_or_none()


class Lease(SQLModel, table=True):
    """A claim on a named piece of work; a dead holder's lease runs out."""

    name: str = Field(primary_key=True)
    holder: str
    until: datetime = moment()
    done_at: datetime | None = moment_or_none()
    due_at: datetime | None = moment_or_none()
