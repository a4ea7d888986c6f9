"""Tables of attempts to send, of unavailable mail servers, and of releases of the brake."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none


class Attempt(SQLModel, table=True):
    """One attempt to send a mail: when, to which server, and its response.

    `message_id` is that of the mail, so an attempt to send a digest is one row; `delivery_id` is its first delivery;
    `recipient` is folded as in `Recipient.address`. `outcome` is `tracker.alerts.channels.answers.Outcome`, or "died"
    if the sender ended before it could record a response. `times` counts identical responses of an unavailable channel,
    from `at` to `last_at`.
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
    """A mail server that did not work at the last attempt: it is skipped until `away_until`."""

    name: str = Field(primary_key=True)
    away_since: datetime = moment()
    away_until: datetime = moment()
    answer: str = ""


class BrakeRelease(SQLModel, table=True):
    """A release of the brake, for everyone (`recipient` is "") or for one recipient; earlier mails no longer count."""

    recipient: str = Field(primary_key=True)
    at: datetime = moment()
