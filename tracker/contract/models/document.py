"""The rows about documents: what a page says, which mentions it contains, and which pages it was read from."""

from datetime import date, datetime

from tracker.contract.models.mention import Mention
from tracker.contract.models.row import Language, Published, Row


class Document(Row):
    """What the newest page of an address says, without its text."""

    id: int
    source: str
    url: str
    title: str | None
    published: Published | None
    """By Beijing's clock, as exactly as the page states it."""
    publisher: str | None
    number: str | None
    """The document number of the paper."""
    language: Language
    story: int | None
    problem: str | None
    """What of it could not be read."""
    sha256: str | None
    """Of its newest page."""
    fetched_at: datetime | None
    gone_since: datetime | None
    """When its address was first found gone."""
    revisions: int
    """How many pages were fetched from its address."""


class DocumentText(Document):
    """The same with its text."""

    text: str
    found_at: datetime
    """When it was first fetched."""


class Page(Row):
    """One body that an address answered with."""

    id: int
    status: int
    sha256: str
    fetched_at: datetime
    checked_at: datetime
    """When it was last asked for and had not changed."""
    checks: int
    gone_since: datetime | None


class DocumentWithPages(Document):
    """A document, the mentions that it contains, and every page of its address, the oldest first."""

    mentions: list[Mention]
    pages: list[Page]


class Reading(DocumentWithPages):
    """The same, with its whole text."""

    text: str


class SearchHit(Row):
    """One document that matches a search."""

    id: int
    day: date | None
    """The day of its publication; null where the page states no day."""
    published: Published | None
    source: str
    title: str | None
    snippet: str
    initiatives: list[str]
    language: Language
    number: str | None
    publisher: str | None
    url: str
    found_at: datetime
    """When it was first fetched."""


class Months(Row):
    """How many documents of a month match a search; `month` is a year where no month is known."""

    month: str | None
    documents: int


class Count(Row):
    """How many documents match a search."""

    documents: int
