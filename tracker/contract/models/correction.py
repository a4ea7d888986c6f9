"""Define the rows about corrections: a correction, and what it changed of an announcement."""

from datetime import date, datetime
from typing import Literal

from tracker.acts import Act
from tracker.contract.models.row import Row

What = Literal["act", "day", "body", "not-this", "note", "join", "part"]


class Corrected(Row):
    """What a person states about an announcement against the rules."""

    correction: int
    """The correction's `id`."""
    what: What
    """Its field that is corrected; `not-this` where it is not an announcement of the initiative; `join` or `part` where
    documents were joined with its story, or parted from it."""
    was: str | None
    """The value of the field by the rules."""
    documents: list[str]
    """Keys of the documents that were joined or parted: their addresses in one form."""
    by: str
    at: datetime
    note: str


class Correction(Row):
    """One correction, as a person made it."""

    id: int
    what: list[What]
    """What it corrects."""
    announcement: int | None
    """What it changes at present; null where a newer one counts, it is undone, or the announcement does not exist.
    Of several, the one with the lowest number."""
    initiative: str | None
    act: Act | None
    day: date | None
    body: str | None
    """Null where it corrects another field, or states that it is not known."""
    documents: list[str]
    """The keys of the documents that it refers to: of the quoted one, or of both that were joined or parted."""
    by: str
    at: datetime
    note: str
    undone_by: str | None
    undone_at: datetime | None
