"""Query single announcements: what surrounds them in their initiative and in their story."""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, tuple_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.models import PLACE, Announcement, Document, Mention, Page
from db.queries.among import among
from db.queries.announced import Announced
from db.queries.built_once import run, table_of
from db.queries.ordered import NEWEST_FIRST, OLDEST_FIRST


def neighbours(session: Session, announcement: Announcement) -> tuple[int | None, int | None]:
    """Return the numbers of the initiative's announcements before and after one, by their order."""
    if announcement.timeline_day is None:
        return None, None
    here = {name: getattr(announcement, name) for name in ("initiative", *PLACE)}
    connection = session.connection()
    return connection.execute(_BEFORE, here).scalar(), connection.execute(_AFTER, here).scalar()


def of_story(session: Session, story_id: int) -> list[Announcement]:
    """Return the announcements of a story."""
    return list(session.exec(_OF_STORY, params={"story": story_id}))


def mention_in(session: Session, document_id: int, initiative: str) -> Mention | None:
    """Return what a document says of an initiative."""
    return session.exec(_MENTION, params={"document": document_id, "initiative": initiative}).one_or_none()


def member_counts(session: Session, announcements: Sequence[Announcement | Announced]) -> dict[tuple[int, str], int]:
    """Count how many documents of the announcements' stories mention each initiative, by story and initiative."""
    rows = session.connection().execute(_MEMBERS, {"stories": [one.story_id for one in announcements]}).all()
    return {(row[0] or 0, row[1]): row[2] for row in rows}


def digests(session: Session, documents: Sequence[int]) -> dict[int, str]:
    """Return the SHA-256 of the page from which each document was read."""
    return {row.id: row.sha256 for row in run(session, _DIGESTS, ids=list(documents))}


def stored_as(session: Session, sha256: str) -> tuple[Page, Document | None] | None:
    """Return the first page with this content, and the document that is now read from it, if any."""
    wanted = (
        select(Page, Document)
        .outerjoin(Document, col(Document.page_id) == Page.id)
        .where(Page.sha256 == sha256)
        .order_by(col(Document.id).is_(None), col(Page.id))
    )
    return session.exec(wanted.limit(1)).first()


# Queries are made once: to make one takes as long as to read some rows.
_DOCUMENT, _PAGE = table_of(Document), table_of(Page)
_DIGESTS = (
    columns(_DOCUMENT.c.id, _PAGE.c.sha256)
    .join(_PAGE, _PAGE.c.id == _DOCUMENT.c.page_id)
    .where(among(_DOCUMENT.c.id, "ids"))
)
_ID = col(Announcement.id)
_MINE = columns(_ID).where(
    col(Announcement.initiative) == bindparam("initiative"), col(Announcement.withdrawn).is_(False)
)
# Compared as tuples, which is where an index is entered; "or" has it read from its beginning.
_PLACE = tuple_(*(col(getattr(Announcement, name)) for name in PLACE))
_HERE = tuple_(*(bindparam(name, type_=getattr(Announcement, name).type) for name in PLACE))
_BEFORE = _MINE.where(_PLACE < _HERE).order_by(*NEWEST_FIRST).limit(1)
_AFTER = _MINE.where(_PLACE > _HERE).order_by(*OLDEST_FIRST).limit(1)
_OF_STORY = (
    select(Announcement)
    .where(Announcement.story_id == bindparam("story"), col(Announcement.withdrawn).is_(False))
    .order_by(_ID)
)
_MENTION = select(Mention).where(
    Mention.document_id == bindparam("document"), Mention.initiative == bindparam("initiative")
)
_MEMBERS = (
    columns(col(Document.story_id), col(Mention.initiative), func.count())
    .join(Mention, col(Mention.document_id) == Document.id)
    .where(among(col(Document.story_id), "stories"))
    .group_by(col(Document.story_id), col(Mention.initiative))
)
