"""Query what crawls need: which pages are stored, which are due for a second look, how far back to read lists."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, bindparam, func, tuple_
from sqlalchemy import select as columns
from sqlmodel import Session, and_, col, or_, select

from db.models import Content, Crawl, Document, Page

SECOND_LOOKS = (timedelta(days=1), timedelta(days=7), timedelta(days=30))
DEEP_EVERY = timedelta(days=7)
MOST_LOOKS = 50
MOST_PARAMETERS = 1000
SETTLED = timedelta(days=7)
RECENT_CRAWLS = 500
# Second looks, the first of which is due after a day, request annexes too.
MADE_UP_FOR = timedelta(days=2)
# Each is parsed before any request.
MOST_MADE_UP_FOR = 200
# A page is written a moment after it was fetched; a busy database delays it.
WRITTEN = timedelta(minutes=1)


def known_keys(session: Session, source: str, keys: Iterable[str]) -> set[str]:
    """Return those of `keys` whose page is stored."""
    wanted = list(keys)
    known: set[str] = set()
    for start in range(0, len(wanted), MOST_PARAMETERS):
        part = wanted[start : start + MOST_PARAMETERS]
        known.update(session.exec(select(Page.key).where(Page.source == source, col(Page.key).in_(part))))
    return known


def due_for_second_look(session: Session, source: str, now: datetime) -> list[Page]:
    """Return newest pages that are 1, 7 or 30 days old and were not checked since, longest waiting first."""
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


def cut_short(session: Session, source: str, crawl_id: int, now: datetime) -> list[Page]:
    """Return articles whose annexes may be missing, newest first: the crawl `crawl_id` is to request them.

    These are recently fetched articles of other crawls that left something, unless a crawl that left nothing has begun
    since. This is decided by when an article came and not by the order in which crawls began, since several may run in
    parallel.
    """
    others = [crawl for crawl in _recent(session, source) if crawl.id != crawl_id]
    left = [crawl.id for crawl in others if not _left_nothing(crawl)]
    since = max([now - MADE_UP_FOR, *(crawl.started_at - WRITTEN for crawl in others if _left_nothing(crawl))])
    articles = select(Page).where(col(Page.crawl_id).in_(left), col(Page.annex_of).is_(None), Page.fetched_at > since)
    return list(session.exec(articles.order_by(col(Page.id).desc()).limit(MOST_MADE_UP_FOR)))


def _left_nothing(crawl: Crawl) -> bool:
    """State the condition that a crawl got responses to all its requests; one that died has no verdict."""
    return crawl.verdict in ("ok", "empty", "changed", "down") and not crawl.counts.get("annexes", {}).get("unanswered")


def bytes_since(session: Session, source: str, since: datetime) -> int:
    """Sum the bytes, unpacked, of the pages that a source brought since a moment."""
    sizes = select(func.coalesce(func.sum(Content.size), 0)).join(Page, col(Page.sha256) == Content.sha256)
    return session.exec(sizes.where(Page.source == source, Page.fetched_at >= since)).one()


def pages_of(session: Session, source: str, key: str) -> list[Page]:
    """Return every page that an address answered with, the one checked last at the end."""
    return list(session.exec(_OF_ADDRESS, params={"source": source, "key": key}))


# Made once: to make a query takes as long as to read some rows.
_OF_ADDRESS = (
    select(Page)
    .where(Page.source == bindparam("source"), Page.key == bindparam("key"))
    .order_by(col(Page.checked_at), col(Page.id))
)


class Copy(NamedTuple):
    """What a document states of one of its pages."""

    sha256: str
    fetched_at: datetime
    gone_since: datetime | None


def copies_of_all(session: Session, documents: Iterable[Document]) -> dict[tuple[str, str], list[Copy]]:
    """Return the same for several documents, by source and key."""
    asked = [(one.source, one.key) for one in documents]
    found: dict[tuple[str, str], list[Copy]] = {place: [] for place in asked}
    fields = columns(*(col(getattr(Page, name)) for name in ("source", "key", *Copy._fields)))
    for start in range(0, len(asked), MOST_PARAMETERS // 2):
        some = tuple_(col(Page.source), col(Page.key)).in_(asked[start : start + MOST_PARAMETERS // 2])
        query = fields.where(some).order_by(col(Page.checked_at), col(Page.id))
        for source, key, *copy in session.connection().execute(query):
            found[source, key].append(Copy(*copy))
    return found


def with_annexes(session: Session, documents: Iterable[Document]) -> Iterator[tuple[Page, Content]]:
    """Every page that the addresses of documents, and of the files that they link, answered with, and its content."""
    asked = sorted({(one.source, one.key) for one in documents})
    place = (col(Page.source), col(Page.key), col(Page.fetched_at), col(Page.sha256))
    wanted = select(Page, Content).join(Content, col(Content.sha256) == Page.sha256).order_by(*place)
    for start in range(0, len(asked), MOST_PARAMETERS // 4):
        some = asked[start : start + MOST_PARAMETERS // 4]
        own = or_(tuple_(col(Page.source), col(Page.key)).in_(some), _annex_of(some))
        yield from session.exec(wanted.where(own).execution_options(yield_per=50))


def _annex_of(articles: list[tuple[str, str]]) -> ColumnElement[bool]:
    return tuple_(col(Page.source), col(Page.annex_of)).in_(articles)


def page_with(session: Session, sha256: str) -> tuple[Page, Content] | None:
    """Return the first page with this content, and the content; None if it is not stored."""
    wanted = select(Page, Content).join(Content, col(Content.sha256) == Page.sha256).where(Page.sha256 == sha256)
    return session.exec(wanted.order_by(col(Page.id)).limit(1)).first()


def every_page(session: Session, source: str | None, since: datetime | None) -> Iterator[tuple[Page, Content]]:
    """Return pages with their contents in order of arrival; if given, only of one source and fetched since a moment."""
    wanted = select(Page, Content).join(Content, col(Content.sha256) == Page.sha256).order_by(col(Page.id))
    if source:
        wanted = wanted.where(Page.source == source)
    if since:
        wanted = wanted.where(Page.fetched_at >= since)
    yield from session.exec(wanted.execution_options(yield_per=50))


def crawled_lists(session: Session, source: str, now: datetime) -> set[str]:
    """Return the lists of the source whose items are news; those of any other list are backfilled.

    A list counts after a complete crawl in which it had rows; or after any crawl a week ago, if the site never allows a
    complete one.
    """
    return {
        list_id
        for crawl in _recent(session, source)
        if crawl.counts.get("whole") or crawl.started_at < now - SETTLED
        for list_id, counts in crawl.counts.get("lists", {}).items()
        if counts.get("rows")
    }


def wants_deep(session: Session, source: str, now: datetime) -> bool:
    """Decide whether to read lists to full depth: the last crawl left something, or none was deep for a week."""
    recent = _recent(session, source)
    if not recent or not recent[0].counts.get("whole") or recent[0].verdict == "lost":
        return True
    if recent[0].counts["articles"].get("unanswered"):
        return True
    deep = (crawl for crawl in recent if crawl.counts.get("deep") and crawl.counts.get("whole"))
    return not any(crawl.started_at > now - DEEP_EVERY for crawl in deep)


def _recent(session: Session, source: str) -> list[Crawl]:
    ended = select(Crawl).where(Crawl.source == source).order_by(col(Crawl.id).desc())
    return list(session.exec(ended.limit(RECENT_CRAWLS)))
