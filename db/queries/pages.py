"""Questions that crawls ask: what do we have, what is due for a second look, how far back must we read?"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, and_, col, or_, select

from db.models import Crawl, Page

SECOND_LOOKS = (timedelta(days=1), timedelta(days=7), timedelta(days=30))
DEEP_EVERY = timedelta(days=7)
MOST_LOOKS = 50
RECENT_CRAWLS = 50


def known_keys(session: Session, source: str, keys: Iterable[str]) -> set[str]:
    """Those of `keys` whose page we have."""
    wanted = select(Page.key).where(Page.source == source, col(Page.key).in_(list(keys))).distinct()
    return set(session.exec(wanted))


def due_for_second_look(session: Session, source: str, now: datetime) -> list[Page]:
    """Newest pages that are 1, 7 or 30 days old and not looked at again since, the longest waiting first."""
    rank = func.row_number().over(
        partition_by=col(Page.key), order_by=(col(Page.checked_at).desc(), col(Page.id).desc())
    )
    newest = select(Page.id, rank.label("rank")).where(Page.source == source).subquery()
    waited = [
        and_(col(Page.checks) == looks, col(Page.fetched_at) <= now - wait)
        for looks, wait in enumerate(SECOND_LOOKS, start=1)
    ]
    due = (
        select(Page)
        .join(newest, and_(newest.c.id == Page.id, newest.c.rank == 1))
        .where(col(Page.gone_since).is_(None), or_(*waited))
        .order_by(col(Page.checked_at), col(Page.id))
        .limit(MOST_LOOKS)
    )
    return list(session.exec(due))


def pages_of(session: Session, source: str, key: str) -> list[Page]:
    """Every page that an address answered with, the one that we looked at last at the end."""
    wanted = select(Page).where(Page.source == source, Page.key == key)
    return list(session.exec(wanted.order_by(col(Page.checked_at), col(Page.id))))


def crawled_lists(session: Session, source: str) -> set[str]:
    """Lists of the source that gave rows in a whole crawl lately; items of any other list are backfilled."""
    return {
        list_id
        for crawl in _recent(session, source)
        if crawl.counts.get("whole")
        for list_id, counts in crawl.counts["lists"].items()
        if counts.get("rows")
    }


def wants_deep(session: Session, source: str, now: datetime) -> bool:
    """Whether to read lists to their depth: the last crawl was not whole, or no deep one was for a week."""
    recent = _recent(session, source)
    if not recent or not recent[0].counts.get("whole"):
        return True
    return not session.exec(
        select(Crawl.id)
        .where(Crawl.source == source, Crawl.started_at > now - DEEP_EVERY)
        .where(col(Crawl.counts)["deep"].as_boolean(), col(Crawl.counts)["whole"].as_boolean())
        .limit(1)
    ).first()


def _recent(session: Session, source: str) -> list[Crawl]:
    ended = select(Crawl).where(Crawl.source == source).order_by(col(Crawl.id).desc())
    return list(session.exec(ended.limit(RECENT_CRAWLS)))
