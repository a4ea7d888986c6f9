"""Define the tools' answers: rows, each with the evidence behind it, and what the answer covers."""

from datetime import date, datetime
from typing import Literal

from tracker.acts import Act, Stage
from tracker.contract.models.correction import Corrected
from tracker.contract.models.declared import Initiative
from tracker.contract.models.mention import Figure
from tracker.contract.models.row import Language, Row, Tier

Status = Literal["found", "altered", "not found", "not checked"]


class Evidence(Row):
    """The words that prove the answer, and where they are."""

    quote: str
    language: Language
    document: int
    start: int
    """Character offsets into the document's text."""
    end: int
    url: str
    """The address of the original."""
    source: str
    tier: Tier | None
    title: str | None
    published: str | None
    sha256: str | None
    """The digest of the stored page from which the text was read."""
    fetched_at: datetime | None
    gone_since: datetime | None
    """When the original was first found gone."""
    stored: str | None
    """Our copy of the page, if this installation has a public address."""
    cite: str
    """How to cite it."""


class Coverage(Row):
    """What was searched for the answer. An event that is not in it may still have happened."""

    sources: int
    """Sources that have documents in the database."""
    sources_declared: int
    documents: int
    not_fully_read: int
    """Documents that could not be read in full."""
    newest_page: datetime | None
    """When the newest page was fetched."""


class Answer(Row):
    """The fields that every answer has."""

    coverage: Coverage


class Catalogue(Answer):
    """The initiatives that are followed."""

    initiatives: list[Initiative]


class Told(Row):
    """One announcement with its evidence: the quote in each language that reported it."""

    announcement: int
    initiative: str
    day: date | None
    day_stated: bool
    """Whether a text states the day; otherwise it is that of the earliest report."""
    act: Act
    stage: Stage | None
    body: str | None
    body_name: str | None
    headline: str | None
    number: str | None
    """The document number of the paper."""
    figures: list[Figure]
    reported_by: list[str]
    """The sources that report it."""
    corrected: list[Corrected]
    """What people corrected; the other fields have the corrected values."""
    evidence: list[Evidence]


class Timeline(Answer):
    """Announcements, oldest first; `more` of them are older than these."""

    announcements: list[Told]
    more: bool


class Hit(Row):
    """One document that matches a search; its evidence quotes the place."""

    day: date | None
    initiatives: list[str]
    evidence: Evidence


class Hits(Answer):
    """Documents that match a search, and how many there are in all."""

    documents: list[Hit]
    total: int
    total_is_capped: bool
    order: str


class Announced(Answer):
    """One announcement with every document that reports it."""

    announcement: Told
    withdrawn: bool
    """Whether today's rules no longer find it."""


class Value(Row):
    """One figure of a series, as an announcement states it."""

    day: date | None
    value: float
    year: int | None
    """For a target, the year by which it is to be reached."""
    period: str | None
    change: float | None
    """The change from the last value that it can be compared with."""
    what: str
    announcement: int
    evidence: list[Evidence]


class Measure(Row):
    """One measure over time."""

    kind: Literal["result", "target"]
    unit: str
    what: str
    values: list[Value]


class Figures(Answer):
    """The measures of an initiative that were stated more than once, or for more than one year."""

    initiative: str
    measures: list[Measure]


class Difference(Row):
    """The words in the source, and those that the quote has in their place; "" is nothing."""

    source: str
    quote: str


class Verdict(Answer):
    """Whether a quote is in a document.

    found: it is (`exact` to the last sign, otherwise apart from width, quotation marks and blanks).
    altered: the nearest wording is there instead; `differences` says what was changed.
    not found: no document that was searched has anything like it.
    not checked: it could not be searched for, and `reason` says why; that says nothing about the quote.
    """

    status: Status
    reason: str
    exact: bool | None
    likeness: float | None
    """The share of characters in common with the nearest wording, from 0 to 1."""
    differences: list[Difference]
    evidence: list[Evidence]
    """Where it is, or its nearest wording; the earliest first, five at most."""
