"""Tables of corrections: what people correct in announcements, and which documents they join or part."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none


class Correction(SQLModel, table=True):
    """A person's correction of what the rules found; it stays in force through later readings until it is undone.

    It refers to documents by `source` and `key`, since announcements and stories are computed again. `what` is
    "announcement", "join" or "part". The first corrects the announcement of `initiative` in the story of the document:
    `says` holds the corrected values (`act`, `day`, `body`; null where not known), or `not_this` where it is not an
    announcement of the initiative; it is empty where there is only a `note`. The others say that the two documents
    are, or are not, of one story.
    """

    id: int | None = Field(default=None, primary_key=True)
    what: str
    source: str
    key: str
    initiative: str | None = None
    other_source: str | None = None
    other_key: str | None = None
    says: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    note: str = ""
    made_by: str
    made_at: datetime = moment()
    undone_by: str | None = None
    undone_at: datetime | None = moment_or_none()
