"""Write how documents are connected: blocking keys, links, stories."""

from collections.abc import Iterable

from sqlalchemy import bindparam, delete, insert, update
from sqlalchemy.orm.util import identity_key
from sqlmodel import Session, col

from db.models import BlockingKey, Document, Story, StoryLink
from db.queries.built_once import run, table_of
from db.queries.stories import FINGERPRINTS, Item, portions

Pair = tuple[Item, Item]

# Asked for every document that is read.
_DOCUMENT = table_of(Document)
_OF_THESE = update(_DOCUMENT).where(_DOCUMENT.c.id.in_(bindparam("ids", expanding=True)))
_SET_STATE = _OF_THESE.values(grouped_by=bindparam("state"))
_WAIT = _OF_THESE.where(_DOCUMENT.c.grouped_by.not_in(bindparam("besides", expanding=True))).values(
    grouped_by=bindparam("state"), cause=bindparam("for_cause")
)


def keep_fingerprints(session: Session, document: Document, fingerprints: bytes | None, items: int, cause: str) -> None:
    """Store what a saved document is compared by, and let it wait for its links and its story."""
    document.fingerprints, document.items = fingerprints, items
    document.grouped_by, document.cause = "", cause
    session.info.get(FINGERPRINTS, {}).pop(document.id, None)
    session.add(document)


def keep_keys(session: Session, document_id: int, new: set[tuple[int, str]], gone: set[tuple[int, str]]) -> None:
    """Add and remove blocking keys of a document's items."""
    for item, key in gone:
        mine = (col(BlockingKey.document_id) == document_id, col(BlockingKey.item) == item)
        session.execute(delete(BlockingKey).where(*mine, col(BlockingKey.key) == key))
    if new:
        rows = [{"document_id": document_id, "item": item, "key": key} for item, key in sorted(new)]
        session.execute(insert(BlockingKey), rows)


def add_links(session: Session, pairs: Iterable[Pair]) -> None:
    """Record that the items of pairs report the same thing, each pair in both directions."""
    rows = [
        {"document_id": one, "item": item, "other_id": other, "other_item": other_item}
        for pair in pairs
        for (one, item), (other, other_item) in (pair, pair[::-1])
    ]
    if rows:
        session.execute(insert(StoryLink), rows)


def drop_links(session: Session, pairs: Iterable[Pair]) -> None:
    """Remove links, each in both directions."""
    link = StoryLink
    for pair in pairs:
        for (one, item), (other, other_item) in (pair, pair[::-1]):
            mine = (col(link.document_id) == one, col(link.item) == item)
            theirs = (col(link.other_id) == other, col(link.other_item) == other_item)
            session.execute(delete(link).where(*mine, *theirs))


def set_state(session: Session, document_ids: Iterable[int], state: str) -> None:
    """Record how far the stories of documents are found."""
    for some in portions(document_ids):
        run(session, _SET_STATE, ids=some, state=state)
        _forget(session, some, "grouped_by")


def wait_again(
    session: Session, document_ids: Iterable[int], state: str, *, besides: Iterable[str], cause: str
) -> None:
    """Let documents wait in a state, for a `cause`, except for those that wait in one of the others."""
    for some in portions(document_ids):
        run(session, _WAIT, ids=some, besides=list(besides), state=state, for_cause=cause)
        _forget(session, some, "grouped_by", "cause")


def _forget(session: Session, document_ids: Iterable[int], *names: str) -> None:
    """Let the session's documents read again, when next asked for, what was changed in the table."""
    for id_ in document_ids:
        if known := session.identity_map.get(identity_key(Document, id_)):
            session.expire(known, names)


def put_in_story(session: Session, document_ids: Iterable[int], story_id: int) -> None:
    """Assign documents to a story."""
    for some in portions(document_ids):
        session.execute(update(Document).where(col(Document.id).in_(some)).values(story_id=story_id))


def new_story(session: Session) -> int:
    """Create a story; return its id."""
    story = Story()
    session.add(story)
    session.flush()
    if story.id is None:
        raise RuntimeError("the database gave a new story no id")
    return story.id


def revive_story(session: Session, story_id: int) -> int:
    """Let a story that pointed at another one have documents again; return its id."""
    session.execute(update(Story).where(col(Story.id) == story_id).values(merged_into=None))
    return story_id


def merge_story(session: Session, story_id: int, into: int) -> None:
    """Let a story whose documents are now in another one point at that one, and move its other documents there."""
    session.execute(update(Document).where(col(Document.story_id) == story_id).values(story_id=into))
    session.execute(update(Story).where(col(Story.id) == story_id).values(merged_into=into))
