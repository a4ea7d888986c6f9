"""Query the state of sources: crawls, days of publication, how well pages were read, incidents."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, and_, col
from sqlmodel import select as select_rows

from db.models import Canary, Crawl, Document, Incident, Mention, Page, Recipient

MOST_CRAWLS = 20
MOST_SIGHTINGS = 400
MOST_READINGS = 200


def recent_crawls(session: Session, source: str) -> list[Crawl]:
    """Return the newest finished crawls of a source, newest first."""
    ended = select_rows(Crawl).where(Crawl.source == source, col(Crawl.ended_at).is_not(None))
    return list(session.exec(ended.order_by(col(Crawl.id).desc()).limit(MOST_CRAWLS)))


def first_crawl(session: Session, source: str) -> datetime | None:
    """Return when a source was first crawled."""
    crawls = select_rows(Crawl.started_at).where(Crawl.source == source).order_by(col(Crawl.id))
    return session.exec(crawls.limit(1)).first()


def telling(session: Session, initiatives: Iterable[str]) -> set[str]:
    """Return the sources whose documents mention any of the initiatives."""
    wanted = select_rows(Document.source).join(Mention, col(Mention.document_id) == Document.id)
    return set(session.exec(wanted.where(col(Mention.initiative).in_(list(initiatives))).distinct()))


def sightings(session: Session, source: str) -> Sequence[Any]:
    """Return the documents that crawls found, newest first: list, published, precision, first seen, backfilled."""
    found = (
        select(
            col(Page.list_id),
            col(Document.published),
            col(Document.precision),
            col(Document.first_seen_at),
            col(Document.backfilled),
        )
        .join(Document, col(Document.page_id) == Page.id)
        .where(col(Document.source) == source, col(Page.crawl_id).is_not(None))
        .order_by(col(Document.id).desc())
        .limit(MOST_SIGHTINGS)
    )
    return session.connection().execute(found).all()


def readings(session: Session, source: str, before: datetime | None = None) -> Sequence[Any]:
    """Return how crawled pages were read, newest first; only those fetched before `before` if given.

    A row has: list, moment of fetching, whether there is a title, whether there is a date, length of the text, whether
    a declared layout matched, whether the page looks changed.
    """
    found = (
        select(
            col(Page.list_id),
            col(Page.fetched_at),
            col(Document.title).is_not(None),
            col(Document.published).is_not(None),
            func.length(Document.text),
            func.coalesce(col(Document.layout).like("layout %"), False),
            func.coalesce(col(Document.problem).like("looks changed: %"), False),
        )
        .join(Document, col(Document.page_id) == Page.id)
        .where(col(Page.source) == source, col(Page.crawl_id).is_not(None))
        .order_by(col(Page.id).desc())
        .limit(MOST_READINGS)
    )
    if before:
        found = found.where(col(Page.fetched_at) < before)
    return session.connection().execute(found).all()


def all_incidents(session: Session) -> list[tuple[Incident, Recipient | None]]:
    """Return the incidents on record, each with the recipient that it is about, those opened last first."""
    about = col(Recipient.id) == Incident.recipient_id
    wanted = select_rows(Incident, Recipient).join(Recipient, about, isouter=True)
    return list(session.exec(wanted.order_by(col(Incident.opened_at).desc(), col(Incident.id).desc())))


def incidents(session: Session, source: str) -> list[Incident]:
    """Return all incidents of a source, newest first."""
    wanted = select_rows(Incident).where(Incident.source == source)
    return list(session.exec(wanted.order_by(col(Incident.id).desc())))


def open_incidents(session: Session, source: str) -> list[Incident]:
    """Return the incidents of a source that have not ended."""
    wanted = select_rows(Incident).where(Incident.source == source, col(Incident.closed_at).is_(None))
    return list(session.exec(wanted.order_by(col(Incident.id))))


def canary(session: Session, source: str) -> tuple[Canary, Document | None] | None:
    """Return the reference article of a source, and the present content of its document."""
    wanted = (
        select_rows(Canary, Document)
        .join(Document, and_(col(Document.source) == Canary.source, col(Document.key) == Canary.key), isouter=True)
        .where(Canary.source == source)
    )
    return session.exec(wanted).one_or_none()


def well_read(session: Session, source: str) -> Document | None:
    """Return the newest document of a source with title, date and text."""
    wanted = (
        select_rows(Document)
        .where(Document.source == source, col(Document.problem).is_(None), col(Document.page_id).is_not(None))
        .where(col(Document.title).is_not(None), col(Document.published).is_not(None), Document.text != "")
    )
    return session.exec(wanted.order_by(col(Document.id).desc()).limit(1)).first()
