"""Find the words that prove an announcement, each in its paragraph, one for each language that reported it."""

from typing import NamedTuple

from sqlmodel import Session

from db.models import Announcement, Document, Mention
from db.queries.documents import members

LONGEST = 1500
"""Of a longer paragraph only the quote is shown."""


class Quote(NamedTuple):
    """A quote with the text before and after it in its paragraph, and its document."""

    before: str
    words: str
    behind: str
    document: Document


def quotes(session: Session, told: Announcement) -> list[Quote]:
    """Return the quote of the document that proves an announcement, then the earliest of each other language."""
    found = [pair for pair in members(session, [told.story_id]) if pair[1].initiative == told.initiative]
    found.sort(key=lambda pair: (pair[0].id != told.document_id, str(pair[0].published), pair[0].source, pair[0].key))
    first: dict[str, tuple[Document, Mention]] = {}
    for document, mention in found:
        first.setdefault(document.language, (document, mention))
    return [_in_paragraph(document, mention.quote) for document, mention in first.values()]


def _in_paragraph(document: Document, quote: str) -> Quote:
    at = document.text.find(quote) if quote else -1
    if at < 0:
        return Quote("", quote, "", document)
    end = at + len(quote)
    first = document.text.rfind("\n", 0, at) + 1
    last = document.text.find("\n", end)
    last = len(document.text) if last < 0 else last
    if last - first > LONGEST:
        return Quote("", quote, "", document)
    return Quote(document.text[first:at], quote, document.text[end:last], document)
