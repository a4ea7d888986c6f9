"""Compare two stored pages of one address in words that a person can read."""

import zlib
from collections.abc import Iterator
from difflib import unified_diff
from itertools import pairwise

from sqlmodel import Session

from config import Config
from db.models import Page
from db.queries.documents import find_documents, page_and_content
from db.queries.pages import pages_of
from tracker.pipeline.page_jobs import document_of_page


def changes(session: Session, config: Config, url: str) -> list[str] | None:
    """Return the lines of a unified diff from each page of an address to the next; None if nothing is stored of it.

    A difference only in markup, and not in title, date, publisher or text, gives no line.
    """
    stored = stored_texts(session, config, url)
    if stored is None:
        return None
    texts, gone = stored
    lines: list[str] = []
    for (old_name, old), (new_name, new) in pairwise(texts):
        lines += unified_diff(old, new, old_name, new_name, n=1, lineterm="")
    return [*lines, f"gone since {gone}"] if gone else lines


def stored_texts(session: Session, config: Config, url: str) -> tuple[list[tuple[str, list[str]]], str | None] | None:
    """Return the name and lines of each page of an address, oldest first, and since when the address is gone.

    None if nothing is stored of it.
    """
    found = find_documents(session, url)
    if not found:
        return None
    stored = pages_of(session, found[0].source, found[0].key)
    gone = stored[-1].gone_since if stored else None
    texts = [(_name(page), list(_lines(session, config, page))) for page in stored]
    return texts, f"{gone:%Y-%m-%d %H:%M} UTC" if gone else None


def _name(page: Page) -> str:
    return f"{page.fetched_at:%Y-%m-%d %H:%M} UTC, sha256 {page.sha256[:12]}"


def _lines(session: Session, config: Config, page: Page) -> Iterator[str]:
    _, content = page_and_content(session, page.id or 0)
    document = document_of_page(page, zlib.decompress(content.zipped), config.sources.get(page.source))
    yield f"title: {document.title}"
    yield f"published: {document.published_in_beijing}"
    yield f"publisher: {document.publisher}"
    yield from document.text.splitlines()
