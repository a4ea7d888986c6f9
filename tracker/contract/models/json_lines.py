"""Define the lines of commands that print one JSON object a line: of saved pages, of records, of gold rows."""

from datetime import date
from typing import Literal

from tracker.acts import Act, Stage
from tracker.contract.models.mention import Figure
from tracker.contract.models.row import Language, Row


class Extracted(Row):
    """What `tracker extract` reads in one saved page."""

    id: str | int
    """Of its line in the batch; otherwise the name of its file."""
    url: str
    title: str | None
    published: str | None
    """Beijing time, as exactly as the page states it."""
    precision: str | None
    source: str | None
    """The publisher as printed."""
    body: str | None
    number: str | None
    language: Language
    layout: str | None
    """The layout of the source that fits; null where the page was read by the general rules."""
    problem: str | None
    """Why it could not be read in full."""
    text: str


class ListedRow(Row):
    """One row of a list page."""

    title: str
    url: str
    date: str | None


class ExtractedList(Row):
    """The rows of one saved list page, whose line in the batch has `rows`."""

    id: str | int
    rows: list[ListedRow]


class AnalyzedMention(Row):
    """One initiative in one record."""

    initiative: str
    act: Act
    stage: Stage | None
    body: str | None
    speaker: str | None
    day: date | None
    comment_until: date | None
    effective: date | None
    expires: date | None
    figures: list[Figure]
    quote: str
    start: int
    """Character offsets of the quote into the record's text."""
    end: int


class Analyzed(Row):
    """What `tracker analyze` reads in one record."""

    id: str | int
    """Its `id`, or its address."""
    language: Language
    published: str | None
    story: int
    """Records that report the same thing have the same number."""
    mentions: list[AnalyzedMention]


class GoldFigure(Row):
    """A figure as an annotator states it."""

    value: int | float
    unit: str | None
    what: str | None


class GoldMention(Row):
    """What a document says of an initiative: what people corrected, otherwise as the rules read it."""

    act: Act
    body: str | None
    day: date | None
    figures: list[GoldFigure]


class Gold(Row):
    """One corrected document, as `tracker corrections --format gold` prints it."""

    id: str
    url: str
    lang: Literal["zh", "en"]
    title: str | None
    published: date | None
    text: str
    initiatives: dict[str, GoldMention]
    story: str | None
    """The same for all documents of a story; null for a document that is alone in its story."""
