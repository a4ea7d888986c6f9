"""Query what forming stories needs of documents: keys, links, positions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple, TypeVar

from sqlalchemy import TextClause, text
from sqlalchemy import select as columns
from sqlmodel import Session, col

from db.beijing import beijing_day
from db.models import BlockingKey, Document, StoryLink

# Databases take only so many values in one query; SQLite takes 500 selects in a union.
MOST_ASKED = 400

T = TypeVar("T")

# An item of a document: the document's id, and the index of the item, from 0.
Item = tuple[int, int]


class Place(NamedTuple):
    """The position of a document among stories, without its text; `day` is that of publication in Beijing."""

    id: int
    source: str
    key: str
    day: date | None
    items: int
    story_id: int | None
    grouped_by: str
    cause: str


_PLACE = (
    Document.id,
    Document.source,
    Document.key,
    Document.published,
    Document.precision,
    Document.items,
    Document.story_id,
    Document.grouped_by,
    Document.cause,
)


def waiting(session: Session, states: Iterable[str], most: int | None = None) -> list[Place]:
    """Return documents that wait in one of the states, oldest first, up to a limit."""
    wanted = columns(*_PLACE).where(col(Document.grouped_by).in_(list(states)))  # type: ignore[call-overload]
    return [_place(*row) for row in session.execute(wanted.order_by(col(Document.id)).limit(most))]


def next_waiting(session: Session, states: Iterable[str], *, one: bool) -> int | None:
    """Return the oldest document that waits in one of the states; only of `one` item or none, or any."""
    wanted = columns(col(Document.id)).where(col(Document.grouped_by).in_(list(states)))
    if one:
        wanted = wanted.where(col(Document.items) <= 1)
    return session.execute(wanted.order_by(col(Document.id)).limit(1)).scalar()


def stamped_otherwise(session: Session, source: str, stamps: Iterable[str]) -> list[int]:
    """Return documents of a source whose story was formed under a different stamp."""
    wanted = columns(col(Document.id)).where(
        col(Document.source) == source, col(Document.grouped_by).not_in(list(stamps))
    )
    return [id_ for (id_,) in session.execute(wanted)]


def sources(session: Session) -> list[str]:
    """Return the sources that have documents."""
    return list(session.execute(columns(col(Document.source)).distinct()).scalars())


def places(session: Session, ids: Iterable[int]) -> dict[int, Place]:
    """Return the positions of these documents, by id."""
    return {place.id: place for some in portions(ids) for place in _places(session, col(Document.id).in_(some))}


def places_in(session: Session, story_ids: Iterable[int]) -> dict[int, Place]:
    """Return the positions of the documents of these stories, by id."""
    found = (place for some in portions(story_ids) for place in _places(session, col(Document.story_id).in_(some)))
    return {place.id: place for place in found}


def fingerprints(session: Session, ids: Iterable[int]) -> dict[int, bytes]:
    """Return the stored fingerprints of documents, by id; documents without any are left out."""
    found: dict[int, bytes] = {}
    for some in portions(ids):
        wanted = columns(col(Document.id), col(Document.fingerprints)).where(col(Document.id).in_(some))
        found |= {id_: kept for id_, kept in session.execute(wanted) if kept is not None}
    return found


def keys_of(session: Session, ids: Iterable[int]) -> dict[Item, set[str]]:
    """Return the blocking keys of the items of documents."""
    found: dict[Item, set[str]] = defaultdict(set)
    for some in portions(ids):
        wanted = columns(col(BlockingKey.document_id), col(BlockingKey.item), col(BlockingKey.key))
        for id_, item, key in session.execute(wanted.where(col(BlockingKey.document_id).in_(some))):
            found[id_, item].add(key)
    return found


def bearers(session: Session, keys: Iterable[str], most: int) -> dict[str, list[Item]]:
    """Return the items that have each key; at most `most` of them."""
    found: dict[str, list[Item]] = {key: [] for key in keys}
    for some in portions(found):
        asked = {f"key_{number}": key for number, key in enumerate(some)}
        for key, id_, item in session.execute(_bearers_of(len(some)), asked | {"most": most}):
            found[key].append((id_, item))
    return found


@lru_cache
def _bearers_of(keys: int) -> TextClause:
    """Return the query for so many keys; as expressions, it would take longer to build than to answer."""
    of_key = "SELECT key, document_id, item FROM blockingkey WHERE key = :key_{0} LIMIT :most"
    return text(" UNION ALL ".join(f"SELECT * FROM ({of_key.format(n)}) AS of_{n}" for n in range(keys)))  # noqa: S608


def links(session: Session, ids: Iterable[int]) -> Iterator[tuple[Item, Item]]:
    """Return the links of documents: an item of one of them, and an item of another document."""
    link = StoryLink
    wanted = columns(col(link.document_id), col(link.item), col(link.other_id), col(link.other_item))
    for some in portions(ids):
        for id_, item, other, other_item in session.execute(wanted.where(col(link.document_id).in_(some))):
            yield (id_, item), (other, other_item)


def _places(session: Session, which: object) -> Iterator[Place]:
    for row in session.execute(columns(*_PLACE).where(which)):  # type: ignore[call-overload]
        yield _place(*row)


def _place(
    id_: int,
    source: str,
    key: str,
    published: datetime | None,
    precision: str | None,
    items: int,
    story_id: int | None,
    grouped_by: str,
    cause: str,
) -> Place:
    day = None if precision in ("month", "year") else beijing_day(published)
    return Place(id_, source, key, day, items, story_id, grouped_by, cause)


def portions(values: Iterable[T]) -> Iterator[list[T]]:
    """Yield the values, each once, in portions that a database takes in one query."""
    once = list(dict.fromkeys(values))
    return (once[at : at + MOST_ASKED] for at in range(0, len(once), MOST_ASKED))
