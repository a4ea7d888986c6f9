"""Query the contents of a mail: who reports its announcements, in which words, and earlier figures."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import BindParameter, Select, bindparam
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.models import Announcement, Document, Mention, Page
from db.queries.among import among

if TYPE_CHECKING:
    from db.models import Delivery


class Member(NamedTuple):
    """One document of a story, without its text; `sha256` is that of its newest page's content."""

    story_id: int
    document_id: int
    source: str
    url: str
    title: str | None
    published: datetime | None
    language: str
    sha256: str | None = None


class Said(NamedTuple):
    """What one document says of one initiative."""

    document_id: int
    initiative: str
    act: str
    quote: str


class Told(NamedTuple):
    """What an alert has reported of one announcement, and when."""

    announcement_id: int
    initiative: str
    act: str
    at: datetime


def members(session: Session, story_ids: Iterable[int]) -> list[Member]:
    """Return the documents of the stories, in the order in which they came."""
    rows = session.connection().execute(_MEMBERS, {"stories": [*set(story_ids)]})
    return [Member._make(row) for row in rows]


def said(session: Session, story_ids: Iterable[int], initiatives: Iterable[str]) -> list[Said]:
    """Return what the members of the stories say of the initiatives."""
    asked = {"stories": [*set(story_ids)], "initiatives": [*set(initiatives)]}
    return [Said._make(row) for row in session.connection().execute(_SAID, asked)]


def told_before(session: Session, deliveries: "Sequence[Delivery]") -> dict[tuple[int, int], list[Told]]:
    """Return what the alert of each delivery reported of the same stories before, oldest first, by alert and story."""
    # Who only reads announcements loads no tables of alerts.
    from db.models import Delivery  # noqa: PLC0415

    alerts = {delivery.alert_id for delivery in deliveries}
    asked = {delivery.announcement_id for delivery in deliveries if delivery.announcement_id}
    stories = select(Announcement.story_id).where(col(Announcement.id).in_(asked))
    of_stories = columns(col(Announcement.id), col(Announcement.story_id), col(Announcement.initiative))
    rows = session.connection().execute(of_stories.where(col(Announcement.story_id).in_(stories)))
    known = {id_: (story, initiative) for id_, story, initiative in rows}
    # In two steps, so that both databases look them up by alert and announcement.
    sent = (
        columns(col(Delivery.alert_id), col(Delivery.announcement_id), col(Delivery.act), col(Delivery.sent_at))
        .where(col(Delivery.alert_id).in_(alerts), col(Delivery.announcement_id).in_(known))
        .where(col(Delivery.state) == "sent")
        .order_by(col(Delivery.sent_at), col(Delivery.id))
    )
    found: dict[tuple[int, int], list[Told]] = {}
    for alert, announcement, act, sent_at in session.connection().execute(sent):
        if announcement is not None and sent_at is not None:
            story, initiative = known[announcement]
            found.setdefault((alert, story), []).append(Told(announcement, initiative, act, sent_at))
    return found


# Made once: to make a query takes as long as to read some rows.
_OF_STORIES = among(col(Document.story_id), "stories")
_INITIATIVES: BindParameter[list[str]] = bindparam("initiatives", expanding=True)
_MEMBERS: Select[Any] = (
    columns(Document.story_id, Document.id, Document.source, Document.url, Document.title, Document.published)  # type: ignore[call-overload]
    .add_columns(Document.language, Page.sha256)
    .outerjoin(Page, col(Page.id) == Document.page_id)
    .where(_OF_STORIES)
    .order_by(col(Document.id))
)
_SAID: Select[Any] = (
    columns(Mention.document_id, Mention.initiative, Mention.act, Mention.quote)  # type: ignore[call-overload]
    .join(Document, col(Document.id) == Mention.document_id)
    .where(_OF_STORIES, col(Mention.initiative).in_(_INITIATIVES))
    .order_by(col(Mention.document_id), col(Mention.id))
)
