"""Fill rows about documents: what they say, what they mention, and which stored pages they come from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlmodel import Session

from db.models import Document as Stored
from db.models import Page as StoredPage
from db.queries.documents import announcements_of, find_documents, mentions_of_all
from db.queries.listing import InStory
from db.queries.pages import Copy, copies_of_all, pages_of
from tracker.contract.models.document import (
    Document,
    DocumentWithPages,
    Page,
    Reading,
    SearchHit,
)
from tracker.contract.models.mention import DocumentMention, Figure, Mention
from tracker.development.growth import signed
from tracker.views.timeline import PAPER

SAME = ("id", "source", "url", "title", "publisher", "number", "language", "problem")
"""The fields of a document that have the same name in the table."""
FIGURE = tuple(Figure.model_fields)
MENTION = {"initiative", "act", *PAPER, "rule", "body", "speaker", "day", "quote", "start", "end"}


def documents(session: Session, stored: Iterable[Stored]) -> list[Document]:
    """Return one row for each document, in their order."""
    return [Document(**fields) for _, fields in _documents(session, stored)]


def with_texts(session: Session, stored: Iterable[Stored]) -> Iterator[dict[str, Any]]:
    """Yield the fields of `DocumentText` of each document; to make rows of millions takes minutes."""
    for one, fields in _documents(session, stored):
        yield {**fields, "text": one.text, "found_at": one.first_seen_at}


def mentions(session: Session, stored: Sequence[Stored | InStory]) -> list[DocumentMention]:
    """Return the mentions of documents, in the order of the documents and then of their texts."""
    return [DocumentMention(**fields, document=document) for document, fields in _mentions(session, stored)]


def with_pages(session: Session, stored: Stored) -> DocumentWithPages:
    """Return a document with its mentions and pages, without its text."""
    return DocumentWithPages(**_whole(session, stored))


def reading(session: Session, url: str) -> Reading | None:
    """Return the document of an address with all that we have of it; None if nothing is stored."""
    found = find_documents(session, url)
    return Reading(**_whole(session, found[0]), text=found[0].text) if found else None


def hits(found: Iterable[Mapping[str, Any]]) -> list[SearchHit]:
    """Return one row for each result of `tracker.search.answers`."""
    return [_hit(row) for row in found]


def _hit(row: Mapping[str, Any]) -> SearchHit:
    published = row["published"]
    same = {name: row[name] for name in SearchHit.model_fields if name in row}
    told = same | {
        "id": row["document"],
        "published": in_zone(published),
        "day": published[:10] if published and len(published) >= len("2026-08-26") else None,
    }
    return SearchHit.model_validate(told)


def figure(stored: Mapping[str, Any]) -> Figure:
    """Return a figure that tagging stored, in any version."""
    known = {name: stored[name] for name in FIGURE if name in stored}
    value = signed(stored)
    return Figure(**known | {"value": int(value) if value == int(value) else value})


def _documents(session: Session, stored: Iterable[Stored]) -> Iterator[tuple[Stored, dict[str, Any]]]:
    asked = list(stored)
    copies = copies_of_all(session, asked)
    return ((one, _fields(one, copies[one.source, one.key])) for one in asked)


def _whole(session: Session, stored: Stored) -> dict[str, Any]:
    pages = pages_of(session, stored.source, stored.key)
    mentions = [Mention(**fields) for _, fields in _mentions(session, [stored])]
    return {**_fields(stored, pages), "mentions": mentions, "pages": [_page(page) for page in pages]}


def _mentions(session: Session, stored: Sequence[Stored | InStory]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the fields of the mentions of documents, each with its document's `id`."""
    stories = {document.id: document.story_id or 0 for document in stored}
    announcements = announcements_of(session, set(stories.values()))
    for one in mentions_of_all(session, [document.id or 0 for document in stored]):
        announcement = announcements.get((stories[one.document_id], one.initiative))
        figures = [figure(stated) for stated in one.figures]
        corrected = (announcement and announcement.corrected) or []
        yield one.document_id or 0, {**one.model_dump(include=MENTION), "figures": figures, "corrected": corrected}


def _fields(stored: Stored, pages: Sequence[StoredPage | Copy]) -> dict[str, Any]:
    newest = pages[-1] if pages else None
    return {
        **{name: getattr(stored, name) for name in SAME},
        "published": in_zone(stored.published_in_beijing),
        "story": stored.story_id,
        "sha256": newest.sha256 if newest else None,
        "fetched_at": newest.fetched_at if newest else None,
        "gone_since": newest.gone_since if newest else None,
        "revisions": len(pages),
    }


def in_zone(published: str | None) -> str | None:
    """Return a moment in Beijing time with its zone, if it states the time of day."""
    return f"{published}+08:00" if published and "T" in published else published


def _page(page: StoredPage) -> Page:
    return Page(**page.model_dump(include=set(Page.model_fields)))
