"""Who wants to hear of what, and what is on its way to them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none


class Alert(SQLModel, table=True):
    """Somebody's standing wish. `rule` is what `tracker.alerts.rules.Rule` dumps.

    `rate` is immediate, daily, weekly or monthly; a digest goes at `hour` in the time zone `zone`.
    """

    id: int | None = Field(default=None, primary_key=True)
    name: str
    recipient: str = Field(index=True)
    channel: str = "email"
    rate: str = "immediate"
    hour: int = 8
    zone: str = "Asia/Shanghai"
    rule: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    language: str = "en"
    note: str = ""
    created_at: datetime = moment()
    removed_at: datetime | None = moment_or_none()


class AlertInitiative(SQLModel, table=True):
    """Finds the alerts that one announcement may concern; `initiative` is "*" where a rule names none."""

    initiative: str = Field(primary_key=True)
    alert_id: int = Field(foreign_key="alert.id", primary_key=True)


class Digest(SQLModel, table=True):
    """One mail that carries several deliveries, its items fixed when it was made.

    `period` is a kind and what it is about: "daily 2026-11-24", "weekly ...", "monthly ...", "rest
    2026-11-24T15" (what an immediate alert's cap held back that hour), "first-crawl 17" (the first delivery).
    """

    __table_args__ = (UniqueConstraint("alert_id", "period"),)

    id: int | None = Field(default=None, primary_key=True)
    alert_id: int = Field(foreign_key="alert.id", index=True)
    period: str
    created_at: datetime = moment()


class Delivery(SQLModel, table=True):
    """One announcement, or one turn of an incident, on its way to one alert's recipient: the outbox row.

    `act` is part of the key because a stronger act on a known announcement is news again; an incident is
    opened and closed.
    `kind` is news, stronger, first-crawl or late-rule; `why` tells in the alert's language what matched.
    `state` runs pending, sending, sent; or failed (refused for good), backfilled (only counted in the next
    mail), withdrawn (today's rules find the announcement no more, or the alert was removed).
    """

    __table_args__ = (
        UniqueConstraint("alert_id", "announcement_id", "act"),
        UniqueConstraint("alert_id", "incident_id", "act"),
        Index("ix_delivery_state_due_at", "state", "due_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    alert_id: int = Field(foreign_key="alert.id", index=True)
    announcement_id: int | None = Field(default=None, foreign_key="announcement.id", index=True)
    incident_id: int | None = Field(default=None, foreign_key="incident.id", index=True)
    act: str
    kind: str = "news"
    why: str = ""
    state: str = "pending"
    digest_id: int | None = Field(default=None, foreign_key="digest.id", index=True)
    created_at: datetime = moment()
    due_at: datetime = moment()
    lease_until: datetime | None = moment_or_none()
    holder: str | None = None
    attempts: int = 0
    message_id: str | None = Field(default=None, index=True)
    answer: str | None = None
    sent_at: datetime | None = moment_or_none()


class Lease(SQLModel, table=True):
    """A claim on a named piece of work; a dead holder's lease runs out. `due_at`: not before then."""

    name: str = Field(primary_key=True)
    holder: str
    until: datetime = moment()
    done_at: datetime | None = moment_or_none()
    due_at: datetime | None = moment_or_none()
