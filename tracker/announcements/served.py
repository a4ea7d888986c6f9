"""Compute a digest of all that is served of an announcement, so that a writer can see whether any of it changed."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from db.models import Announcement
from tracker.announcements.merge import Member

OWN = set(Announcement.model_fields) - {"id", "cited_source", "cited_key", "digest", "changed_at"}
OF_DOCUMENT = ("id", "source", "url", "title", "published", "publisher", "number", "language", "problem", "page_id")
OF_MENTION = ("rule", "quote", "start", "end")


def digest(announcement: Announcement, members: Iterable[Member]) -> str:
    """Return the digest of an announcement's own fields, and of what is served of the documents that report it.

    `page_id` represents the page behind a document, and with it its SHA-256 and the time of its download. Of the
    document that is quoted, the whole text counts, because it is shown around the quote.
    """
    told = sorted(members, key=lambda member: member[0].id or 0)
    served = {
        "own": {name: getattr(announcement, name) for name in sorted(OWN)},
        "documents": [[getattr(document, name) for name in OF_DOCUMENT] for document, _ in told],
        "mentions": [[getattr(mention, name) for name in OF_MENTION] for _, mention in told],
        "text": [document.text for document, _ in told if document.id == announcement.document_id],
    }
    return hashlib.sha256(json.dumps(served, default=_plain).encode()).hexdigest()[:32]


def _plain(value: Any) -> str:
    return str(value.isoformat())
