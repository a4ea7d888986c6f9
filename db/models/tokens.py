"""Who may order alerts by a program."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none


class Token(SQLModel, table=True):
    """One secret word of a program that orders alerts; only its SHA-256 is kept, `name` says whose it is.

    One that is revoked opens nothing more; its alerts stand.
    """

    id: int | None = Field(default=None, primary_key=True)
    name: str
    sha256: str = Field(unique=True)
    created_at: datetime = moment()
    revoked_at: datetime | None = moment_or_none()
