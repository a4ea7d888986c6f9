"""The outputs of commands that fetch, read, check and copy: what they did, and what they found wrong."""

from datetime import datetime
from typing import Any, Literal

from tracker.contract.models.row import Row


class Crawl(Row):
    """One crawl of one source."""

    source: str
    verdict: str
    """`ok`, `changed`, `empty`, `down`, `blocked` or `error`."""
    reason: str | None
    counts: dict[str, Any]
    """How many lists, rows, pages and so on, by name; of some by list or host."""
    started_at: datetime
    ended_at: datetime | None


class Reading(Row):
    """What one run of `tracker read` did."""

    pages: int
    documents: int
    mentions: int
    announcements: int
    """New announcements, and those with a stronger act than before."""
    problems: int


class Backfill(Row):
    """What one backfill did; all but `before` counts this run only."""

    files: int
    """Those that it read to their end."""
    before: int
    """Those that were read to their end before."""
    failed: int
    poisoned: int
    records: int
    pages: int
    """Those that it stored."""
    known: int
    """Those that name an initiative and were stored before."""
    refused: dict[str, int]
    """How many records could not be used, by reason."""
    lines: list[str]
    """What was wrong with them, of each file the first."""
    problems: list[str]
    """A line for each file that failed or is poisoned."""


class Difference(Row):
    """One difference between the database and the stored pages."""

    what: str
    """The kind of row: document, mentions of, story, announcement, search."""
    name: str
    problem: str


class Verification(Row):
    """Whether a database agrees with its pages."""

    differences: list[Difference]
    announcements: int
    digest: str
    """SHA-256 of all announcements: installations with the same pages, rules and corrections have the same."""


class Mailbox(Row):
    """How many mails of each kind were read."""

    bounce: int = 0
    complaint: int = 0
    confirm: int = 0
    unsubscribe: int = 0
    automatic: int = 0
    other: int = 0
    tried: int = 0
    """Mails that have no result yet."""
    for_you: int = 0
    """Mails that a person should read."""
    given_up: int = 0
    """Recipients who never confirmed, and were given up."""


class InboundMail(Row):
    """One mail that was read, and its result."""

    id: int
    folder: str
    mark: str
    """Its name in the folder."""
    sha256: str
    message_id: str
    kind: str
    outcome: str
    """What was done, in words."""
    recipient_id: int | None
    alert_id: int | None
    settled: bool
    """Whether nothing is left to do in the folder itself."""
    read_at: datetime


class Step(Row):
    """One thing of a source that was tried."""

    name: str
    seen: str
    wrong: list[str]
    """What looks wrong."""
    over: bool
    """Whether nothing more could be tried."""
    facts: dict[str, Any]
    """What was seen, as values."""


class SourceCheck(Row):
    """One source as it is now."""

    source: str
    ok: bool
    steps: list[Step]


class ListCheck(Row):
    """One list of a source as it is now; `list` is null where the declaration or a host is wrong."""

    source: str
    list: str | None
    state: str
    """`ok`, or what a crawl would report: changed, empty, down, blocked, error."""
    http: int | None
    rows: int | None
    articles: int | None
    dated: int | None
    """How many articles have a date."""
    newest: str | None
    """The latest date, in Beijing time."""
    article: str | None
    """The address of the newest article, whose fields follow."""
    title: str | None
    date: str | None
    publisher: str | None
    characters: int | None
    layout: str | None
    lost: str | None
    """What the layout misses and the second reading finds; empty where that is nothing."""
    wrong: tuple[str, ...]
    draft: str | None
    """The result of drafting it again."""


class Table(Row):
    """One table of the database."""

    table: str
    rows: int
    bytes: int | None
    index_bytes: int | None
    """Of them, those of its indexes; null where the database does not report them."""


class Statistics(Row):
    """How large a database is, and whether a quick look finds it sound."""

    database: str
    """Its address, without the password."""
    revision: str
    bytes: int
    faults: list[str]
    tables: list[Table]


class Soundness(Row):
    """What is wrong with a database."""

    faults: list[str]
    digest: str | None
    """As of `tracker verify`; null where it was not asked for, or there are faults."""


class Copy(Row):
    """A database that was copied."""

    database: str
    """The address of the copy, without the password."""
    rows: int


class Revision(Row):
    """What differs between two pages of an address."""

    before: str
    after: str
    """When each was fetched, in words."""
    paragraphs: list[list[tuple[Literal["same", "removed", "added"], str]]]
    """The paragraphs that differ, in pieces: what happened to some words, and the words."""


class Revisions(Row):
    """Every change between the pages of an address, the oldest first."""

    url: str
    revisions: list[Revision]
    gone_since: str | None
    """Since when the address has been gone."""
