"""Gather what a bundle holds: announcements, the documents of their stories, and the quote of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from config import Config
from db.models import Document
from db.queries.documents import members
from db.queries.timeline import Wanted
from tracker.contract.models.announcement import Announcement
from tracker.contract.models.row import Language
from tracker.contract.rows.announcements import timeline
from tracker.contract.rows.documents import documents as rows_of


class NothingError(LookupError):
    """Nothing was announced that is asked for."""


class Quoted(BaseModel):
    """One quote: `text` has the characters from `start` to `end` of the file `text_file`, which begins at 0."""

    announcement: int
    initiative: str
    document: int
    language: Language
    quote: str
    start: int
    end: int
    text_file: str
    url: str
    source: str
    title: str | None
    published: str | None
    sha256: str | None
    """Of the newest stored page, from which the text was read."""
    fetched_at: datetime | None


@dataclass(frozen=True)
class Evidence:
    """What a bundle holds, in an order that follows from the pages alone."""

    rows: Sequence[Announcement]
    quotes: Sequence[Quoted]
    documents: Sequence[Document]

    def newest(self) -> datetime | None:
        """When the newest of it came to us: what a bundle gives as its date, since it changes with the data alone."""
        moments = [row.found_at for row in self.rows] + [one.fetched_at for one in self.quotes if one.fetched_at]
        return max(moments, default=None)


def gather(session: Session, config: Config, wanted: Wanted) -> Evidence:
    """The announcements that are wanted, with every document that reports one of them; raise NothingError for none."""
    rows = timeline(session, config, wanted)
    numbers = {(row.story, row.initiative): row.id for row in rows}
    found = [
        (document, mention)
        for document, mention in members(session, sorted({row.story for row in rows}))
        if (document.story_id, mention.initiative) in numbers
    ]
    if not found:
        raise NothingError
    documents = {document.id or 0: document for document, _ in found}
    told = {row.id: row for row in rows_of(session, documents.values())}
    quotes = [
        Quoted(
            announcement=numbers[document.story_id or 0, mention.initiative],
            initiative=mention.initiative,
            document=document.id or 0,
            language="zh" if document.language == "zh" else "en",
            quote=mention.quote,
            start=mention.start,
            end=mention.end,
            text_file=text_file(document),
            url=document.url,
            source=document.source,
            title=document.title,
            published=told[document.id or 0].published,
            sha256=told[document.id or 0].sha256,
            fetched_at=told[document.id or 0].fetched_at,
        )
        for document, mention in found
    ]
    return Evidence(rows, sorted(quotes, key=_place), _in_order(documents.values()))


def text_file(document: Document) -> str:
    """Return the file of a bundle that holds a document's text."""
    return f"texts/{document.id}.txt"


def _place(quote: Quoted) -> tuple[int, int, int]:
    return quote.announcement, quote.document, quote.start


def _in_order(documents: Iterable[Document]) -> list[Document]:
    return sorted(documents, key=lambda one: (one.source, one.key))
