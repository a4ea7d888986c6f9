"""Tables of what the pages say: documents, mentions, stories, announcements. All of it can be read again."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.beijing import beijing_day, in_beijing
from db.models.moments import moment, moment_or_none
from db.models.partial import partial
from db.moments import Moment, now


class Story(SQLModel, table=True):
    """Documents that report the same thing; the id never changes.

    `merged_into` is the story to which its documents now belong: an empty story stays as a pointer.
    """

    id: int | None = Field(default=None, primary_key=True)
    created_at: datetime = moment()
    merged_into: int | None = None


class Document(SQLModel, table=True):
    """The contents of a URL's newest page.

    `fingerprints` are those of its `items`, by which stories are found: one, or several for a round-up; none if it
    mentions no initiative. `grouped_by` says how far its story is found: "" if it was read since, "linked" or
    "neighbour" if its links are known and stories are to be formed, then the stamp of the rules that formed its story.
    `cause` is how its present content became known, as for an announcement.
    """

    __table_args__ = (
        UniqueConstraint("source", "key"),
        # All that the documents of a source are counted by.
        Index("ix_document_source", "source", "published", "problem"),
    )

    id: int | None = Field(default=None, primary_key=True)
    source: str
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
        """Format the publication by Beijing's clock, as exactly as it is known: 2026-08-26, 2026-08-26T17:30."""
        return in_beijing(self.published, self.precision or "day") if self.published else None

    @property
    def published_on(self) -> date | None:
        """Return the day of publication in Beijing; None if the page states only month or year."""
        return None if self.precision in ("month", "year") else beijing_day(self.published)


class Mention(SQLModel, table=True):
    """One initiative in one document: act, body, day, figures, the quote that proves them, and the rule behind the act.

    `stage` is the stage of the paper that the act is about, one of `tracker.acts.STAGES`; `comment_until` is the last
    day for comments on a draft, `effective` the first day on which a paper is in force, `expires` the last.
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
    """Two items, of two documents, that report the same thing; each pair is stored in both directions."""

    document_id: int = Field(foreign_key="document.id", primary_key=True)
    item: int = Field(primary_key=True)
    other_id: int = Field(foreign_key="document.id", primary_key=True)
    other_item: int = Field(primary_key=True)


STATES_DAYS = "comment_until IS NOT NULL OR effective IS NOT NULL OR expires IS NOT NULL"
STATES_FIGURES = "CAST(figures AS TEXT) <> '[]'"
STATES_TARGETS = "CAST(figures AS TEXT) LIKE '%\"target\"%'"
"""What few announcements state, as the conditions of their indexes. A query that says the same uses the index."""
PLACE = ("timeline_day", "cited_source", "cited_key")
"""The columns that place an announcement among the others of its initiative, whatever the order of reading."""


class Announcement(SQLModel, table=True):
    """One initiative in one story: a row of the timeline.

    `timeline_day` sorts it: the day of the act if it is known, otherwise the day of the earliest report. Those of one
    day are sorted by source and key of the document that is quoted, which `cited_source` and `cited_key` repeat so that
    an index has this order. `stage` and the days that belong to it come from one mention. `cause` says how it became
    known: "news", or found late by a "first-crawl", an "import" or a new "rule". `withdrawn`: the current rules no
    longer find it; the row stays because deliveries refer to it. `merged_into` is the announcement that it is now part
    of. `corrected` are the statements by people that changed the row: one object each
    (`tracker.corrections.announcement.Mark`); None without any. `digest` covers all that is served of it, including its
    documents ("" if an older program wrote it); `changed_at` is when that changed last.
    """

    __table_args__ = (
        UniqueConstraint("story_id", "initiative"),
        # Read backwards, each gives the newest first, and so many of them without sorting the others.
        Index(
            "ix_announcement_initiative_day",
            *("initiative", *PLACE, "id", "act", "body", "withdrawn", "stage", "day"),
        ),
        Index("ix_announcement_body_day", "body", *PLACE, "initiative", "id", "withdrawn"),
        Index("ix_announcement_timeline_day", *PLACE, "initiative", "id", "story_id", "withdrawn"),
        partial("ix_announcement_days", "initiative", where=STATES_DAYS),
        partial("ix_announcement_figures", "initiative", *PLACE, where=STATES_FIGURES),
        partial("ix_announcement_targets", "initiative", *PLACE, where=STATES_TARGETS),
        partial("ix_announcement_target_day", *PLACE, "initiative", where=STATES_TARGETS),
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
    cited_source: str = Field(default="", sa_column_kwargs={"server_default": ""})
    cited_key: str = Field(default="", sa_column_kwargs={"server_default": ""})
    timeline_day: date | None = None
    first_seen_at: datetime = moment(index=True)
    cause: str = "news"
    withdrawn: bool = False
    merged_into: int | None = None
    corrected: list[dict[str, Any]] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    digest: str = Field(default="", sa_column_kwargs={"server_default": ""})
    changed_at: datetime = Field(default_factory=now, sa_type=Moment, nullable=True, index=True)


class Stamp(SQLModel, table=True):
    """A mark that is another whenever what is served of an initiative changes; under the name "" it is that of all."""

    name: str = Field(primary_key=True)
    mark: str
