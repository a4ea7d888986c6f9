"""Query documents, mentions and announcements for reading."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, bindparam, func
from sqlalchemy import select as columns
from sqlmodel import Session, and_, col, or_, select

from db.beijing import BEIJING
from db.models import Announcement, Content, Document, Mention, Page
from db.queries.built_once import run, table_of
from db.queries.stories import portions


class Reading(NamedTuple):
    """A page to read, with the pages of its annexes, and the stamp of its document's last reader ("" if there was
    none).
    """

    page_id: int
    source: str
    key: str
    read_by: str
    annexes: tuple[int, ...]


class ReadFrom(NamedTuple):
    """The page that a document was read from, the stamps of its reader and tagger, and what they could not do."""

    page_id: int | None
    read_by: str
    tagged_by: str
    problem: str | None


AT_ONCE = 1000
"""So many rows of a long answer are in memory."""
# Asked for every page that is read: built once.
_PAGE_AND_CONTENT = select(Page, Content).where(Page.id == bindparam("page"), Page.sha256 == Content.sha256)
_DOCUMENT_OF = select(Document).where(Document.source == bindparam("of_source"), Document.key == bindparam("of_key"))
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
# New announcements are numbered in this order, so that the same pages give the same numbers.
_MEMBERS = (
    select(Document, Mention)
    .join(Mention, col(Mention.document_id) == Document.id)
    .where(col(Document.story_id).in_(_IDS))
    .order_by(col(Document.story_id), col(Document.id), col(Mention.id))
)
_ANNOUNCEMENTS_OF = select(Announcement).where(col(Announcement.story_id).in_(_IDS))

_STORED = table_of(Document)
_READ_FROM = columns(_STORED.c.page_id, _STORED.c.read_by, _STORED.c.tagged_by, _STORED.c.problem).where(
    _STORED.c.source == bindparam("of_source"), _STORED.c.key == bindparam("of_key")
)


def newest_pages(session: Session) -> Iterator[Reading]:
    """Return every article's newest page with those of its annexes; `read_by` is "" if no document was read from that
    page.
    """
    rank = func.row_number().over(
        partition_by=(col(Page.source), col(Page.key)),
        order_by=(col(Page.checked_at).desc(), col(Page.sha256).desc()),
    )
    ranked = select(Page.id, rank.label("rank")).subquery()
    newest = and_(ranked.c.id == Page.id, ranked.c.rank == 1)
    annexes = defaultdict[tuple[str, str | None], list[int]](list)
    files = select(Page.id, Page.source, Page.annex_of).join(ranked, newest).where(col(Page.annex_of).is_not(None))
    for id_, source, article in session.exec(files.order_by(col(Page.id))):
        annexes[source, article].append(id_ or 0)
    pages = (
        select(Page.id, Page.source, Page.key, func.coalesce(Document.read_by, ""))
        .join(ranked, newest)
        .outerjoin(Document, col(Document.page_id) == Page.id)
        .where(col(Page.annex_of).is_(None))
        .order_by(col(Page.id))
    )
    # Of a large archive, few are wanted: not all are to be in memory at once.
    for id_, source, key, read_by in session.exec(pages, execution_options={"yield_per": AT_ONCE}):
        yield Reading(id_ or 0, source, key, read_by, tuple(annexes.get((source, key), ())))


def untagged(session: Session, version: str) -> list[tuple[int, str, str]]:
    """Return id, source and key of the documents that another version of the rules tagged, oldest first."""
    wanted = select(Document.id, Document.source, Document.key).where(Document.tagged_by != version)
    return [(id_ or 0, source, key) for id_, source, key in session.exec(wanted.order_by(col(Document.id)))]


def page_and_content(session: Session, page_id: int) -> tuple[Page, Content]:
    """Return a page with the row of its content."""
    return session.exec(_PAGE_AND_CONTENT, params={"page": page_id}).one()


def document_of(session: Session, source: str, key: str) -> Document | None:
    """Return the document of a source and key."""
    return session.exec(_DOCUMENT_OF, params={"of_source": source, "of_key": key}).one_or_none()


def read_from(session: Session, source: str, key: str) -> ReadFrom | None:
    """Return from what the document of a source and key was read, and by whom, without its text."""
    row = run(session, _READ_FROM, of_source=source, of_key=key).one_or_none()
    return ReadFrom(*row) if row else None


def mentions_of(session: Session, document_id: int) -> list[Mention]:
    """Return the document's mentions, in the order of its text."""
    wanted = select(Mention).where(Mention.document_id == document_id)
    return list(session.exec(wanted.order_by(col(Mention.start), col(Mention.id))))


def mentions_of_all(session: Session, document_ids: Iterable[int]) -> list[Mention]:
    """Return the mentions of documents, in the order of their numbers and then of their texts."""
    place = (col(Mention.document_id), col(Mention.start), col(Mention.id))
    found: list[Mention] = []
    for some in portions(sorted(document_ids)):
        found += session.exec(select(Mention).where(col(Mention.document_id).in_(some)).order_by(*place))
    return found


def members(session: Session, story_ids: Iterable[int]) -> Iterator[tuple[Document, Mention]]:
    """Return all mentions of the documents of stories, each with its document, in the order in which they came."""
    for some in portions(story_ids):
        yield from session.exec(_MEMBERS, params={"ids": some})


def documents_with_mentions(session: Session) -> Iterator[tuple[Document, list[Mention]]]:
    """Return every document with its mentions."""
    mentions = defaultdict[int | None, list[Mention]](list)
    for mention in session.exec(select(Mention).order_by(col(Mention.start), col(Mention.id))):
        mentions[mention.document_id].append(mention)
    for document in session.exec(select(Document).order_by(col(Document.id)).execution_options(yield_per=200)):
        yield document, mentions[document.id]


def documents_that_mention(session: Session) -> Iterator[Document]:
    """Return every document with a mention, one after another."""
    with_mention = select(Mention.document_id).distinct()
    wanted = select(Document).where(col(Document.id).in_(with_mention)).order_by(col(Document.id))
    yield from session.exec(wanted.execution_options(yield_per=200))


def announcements_of(session: Session, story_ids: Iterable[int]) -> dict[tuple[int, str], Announcement]:
    """Return the announcements of stories by story and initiative, including withdrawn ones."""
    found: dict[tuple[int, str], Announcement] = {}
    for some in portions(story_ids):
        for row in session.exec(_ANNOUNCEMENTS_OF, params={"ids": some}):
            found[row.story_id, row.initiative] = row
    return found


def corrections_by_initiative(session: Session, document: Document) -> dict[str, list[dict[str, Any]]]:
    """Return what people corrected in the announcements of a document's story, by initiative."""
    known = announcements_of(session, [document.story_id] if document.story_id else [])
    return {one.initiative: one.corrected for one in known.values() if one.corrected}


def find_documents(session: Session, url: str) -> list[Document]:
    """Return the documents at an address, with or without its scheme and a place in the page (`#more`)."""
    bare = url.split("://", 1)[-1]
    forms = [
        Document.url == f"{scheme}://{one}" for scheme in ("https", "http") for one in {bare, bare.partition("#")[0]}
    ]
    found = session.exec(select(Document).where(or_(*forms, Document.url == url)))
    return sorted(found, key=lambda document: not document.url.endswith(bare))


def numbers_and_texts(session: Session) -> Iterator[tuple[str | None, str]]:
    """Return every document's own number and its text, to find the numbers that it cites."""
    yield from session.exec(select(Document.number, Document.text).execution_options(yield_per=200))


def texts(session: Session) -> Iterator[str]:
    """Return the text of every document."""
    yield from session.exec(select(Document.text).execution_options(yield_per=200))


def by_language(session: Session) -> dict[str, int]:
    """Count the documents of each language."""
    return dict(session.exec(select(Document.language, func.count()).group_by(Document.language)).all())


class Published(NamedTuple):
    """A document of a known day, with its text."""

    source: str
    url: str
    title: str | None
    published: datetime | None
    text: str


def published_between(
    session: Session, since: date | None, until: date, *, until_included: bool = True
) -> Iterator[Published]:
    """Yield the documents published from Beijing's day `since` (None: from the beginning) to `until`, oldest first."""
    end = until + timedelta(days=1) if until_included else until
    wanted = columns(*(getattr(Document, name) for name in Published._fields))
    wanted = wanted.where(col(Document.published) < _midnight(end))
    if since:
        wanted = wanted.where(col(Document.published) >= _midnight(since))
    wanted = wanted.order_by(col(Document.published), col(Document.id))
    yield from (Published._make(row) for row in session.execute(wanted.execution_options(yield_per=200)))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=BEIJING)


def _count(session: Session, model: type[Document] | type[Page] | type[Announcement]) -> int:
    return session.exec(select(func.count()).select_from(model)).one()


def totals(session: Session) -> Mapping[str, int]:
    """Count pages, documents and announcements."""
    models: dict[str, type[Document] | type[Page] | type[Announcement]] = {
        "pages": Page,
        "documents": Document,
        "announcements": Announcement,
    }
    return {name: _count(session, model) for name, model in models.items()}
