"""Tables of what the spiders fetched: pages with their contents, and crawls."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none


class Content(SQLModel, table=True):
    """One body byte for byte, compressed; separate from its pages so that lists of pages stay small."""

    sha256: str = Field(primary_key=True)
    size: int
    zipped: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class Page(SQLModel, table=True):
    """One body that a URL answered with; a changed body is a new page of the same source and key.

    A file that an article links to is a page too: `annex_of` is the article's key.
    """

    __table_args__ = (UniqueConstraint("source", "key", "sha256"),)

    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(index=True)
    list_id: str | None = None
    key: str = Field(index=True)
    url: str = Field(index=True)
    sha256: str = Field(foreign_key="content.sha256", index=True)
    status: int = 200
    content_type: str = ""
    request_head: str = ""
    response_head: str = ""
    listed_title: str | None = None
    listed_date: str | None = None
    annex_of: str | None = Field(default=None, index=True)
    fetched_at: datetime = moment(index=True)
    checked_at: datetime = moment()
    checks: int = 1
    gone_since: datetime | None = moment_or_none()
    backfilled: bool = False
    crawl_id: int | None = Field(default=None, foreign_key="crawl.id", index=True)


class Crawl(SQLModel, table=True):
    """One run of one source's spider and its verdict."""

    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(index=True)
    started_at: datetime = moment(index=True)
    ended_at: datetime | None = moment_or_none()
    verdict: str | None = None
    reason: str | None = None
    counts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
