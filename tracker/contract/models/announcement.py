"""The rows about announcements: one on a timeline, one a story in the news, and one with its whole proof."""

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
    """The stage of the paper that it is about; null where it is about no paper."""
    comment_until: date | None
    """The last day for comments on a draft."""
    effective: date | None
    """The day from which the paper is in force."""
    expires: date | None
    """The last day on which it is in force."""
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
    """In English; the Chinese name is in the field beside it. Null for an initiative that is no longer declared."""
    initiative_name_zh: str | None
    body_name_zh: str | None
    story: int
    """Documents that report the same thing have the same story; a story may announce several initiatives."""
    members: int
    """How many documents report it."""
    source: str
    """Of the quoted document."""
    source_name: str | None
    source_name_zh: str | None
    sources: list[str]
    """All sources that reported it, the earliest first."""
    languages: list[Language]
    """Those in which it was reported."""
    url: str
    """Of the quoted document."""
    sha256: str | None
    """Of the newest stored page of that document, from which it was read."""
    fetched_at: datetime | None
    """When that page was fetched."""
    found_at: datetime
    """When the announcement was found."""
    found_late: FoundLate | None
    """Why it was found late; null where it came as news."""
    corrected: list[Corrected]
    """What people corrected; the other fields have the corrected values."""


class Story(Announcement):
    """One story: its strongest announcement of those that were asked for, with all initiatives that it names."""

    clause: str
    """The clause of the quote that names the initiative."""
    initiatives: list[str]


class Proof(Announcement):
    """One announcement with every document that reports it."""

    documents: list[Document]
    withdrawn: bool
    """Whether today's rules no longer find it, or a person marked it as not this (`corrected`); its number is
    kept, since an alert or a citation may name it."""
