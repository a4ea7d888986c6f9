"""To whom alerts go, whether they want it, whether it reaches them, and which of their mails we have read."""

import secrets
from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none


def new_token() -> str:
    """A secret of 128 bits: 32 hexadecimal digits, since mail servers fold capitals and break lines at hyphens."""
    return secrets.token_hex(16)


class Recipient(SQLModel, table=True):
    """One address on one channel, whatever alerts tell it; `address` is folded, an alert keeps it as it was typed.

    It is mailed while it is confirmed, not suspended, and `waits_until` has passed. `bounce_token` marks what we send
    to it, so that what comes back names it; `confirm_token` is known to who reads its mail, and to nobody else.
    `asked_at` is when the running round of confirmation mails began. `soft_bounces` is how far it has climbed the
    ladder, `bounced_at` when it climbed last.
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
    """A mail that we read from the operator's mailbox, and what came of it: whoever reads it again finds this row.

    `mark` is its name in the folder `folder` (UIDVALIDITY and UID, or a maildir's file name); `kind` is bounce,
    complaint, confirm, unsubscribe, automatic or other, and tried as long as nothing has come of it; `outcome` says in
    words what we did. `settled`: nothing is left to do in the folder itself, where a mail that a person should read
    stays unseen.
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
