"""Write what crawls fetch: pages with their contents, second looks, verdicts."""

import hashlib
import zlib
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, exists, insert, update
from sqlalchemy import select as columns
from sqlmodel import Session

from db.models import Content, Crawl, Document, Page, now
from db.queries.built_once import run, table_of
from db.store.stamps import move_of_page

# Asked for every page that comes home.
_CONTENT, _PAGE, _DOCUMENT = table_of(Content), table_of(Page), table_of(Document)
_KNOWN = columns(
    exists().where(_CONTENT.c.sha256 == bindparam("content")),
    exists().where(_DOCUMENT.c.source == bindparam("of_source"), _DOCUMENT.c.key == bindparam("of_key")),
)
_ADD_CONTENT, _ADD_PAGE = insert(_CONTENT), insert(_PAGE)
_COLUMNS = tuple(name for name in Page.model_fields if name != "id")
_SAME = columns(_PAGE.c.id, _PAGE.c.checked_at).where(
    _PAGE.c.source == bindparam("of_source"),
    _PAGE.c.key == bindparam("of_key"),
    _PAGE.c.sha256 == bindparam("content"),
)
_CHECKED = (
    update(_PAGE).where(_PAGE.c.id == bindparam("page")).values(checks=_PAGE.c.checks + 1, checked_at=bindparam("at"))
)


def add_page(session: Session | Connection, page: Page, content: bytes) -> bool:
    """Store a page and its content, and set its id; return whether this content is new for its key.

    The same content seen later counts as a check of the stored page; seen earlier, or at the same time, it changes
    nothing.
    """
    page.sha256 = hashlib.sha256(content).hexdigest()
    same = {"of_source": page.source, "of_key": page.key, "content": page.sha256}
    has_content, has_document = run(session, _KNOWN, **same).one()
    if not has_content:
        run(session, _ADD_CONTENT, sha256=page.sha256, size=len(content), zipped=zlib.compress(content))
    elif stored := run(session, _SAME, **same).one_or_none():
        if page.fetched_at > stored.checked_at:
            run(session, _CHECKED, page=stored.id, at=page.fetched_at)
        return False
    added = run(session, _ADD_PAGE, **{name: getattr(page, name) for name in _COLUMNS})
    (page.id,) = added.inserted_primary_key or (None,)
    if has_document:
        move_of_page(session, page.source, page.key)
    return True


def confirm_page(session: Session, page_id: int, at: datetime) -> None:
    """Record a second look that found the page unchanged."""
    _checked(session, session.get_one(Page, page_id), at)


def lose_page(session: Session, page_id: int, at: datetime) -> None:
    """Mark a page that its site has removed; the first day on which that was seen stays."""
    page = session.get_one(Page, page_id)
    _checked(session, page, at)
    if page.gone_since is None:
        page.gone_since = at
        move_of_page(session, page.source, page.key)


def start_crawl(session: Session, source: str) -> Crawl:
    """Open a crawl; one that never ends has no verdict."""
    crawl = Crawl(source=source)
    session.add(crawl)
    session.flush()
    return crawl


def finish_crawl(session: Session, crawl_id: int, verdict: str, reason: str, counts: dict[str, Any]) -> None:
    """Close a crawl with its verdict; `counts` is what `spiders.tally.Tally.counts` gives."""
    crawl = session.get_one(Crawl, crawl_id)
    crawl.verdict, crawl.reason, crawl.counts, crawl.ended_at = verdict, reason or None, counts, now()
    session.add(crawl)


def _checked(session: Session, page: Page, at: datetime) -> None:
    page.checks += 1
    page.checked_at = max(at, page.checked_at)
    session.add(page)
