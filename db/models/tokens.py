"""Tables of tokens, with which programs order alerts."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none


class Token(SQLModel, table=True):
    """One secret of a program that orders alerts; only its SHA-256 is stored, `name` says which program it is for.

    A revoked one is no longer accepted; its alerts continue.
    """

    id: int | None = Field(default=None, primary_key=True)
    name: str
    sha256: str = Field(unique=True)
    created_at: datetime = moment()
    revoked_at: datetime | None = moment_or_none()
