"""The day on which a text was first told: its dateline, its publication, or else the day of what it tells."""

from collections.abc import Sequence
from datetime import date

from db.beijing import beijing_day
from db.models import Document, Mention
from tracker.days import days
from tracker.tag.dates import DATELINE, HEAD


def told_on(document: Document, text: str, mentions: Sequence[Mention]) -> date | None:
    """The day of the dateline, which a site that reprints months later keeps (北京3月13日电); else of publication."""
    published = beijing_day(document.published)
    if published is None:
        return next((m.day for m in mentions if m.day), None)
    named = days(text[:HEAD], document.language, published)
    return next((d.day for d in named if d.day <= published and DATELINE.match(text, d.end)), published)
