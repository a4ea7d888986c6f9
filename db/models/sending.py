"""What came of every try to hand a mail over, which mail servers are away, and what the brake let go."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none


class Attempt(SQLModel, table=True):
    """One try to hand a mail over: when, to which server, and what it answered.

    `message_id` is the mail's, so that a digest's try is one row; `delivery_id` is its first delivery; `recipient` is
    folded as in `Recipient.address`. `outcome` is `tracker.alerts.channels.answers.Outcome`, or "died" where the
    sender ended before it could note an answer. `times` counts the same answer of a channel that is away, from `at`
    to `last_at`.
    """

    __table_args__ = (
        Index("ix_attempt_outcome_at", "outcome", "at"),
        Index("ix_attempt_recipient_at", "recipient", "at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    message_id: str = Field(index=True)
    delivery_id: int | None = Field(default=None, index=True)
    recipient: str
    at: datetime = moment()
    outcome: str
    server: str = ""
    answer: str = ""
    times: int = 1
    last_at: datetime | None = moment_or_none()


class MailServer(SQLModel, table=True):
    """A mail server that did not work when it was tried last: it is passed over until `away_until`."""

    name: str = Field(primary_key=True)
    away_since: datetime = moment()
    away_until: datetime = moment()
    answer: str = ""


class BrakeRelease(SQLModel, table=True):
    """When the brake was released: for everybody (`recipient` is "") or for one; what went before counts no more."""

    recipient: str = Field(primary_key=True)
    at: datetime = moment()
