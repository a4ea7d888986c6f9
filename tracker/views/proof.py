"""Assemble the proof of an announcement or an address: quote, members, mentions and stored pages."""

import unicodedata
import zlib
from typing import Any

from sqlmodel import Session

from config import Config
from db.models import Announcement, Document, Page
from db.queries import documents, pages, timeline
from tracker.development.numbers import numbers_in
from tracker.text.normalize import plain
from tracker.views.timeline import figure_words, paper


def announcement(session: Session, config: Config, id_: int) -> dict[str, Any] | None:
    """Return an announcement with its quote, and every member with its stored page; None if it does not exist."""
    found = timeline.announcement_with_document(session, id_)
    if found is None:
        return None
    told, document = found
    members = timeline.story_documents(session, told.story_id, told.initiative)
    name = config.initiatives[told.initiative].names if told.initiative in config.initiatives else None
    return {
        "announcement": told.id,
        "initiative": told.initiative,
        "name": f"{name.en} · {name.zh}" if name else None,
        "act": told.act,
        **paper(told),
        "day": told.day,
        "body": told.body,
        "speaker": told.speaker,
        "headline": told.headline,
        "quote": told.quote,
        "rule": _rule(session, told),
        "corrected": told.corrected or [],
        "withdrawn": told.withdrawn,
        "figures": "; ".join(map(figure_words, told.figures)),
        "url": document.url,
        "members": [_document(member, pages.pages_of(session, member.source, member.key)) for member in members],
    }


def of_paper(session: Session, what: str) -> int | None:
    """Return the announcement that a paper makes, by the paper's number, 国发〔2025〕11号; None if there is not one.

    Of several initiatives it is the one that the paper names first. Width, blanks and traditional characters make no
    difference, and 号 may be missing.
    """
    written = "".join(plain(unicodedata.normalize("NFKC", what)).split())
    named = numbers_in(written if written.endswith("号") else f"{written}号")
    return timeline.announced_by_paper(session, "{}〔{}〕{}号".format(*named[0])) if named else None


def address(session: Session, url: str) -> dict[str, Any] | None:
    """Return the document of an address, its mentions and every stored page; None if nothing is stored."""
    found = documents.find_documents(session, url)
    if not found:
        return None
    document = found[0]
    stored = pages.pages_of(session, document.source, document.key)
    mentions = documents.mentions_of(session, document.id or 0)
    corrected = documents.corrections_by_initiative(session, document)
    keys = (
        "initiative",
        "act",
        "stage",
        "comment_until",
        "effective",
        "expires",
        "rule",
        "body",
        "speaker",
        "day",
        "quote",
    )
    return {
        **_document(document, stored),
        "text": document.text,
        "mentions": [
            {
                **mention.model_dump(include=set(keys)),
                "corrected": corrected.get(mention.initiative) or [],
            }
            for mention in mentions
        ],
        "pages": [_page(page) for page in stored],
    }


def newest_content(session: Session, url: str) -> bytes:
    """Return the bytes of the newest page of an address that has a document, as received."""
    document = documents.find_documents(session, url)[0]
    return zlib.decompress(documents.page_and_content(session, document.page_id or 0)[1].zipped)


def _rule(session: Session, told: Announcement) -> str | None:
    """Return the rule that gave an announcement its act, in the document that proves it."""
    mentions = documents.mentions_of(session, told.document_id)
    return next((mention.rule for mention in mentions if mention.initiative == told.initiative), None)


def _document(document: Document, stored: list[Page]) -> dict[str, Any]:
    newest = stored[-1] if stored else None
    return {
        "url": document.url,
        "source": document.source,
        "title": document.title,
        "published": document.published_in_beijing,
        "publisher": document.publisher,
        "number": document.number,
        "problem": document.problem,
        "sha256": newest.sha256 if newest else None,
        "fetched_at": newest.fetched_at if newest else None,
        "gone_since": newest.gone_since if newest else None,
        "revisions": len(stored),
    }


def _page(page: Page) -> dict[str, Any]:
    return page.model_dump(include={"id", "status", "sha256", "fetched_at", "checked_at", "checks", "gone_since"})
