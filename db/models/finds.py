"""Table of names that were not in the catalogue when they were found; each is stored, and reported, once."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from db.models.moments import moment


class Find(SQLModel, table=True):
    """One name that `tracker discover` proposed; `key` is the folded name, by which it is recognised.

    `first_seen` is the day of the document of `source` at `url` in which it first occurred, `documents` the number of
    documents that contain it.
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
