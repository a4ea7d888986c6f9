"""Find the day on which a text was first reported: its dateline, its publication, or else the day of its content."""

import re
from collections.abc import Sequence
from datetime import date

from db.models import Document, Mention
from tracker.stories.occasions import MONTH_AND_DAY
from tracker.tag.days.candidates import HEAD, is_dateline
from tracker.tag.days.days_zh import IN_FORCE
from tracker.tag.notation import compiled
from tracker.text.captions import is_caption
from tracker.text.days import days
from tracker.text.normalize import paragraphs

BEGINNING = 120
HOLDS = compiled(IN_FORCE, "zh")
# A leap year, which has every day.
YEAR = re.compile(r"20\d\d")
ANY_YEAR = date(2000, 12, 31)


def of_known_year(day: date | None) -> date | None:
    """Return the day if its year is known, too."""
    return day if day and day.year != ANY_YEAR.year else None


def told_on(document: Document, text: str, mentions: Sequence[Mention]) -> date | None:
    """Return the day of the dateline, else of publication.

    A site that reprints months later keeps the dateline (北京3月13日电).
    """
    published = document.published_on
    if published is None:
        return next((m.day for m in mentions if m.day), None) or _at_head(text, document.language)
    named = days(text[:HEAD], document.language, published)
    return next((d.day for d in named if d.day <= published and is_dateline(text, d.end)), published)


def whole_at_head(text: str, language: str) -> date | None:
    """Return the day that a text gives with its year at its head: On January 30, 2026, the Politburo held …."""
    beginning = _beginning(text)
    named = next(days(beginning, language, None), None)
    return named.day if named and YEAR.search(beginning[named.start : named.end]) else None


def _at_head(text: str, language: str) -> date | None:
    """Return the month and the day at the head of a text that gives no year: the year is ignored anyway."""
    beginning = _beginning(text)
    head = days(beginning, language, ANY_YEAR)
    named = next((day for day in head if not HOLDS.match(beginning, day.end)), None)
    return named.day if named and MONTH_AND_DAY.search(beginning[named.start : named.end]) else None


def _beginning(text: str) -> str:
    """Return the beginning of a text, without the caption of a picture above it, which may be of any day."""
    head = text[:HEAD]
    start = next((line.start for line in paragraphs(head) if not is_caption(head, line)), 0)
    return head[start : start + BEGINNING]
