"""Tables of recipients, their state, and their mails that were read."""

import secrets
from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none


def new_token() -> str:
    """Create a secret of 128 bits as 32 hexadecimal digits: mail servers fold capitals and break lines at hyphens."""
    return secrets.token_hex(16)


class Recipient(SQLModel, table=True):
    """One address on one channel, however many alerts report to it; `address` is folded, the alert keeps it as typed.

    Mails are sent to it while it is confirmed, not suspended, and `waits_until` has passed. `bounce_token` marks its
    mails, so that bounces can be attributed; `confirm_token` is known only to those who read its mail. `asked_at` is
    when the current round of confirmation mails began. `soft_bounces` is its rung on the ladder, `bounced_at` when it
    climbed last.
    """

    __table_args__ = (UniqueConstraint("channel", "address"),)

    id: int | None = Field(default=None, primary_key=True)
    channel: str
    address: str
    bounce_token: str = Field(default_factory=new_token, unique=True)
    confirm_token: str = Field(default_factory=new_token, unique=True)
    created_at: datetime = moment()
    asked_at: datetime | None = moment_or_none(index=True)
    confirmed_at: datetime | None = moment_or_none()
    confirmed_by: str = ""
    given_up_at: datetime | None = moment_or_none()
    suspended_at: datetime | None = moment_or_none()
    suspended_why: str = ""
    soft_bounces: int = 0
    bounced_at: datetime | None = moment_or_none()
    waits_until: datetime | None = moment_or_none()


TRIED = "tried"


class InboundMail(SQLModel, table=True):
    """A mail that was read from the operator's mailbox, and its result; a later reader finds this row.

    `mark` is its name in the folder `folder` (UIDVALIDITY and UID, or the file name in a maildir); `kind` is bounce,
    complaint, confirm, unsubscribe, automatic or other, and tried as long as there is no result; `outcome` says in
    words what was done. `settled`: nothing is left to do in the folder itself, where mails for a person stay unseen.
    """

    __table_args__ = (UniqueConstraint("folder", "mark"),)

    id: int | None = Field(default=None, primary_key=True)
    folder: str
    mark: str
    sha256: str = Field(index=True)
    message_id: str = ""
    kind: str = "other"
    outcome: str = ""
    recipient_id: int | None = Field(default=None, foreign_key="recipient.id", index=True)
    alert_id: int | None = Field(default=None, foreign_key="alert.id")
    settled: bool = False
    read_at: datetime = moment(index=True)
