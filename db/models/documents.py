"""What the pages say: documents, mentions, stories, announcements. All of it can be dropped and read again."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.beijing import beijing_day, in_beijing
from db.models.moments import moment, moment_or_none
from db.moments import Moment, now


class Story(SQLModel, table=True):
    """Documents that report the same thing; its id stays for ever.

    `merged_into` is the story that its documents turned out to be of: an empty story stays as a pointer.
    """

    id: int | None = Field(default=None, primary_key=True)
    created_at: datetime = moment()
    merged_into: int | None = None


class Document(SQLModel, table=True):
    """What a URL's newest page says.

    `fingerprints` are those of its `items`, by which stories are found: one, or several for a round-up; none where it
    mentions no initiative. `grouped_by` says how far its story is found: "" where it was read since, "linked" or
    "neighbour" where its links are known and stories are to be formed, then the stamp of the rules that formed its
    story. `cause` is how we came to know what it says now, as an announcement gives it.
    """

    __table_args__ = (UniqueConstraint("source", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(index=True)
    key: str
    url: str = Field(index=True)
    page_id: int | None = Field(default=None, foreign_key="page.id", index=True)
    title: str | None = None
    published: datetime | None = moment_or_none(index=True)
    precision: str | None = None
    publisher: str | None = None
    number: str | None = Field(default=None, index=True)
    body: str | None = None
    language: str = "zh"
    text: str = ""
    layout: str | None = None
    problem: str | None = None
    read_by: str = Field(default="", index=True)
    tagged_by: str = Field(default="", index=True)
    indexed_by: str = Field(default="", index=True, sa_column_kwargs={"server_default": ""})
    story_id: int | None = Field(default=None, foreign_key="story.id", index=True)
    fingerprints: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    items: int = 0
    grouped_by: str = Field(default="", index=True)
    cause: str = "rule"
    first_seen_at: datetime = moment()
    backfilled: bool = False

    @property
    def published_in_beijing(self) -> str | None:
        """When it was published by Beijing's clock, as exactly as the page says: 2026-08-26, 2026-08-26T17:30."""
        return in_beijing(self.published, self.precision or "day") if self.published else None

    @property
    def published_on(self) -> date | None:
        """The day of publication in Beijing; None where the page tells its month or its year alone."""
        return None if self.precision in ("month", "year") else beijing_day(self.published)


class Mention(SQLModel, table=True):
    """One initiative in one document: act, who, when, figures, the quote that proves it, the rule that gave the act.

    `stage` says how far the paper has come that the act tells of, one of `tracker.acts.STAGES`; `comment_until` is the
    last day for comments on a draft, `effective` the day from which a paper holds, `expires` its last.
    """

    __table_args__ = (UniqueConstraint("document_id", "initiative"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int | None = Field(default=None, foreign_key="document.id")
    initiative: str
    act: str
    body: str | None = None
    speaker: str | None = None
    day: date | None = None
    stage: str | None = None
    comment_until: date | None = None
    effective: date | None = None
    expires: date | None = None
    figures: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    quote: str
    start: int
    end: int
    rule: str | None = None


class BlockingKey(SQLModel, table=True):
    """One key (a MinHash band, a document number ...) of one item: only items that share a key are compared."""

    __table_args__ = (Index("ix_blockingkey_key", "key", "document_id", "item"),)

    document_id: int = Field(foreign_key="document.id", primary_key=True)
    item: int = Field(primary_key=True)
    key: str = Field(primary_key=True)


class StoryLink(SQLModel, table=True):
    """Two items, of two documents, that report the same thing; each pair stands here in both directions."""

    document_id: int = Field(foreign_key="document.id", primary_key=True)
    item: int = Field(primary_key=True)
    other_id: int = Field(foreign_key="document.id", primary_key=True)
    other_item: int = Field(primary_key=True)


class Announcement(SQLModel, table=True):
    """One initiative in one story: the row of a timeline.

    `timeline_day` sorts it: the day of the act where it is known, else the day of the earliest report.
    `stage` and the days that go with it are those of a mention.
    `cause` says how we came to know: "news", or found late by a "first-crawl", an "import" or a new "rule".
    `withdrawn`: today's rules find it no more; the row stays because deliveries point at it. `merged_into` is the
    announcement that it turned out to be. `digest` is that of all that is served of it, its documents' part included
    ("" where an older program wrote it), and `changed_at` when that changed last.
    """

    __table_args__ = (
        UniqueConstraint("story_id", "initiative"),
        # Read backwards, each gives the newest first, and so many of them without sorting the others.
        Index(
            "ix_announcement_initiative_day",
            *("initiative", "timeline_day", "id", "act", "body"),
            *("withdrawn", "stage", "day"),
        ),
        Index("ix_announcement_body_day", "body", "timeline_day", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id")
    initiative: str
    act: str
    body: str | None = None
    speaker: str | None = None
    day: date | None = None
    stage: str | None = None
    comment_until: date | None = None
    effective: date | None = None
    expires: date | None = None
    figures: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    headline: str | None = None
    quote: str = ""
    document_id: int = Field(foreign_key="document.id")
    timeline_day: date | None = Field(default=None, index=True)
    first_seen_at: datetime = moment(index=True)
    cause: str = "news"
    withdrawn: bool = False
    merged_into: int | None = None
    digest: str = Field(default="", sa_column_kwargs={"server_default": ""})
    changed_at: datetime = Field(default_factory=now, sa_type=Moment, nullable=True, index=True)


class Stamp(SQLModel, table=True):
    """A mark that is another whenever what is served of an initiative changes; under the name "" it is that of all."""

    name: str = Field(primary_key=True)
    mark: str
