"""Tables of alerts and of the deliveries to them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none
from db.models.partial import partial
from db.models.recipients import new_token

# Kinds of deliveries that ask their recipient something, and are therefore sent alone.
QUESTIONS = ("confirmation", "leaving")


class Alert(SQLModel, table=True):
    """A standing rule for reports. `rule` is what `tracker.alerts.matching.rules.Rule` dumps.

    `rate` is immediate, daily, weekly or monthly; a digest is sent at `hour` in the time zone `zone`, a weekly one on
    `weekday` (0 is Monday). `quiet` are hours of that zone in which nothing is sent, as "22-7". `most` is the number of
    single mails a day (None: the setting `immediate_most`). While `paused_at` is set, nothing is reported. `token` is
    the secret that ends the alert; `removed_why` says who ended it. `token_id` is the `Token` of the program that
    ordered it, if one did.
    """

    id: int | None = Field(default=None, primary_key=True)
    name: str
    recipient: str = Field(index=True)
    recipient_id: int | None = Field(default=None, foreign_key="recipient.id", index=True)
    channel: str = "email"
    rate: str = "immediate"
    hour: int = 8
    zone: str = "Asia/Shanghai"
    weekday: int = 0
    quiet: str | None = None
    most: int | None = None
    rule: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    language: str = "en"
    note: str = ""
    created_at: datetime = moment()
    paused_at: datetime | None = moment_or_none()
    resumed_at: datetime | None = moment_or_none()
    removed_at: datetime | None = moment_or_none()
    removed_why: str = ""
    token: str = Field(default_factory=new_token, unique=True, index=True)
    token_id: int | None = Field(default=None, index=True)


class AlertInitiative(SQLModel, table=True):
    """A row by which the alerts that an announcement may concern are found, and few others.

    A row states what an announcement must have; "*" is anything. `initiative` is followed by "!state" or similar if
    that has to change, and is "!" or "?" if the alert reports incidents or finds. `body`, `source`, `tier` and
    `language` are those of the rule, `least` is the minimum strength of the act, `word` the longest of the rule's
    words.
    """

    __table_args__ = (Index("ix_alertinitiative_lookup", "initiative", "body", "source", "tier", "language", "least"),)

    initiative: str = Field(primary_key=True)
    alert_id: int = Field(foreign_key="alert.id", primary_key=True)
    body: str = Field(default="*", primary_key=True)
    source: str = Field(default="*", primary_key=True)
    tier: str = "*"
    language: str = "*"
    least: int = 0
    word: str = ""


class Digest(SQLModel, table=True):
    """One mail with several deliveries, whose items were fixed when it was made.

    `period` is a kind and a subject: "daily 2026-11-24", "weekly ...", "monthly ..." (followed by "T20" for the second
    of that day), "rest 2026-11-24T15" (held back by an immediate alert's limit in that hour, in UTC), "quiet
    2026-11-24" (held back by quiet hours), "first-crawl 17" and "finds 17" (the first delivery), "story 17-19" (what an
    immediate alert reports of one story at once; first and last delivery).
    """

    __table_args__ = (UniqueConstraint("alert_id", "period"),)

    id: int | None = Field(default=None, primary_key=True)
    alert_id: int = Field(foreign_key="alert.id", index=True)
    period: str
    created_at: datetime = moment()


class Delivery(SQLModel, table=True):
    """A row of the outbox: one announcement, one turn of an incident or one find, on its way to one alert's recipient.

    `act` is part of the key because a stronger act on a known announcement is news again; an incident is opened and
    closed, a find is found. `recipient_id` is set if the mail asks that recipient something; `act` then distinguishes
    the questions. `kind` is news, stronger, first-crawl, late-rule, find, confirmation (does the address want alerts?)
    or leaving (did it really ask to unsubscribe?). `why` states in the alert's language what matched. `state` runs
    pending, sending, sent; or failed (permanently refused), backfilled (only counted in the next mail), withdrawn (the
    current rules no longer find the announcement, or the alert was removed). A mail that bounces after it was sent is
    pending again, and `returned` says how it bounced. `held_by` is "brake" if the brake postponed it.
    """

    __table_args__ = (
        UniqueConstraint("alert_id", "announcement_id", "act"),
        UniqueConstraint("alert_id", "incident_id", "act"),
        Index("ix_delivery_find", "alert_id", "find_id", "act", unique=True),
        Index("ix_delivery_state_due_at", "state", "due_at"),
        Index("ix_delivery_recipient_id_act", "recipient_id", "act", unique=True),
        # Finds what a clock that was ahead has postponed.
        partial("ix_delivery_waiting", "created_at", where="state = 'pending'"),
        partial("ix_delivery_tried", "due_at", where="state = 'pending' AND attempts > 0"),
    )

    id: int | None = Field(default=None, primary_key=True)
    alert_id: int = Field(foreign_key="alert.id", index=True)
    announcement_id: int | None = Field(default=None, foreign_key="announcement.id", index=True)
    incident_id: int | None = Field(default=None, foreign_key="incident.id", index=True)
    find_id: int | None = Field(default=None, foreign_key="find.id", index=True)
    recipient_id: int | None = Field(default=None, foreign_key="recipient.id")
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
    returned: str | None = None
    held_by: str | None = None
    sent_at: datetime | None = moment_or_none()


class Lease(SQLModel, table=True):
    """A claim on a named task, which expires if its holder dies. `due_at`: not before then.

    `trouble` is what was wrong at the last attempt. The daemon itself uses `db.tables.lease`.
    """

    name: str = Field(primary_key=True)
    holder: str
    until: datetime = moment()
    done_at: datetime | None = moment_or_none()
    due_at: datetime | None = moment_or_none()
    trouble: str | None = None
