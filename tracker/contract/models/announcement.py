"""The rows about announcements: one on a timeline, one a story in the news, and one with all that proves it."""

from datetime import date, datetime

from tracker.acts import Act, Stage
from tracker.contract.models.correction import Corrected
from tracker.contract.models.document import Document
from tracker.contract.models.mention import Figure, Quote
from tracker.contract.models.row import FoundLate, Language, Row


class Announcement(Row):
    """One initiative in one story: the row of a timeline."""

    id: int
    initiative: str
    day: date | None
    """The day of the act; where no text states it, that of the earliest report."""
    day_stated: bool
    """Whether a text states the day of the act."""
    act: Act
    stage: Stage | None
    """How far the paper has come that it tells of; null where it tells of none."""
    comment_until: date | None
    """The last day for comments on a draft."""
    effective: date | None
    """The day from which the paper holds."""
    expires: date | None
    """The last day on which it holds."""
    body: str | None
    body_name: str | None
    speaker: str | None
    headline: str | None
    """The title of the document that is quoted."""
    quote: str
    language: Language
    """Of headline and quote."""
    quotes: list[Quote]
    """The same quote with its place, and the best one in the other language, where that reported it, too."""
    figures: list[Figure]
    """Five at most."""
    number: str | None
    """The document number of the paper, such as 国发〔2025〕11号."""
    publisher: str | None
    """As the quoted page prints it."""
    rule: str | None
    """The rule that gave the act."""
    initiative_name: str | None
    """In English; the Chinese name stands beside it. Null for an initiative that is not declared any more."""
    initiative_name_zh: str | None
    body_name_zh: str | None
    story: int
    """What reports the same thing has the same story; it may announce several initiatives."""
    members: int
    """How many documents report it."""
    source: str
    """Of the quoted document."""
    source_name: str | None
    source_name_zh: str | None
    sources: list[str]
    """All that reported it, the earliest first."""
    languages: list[Language]
    """Those in which it was reported."""
    url: str
    """Of the quoted document."""
    sha256: str | None
    """Of the newest stored page of that document, from which it was read."""
    fetched_at: datetime | None
    """When that page came home."""
    found_at: datetime
    """When we came to know of the announcement."""
    found_late: FoundLate | None
    """Why it was found late; null where it came as news."""
    corrected: list[Corrected]
    """What people say against the rules; the other fields are as they say."""


class Story(Announcement):
    """One story: its strongest announcement of those that were asked for, with all initiatives that it names."""

    clause: str
    """The clause of the quote that names the initiative."""
    initiatives: list[str]


class Proof(Announcement):
    """One announcement with every document that reports it."""

    documents: list[Document]
    withdrawn: bool
    """Whether today's rules find it no more, or somebody says that it is not this (`corrected`); it stays because
    alerts were told of it."""
