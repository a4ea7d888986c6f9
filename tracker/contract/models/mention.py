"""The parts of announcements and documents: figures, quotes and mentions."""

from datetime import date
from typing import Literal

from tracker.acts import Act, Stage
from tracker.contract.models.correction import Corrected
from tracker.contract.models.row import Language, Row


class Figure(Row):
    """One figure that the quoted document states of the initiative."""

    value: int | float
    """Below zero if a rate fell: -3.5 for 同比下降3.5%. `analyze` and `explain` have it without a sign, as written."""
    unit: str | None = None
    """`%`, `count`, or as written: 亿元, billion yuan."""
    what: str | None = None
    """The clause that states it."""
    period: str | None = None
    """What it is a figure of, in EDTF (ISO 8601-2): 2025, 2025-03, 2021/2025."""
    kind: Literal["result", "target"] | None = None
    year: int | None = None
    """The year in which its period ends; of a target, the year by which it is to be reached."""


class Quote(Row):
    """The words that prove the announcement in one document."""

    language: Language
    text: str
    document: int
    """The document's `id`."""
    source: str
    url: str
    start: int
    """Character offsets into the document's text."""
    end: int


class Mention(Row):
    """One initiative in one document."""

    initiative: str
    act: Act
    stage: Stage | None
    comment_until: date | None
    effective: date | None
    expires: date | None
    rule: str | None
    body: str | None
    speaker: str | None
    day: date | None
    quote: str
    start: int
    """Character offsets of the quote into the document's text."""
    end: int
    figures: list[Figure]
    corrected: list[Corrected]
    """What people corrected in the announcement to which it belongs; the other fields are those of the rules."""


class DocumentMention(Mention):
    """The same beside the mentions of other documents."""

    document: int
    """The document's `id`."""
