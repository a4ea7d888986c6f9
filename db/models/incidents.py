"""Tables of incidents of sources and recipients, and of the article by which our own reading is monitored."""

from datetime import datetime

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none
from db.models.partial import partial


class Incident(SQLModel, table=True):
    """One state other than ok of a source, from the check that opened it to the check that closed it.

    `state` is a key of `tracker.health.states.STATES`; a source has one open incident per state. An incident of a
    recipient has no source, and the state suspended or unconfirmed. `began_at` is when the problem itself began, as far
    as we know: the first failed crawl, the last item.
    """

    __table_args__ = (
        partial("ix_incident_open", "source", "state", unique=True, where="closed_at IS NULL AND recipient_id IS NULL"),
        partial("ix_incident_open_recipient", "recipient_id", "state", unique=True, where="closed_at IS NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(default="", index=True)
    recipient_id: int | None = Field(default=None, foreign_key="recipient.id")
    state: str
    reason: str = ""
    began_at: datetime = moment()
    opened_at: datetime = moment(index=True)
    closed_at: datetime | None = moment_or_none()


class Canary(SQLModel, table=True):
    """An article of a source that was read correctly: `fields` are what reading found in the page `page_id`."""

    source: str = Field(primary_key=True)
    key: str
    page_id: int
    fields: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    chosen_at: datetime = moment()
