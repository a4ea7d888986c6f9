"""Write what crawls fetch: pages with their contents, second looks, verdicts."""

import hashlib
import zlib
from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from db.models import Content, Crawl, Page, now


def add_page(session: Session, page: Page, content: bytes) -> bool:
    """Store a page and its content; return whether this content is new for its key.

    The same content seen later counts as a check of the stored page; seen earlier, or at the same time, it changes
    nothing.
    """
    page.sha256 = hashlib.sha256(content).hexdigest()
    if session.get(Content, page.sha256) is None:
        session.add(Content(sha256=page.sha256, size=len(content), zipped=zlib.compress(content)))
        session.flush()
    same = (Page.source == page.source, Page.key == page.key, Page.sha256 == page.sha256)
    stored = session.exec(select(Page).where(*same)).one_or_none()
    if stored is None:
        session.add(page)
        session.flush()
        return True
    if page.fetched_at > stored.checked_at:
        _checked(session, stored, page.fetched_at)
    return False


def confirm_page(session: Session, page_id: int, at: datetime) -> None:
    """Record a second look that found the page unchanged."""
    _checked(session, session.get_one(Page, page_id), at)


def lose_page(session: Session, page_id: int, at: datetime) -> None:
    """Mark a page that its site has removed; the first day on which that was seen stays."""
    page = session.get_one(Page, page_id)
    _checked(session, page, at)
    page.gone_since = page.gone_since or at


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
