"""Query what forming stories needs of documents: keys, links, positions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import BindParameter, Select, TextClause, bindparam, text
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.beijing import beijing_day
from db.models import Announcement, BlockingKey, Document, Mention, Story, StoryLink
from db.queries.built_once import run, table_of

FINGERPRINTS = "fingerprints"
"""Where a session holds those that it fetched."""
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


class Compared(NamedTuple):
    """What a document's links are found by: how it became known, its fingerprints, and the keys of its items so far."""

    id: int
    cause: str
    fingerprints: bytes | None
    keys: set[tuple[int, str]]


_DOCUMENT, _KEY, _LINK = table_of(Document), table_of(BlockingKey), table_of(StoryLink)
_PLACE = tuple(
    _DOCUMENT.c[name]
    for name in ("id", "source", "key", "published", "precision", "items", "story_id", "grouped_by", "cause")
)
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_BY_ID = columns(*_PLACE).where(_DOCUMENT.c.id.in_(_IDS))
_BY_STORY = columns(*_PLACE).where(_DOCUMENT.c.story_id.in_(_IDS))
_FINGERPRINTS = columns(_DOCUMENT.c.id, _DOCUMENT.c.fingerprints).where(_DOCUMENT.c.id.in_(_IDS))
_COMPARED = (
    columns(_DOCUMENT.c.id, _DOCUMENT.c.cause, _DOCUMENT.c.fingerprints)
    .where(_DOCUMENT.c.id.in_(_IDS))
    .order_by(_DOCUMENT.c.id)
)
_KEYS = columns(_KEY.c.document_id, _KEY.c.item, _KEY.c.key).where(_KEY.c.document_id.in_(_IDS))
_LINKS = columns(_LINK.c.document_id, _LINK.c.item, _LINK.c.other_id, _LINK.c.other_item).where(
    _LINK.c.document_id.in_(_IDS)
)
_WAITING = _DOCUMENT.c.grouped_by.in_(bindparam("states", expanding=True))
_FIRST = columns(_DOCUMENT.c.id).where(_WAITING).order_by(_DOCUMENT.c.id).limit(1)
_FIRST_OF_ONE = _FIRST.where(_DOCUMENT.c["items"] <= 1)


def waiting(session: Session, states: Iterable[str], most: int | None = None) -> list[Place]:
    """Return documents that wait in one of the states, oldest first, up to a limit."""
    wanted = columns(*_PLACE).where(_WAITING).order_by(_DOCUMENT.c.id).limit(most)
    return [_place(*row) for row in run(session, wanted, states=list(states))]


def next_waiting(session: Session, states: Iterable[str], *, one: bool) -> int | None:
    """Return the oldest document that waits in one of the states; only of `one` item or none, or any."""
    found: int | None = run(session, _FIRST_OF_ONE if one else _FIRST, states=list(states)).scalar()
    return found


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
    return {place.id: place for place in _places(session, _BY_ID, ids)}


def places_in(session: Session, story_ids: Iterable[int]) -> dict[int, Place]:
    """Return the positions of the documents of these stories, by id."""
    return {place.id: place for place in _places(session, _BY_STORY, story_ids)}


def fingerprints(session: Session, ids: Iterable[int]) -> dict[int, bytes]:
    """Return the stored fingerprints of documents, by id; documents without any are left out.

    Those of a document are fetched once in a transaction, in which its caller took the turn of stories, so that no one
    else changes them: documents that are linked together have most of their candidates in common.
    """
    known: dict[int, bytes | None] = session.info.setdefault(FINGERPRINTS, {})
    asked = list(dict.fromkeys(ids))
    for some in portions(id_ for id_ in asked if id_ not in known):
        known.update(dict.fromkeys(some))
        known.update(tuple(row) for row in run(session, _FINGERPRINTS, ids=some))
    return {id_: kept for id_ in asked if (kept := known[id_]) is not None}


def compared(session: Session, ids: Iterable[int]) -> list[Compared]:
    """Return what these documents' links are found by, the oldest first."""
    asked = sorted(ids)
    keys: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for (id_, item), borne in keys_of(session, asked).items():
        keys[id_].update((item, key) for key in borne)
    rows = (row for some in portions(asked) for row in run(session, _COMPARED, ids=some))
    return [Compared(id_, cause, kept, keys[id_]) for id_, cause, kept in rows]


def keys_of(session: Session, ids: Iterable[int]) -> dict[Item, set[str]]:
    """Return the blocking keys of the items of documents."""
    found: dict[Item, set[str]] = defaultdict(set)
    for some in portions(ids):
        for id_, item, key in run(session, _KEYS, ids=some):
            found[id_, item].add(key)
    return found


def bearers(session: Session, keys: Iterable[str], most: int) -> dict[str, list[Item]]:
    """Return the items that have each key; of a key that more than `most` have, none."""
    found: dict[str, list[Item]] = {key: [] for key in keys}
    for some in portions(found):
        asked = {f"key_{number}": key for number, key in enumerate(some)}
        for key, id_, item in run(session, _bearers_of(len(some)), **asked, most=most):
            found[key].append((id_, item))
    return found


@lru_cache
def _bearers_of(keys: int) -> TextClause:
    """Return the query for so many keys; as expressions, it would take longer to build than to answer.

    To pass the rows of a key that too many have takes the index a tenth of the time that it takes to return them.
    """
    too_many = "SELECT 1 FROM blockingkey WHERE key = :key_{0} LIMIT 1 OFFSET :most"
    of_key = f"SELECT key, document_id, item FROM blockingkey WHERE key = :key_{{0}} AND NOT EXISTS ({too_many})"  # noqa: S608
    return text(" UNION ALL ".join(of_key.format(n) for n in range(keys)))


def links(session: Session, ids: Iterable[int]) -> Iterator[tuple[Item, Item]]:
    """Return the links of documents: an item of one of them, and an item of another document."""
    for some in portions(ids):
        for id_, item, other, other_item in run(session, _LINKS, ids=some):
            yield (id_, item), (other, other_item)


def left_by(session: Session, documents: Iterable[Place]) -> dict[int, int]:
    """Return the stories that were merged and whose announcements quoted one of these documents, by document.

    Of several stories of a document, that of the oldest announcement.
    """
    quoted = {(place.source, place.key): place.id for place in documents}
    named = select(Mention.initiative).where(col(Mention.document_id).in_(quoted.values()))
    merged = (col(Announcement.withdrawn).is_(True), col(Announcement.merged_into).is_not(None))
    wanted = (
        select(Announcement.story_id, Announcement.cited_source, Announcement.cited_key)
        .join(Story, col(Story.id) == Announcement.story_id)
        .where(col(Announcement.initiative).in_(named), col(Announcement.cited_key).in_(key for _, key in quoted))
        .where(*merged, col(Story.merged_into).is_not(None))
        .order_by(col(Announcement.id).desc())
    )
    return {quoted[source, key]: story for story, source, key in session.exec(wanted) if (source, key) in quoted}


def _places(session: Session, wanted: Select[Any], ids: Iterable[int]) -> Iterator[Place]:
    return (_place(*row) for some in portions(ids) for row in run(session, wanted, ids=some))


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
