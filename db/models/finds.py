"""Names that the catalogue did not have when we found them, each kept once, so that each is told once."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from db.models.moments import moment


class Find(SQLModel, table=True):
    """One name that `tracker discover` proposed; `key` is the name folded, by which it is known again.

    `first_seen` is the day of the document of `source` at `url` in which it stood first, `documents` how many held it.
    """

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    name: str
    score: float = 0
    documents: int = 0
    first_seen: date | None = None
    source: str = ""
    title: str | None = None
    url: str = ""
    quote: str = ""
    found_at: datetime = moment(index=True)
