"""Link stored documents, each with those that share a key with it, in whatever order they came."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import combinations

from sqlmodel import Session

from db.queries import stories as queries
from db.queries.stories import Compared, Place
from db.store import stories as store
from tracker.stories import LINKED, NEIGHBOUR, READ
from tracker.stories.blocking import blocking_keys
from tracker.stories.causes import most_urgent
from tracker.stories.fingerprint import Fingerprint, load
from tracker.stories.links import MOST_BEARERS, MOST_ITEMS, Item, linked

# A key that more bear has too many before and after a document, which adds or removes as many as it has items.
ASKED = MOST_BEARERS + MOST_ITEMS

Pair = tuple[Item, Item]


@lru_cache(maxsize=8192)
def _load(kept: bytes) -> tuple[Fingerprint, ...]:
    return load(kept)


def fingerprints_of(session: Session, ids: Iterable[int]) -> dict[int, tuple[Fingerprint, ...]]:
    """Return the fingerprints of documents by id."""
    return {id_: _load(kept) for id_, kept in queries.fingerprints(session, ids).items()}


def link(session: Session, document: Compared) -> None:
    """Find the links of a document that was read, in a write transaction that took the turn of stories.

    What its keys mean for others is updated as well: a key that too many bear now links nothing, and one that too many
    bore before links again. Every document whose story may be another now waits for it.
    """
    id_ = document.id
    items = _load(document.fingerprints) if document.fingerprints else ()
    old = document.keys
    new = {(at, key) for at, item in enumerate(items) for key in blocking_keys(item)}
    before = set(queries.links(session, [id_]))
    store.keep_keys(session, id_, new - old, old - new)
    bearers = queries.bearers(session, {key for _, key in old | new}, ASKED)
    now = _links(session, id_, items, new, bearers)
    store.drop_links(session, before - now)
    store.add_links(session, now - before)
    touched = {other for _, (other, _) in before | now}
    bore = Counter(key for _, key in old)
    for key, borne in bearers.items():
        others = [item for item in borne if item[0] != id_]
        was = len(others) + bore[key]
        if was <= MOST_BEARERS < len(borne):
            touched |= _part(session, others)
        elif len(borne) <= MOST_BEARERS < was:
            touched |= _join(session, others)
    waiting = defaultdict[str, list[int]](list)
    for other in _with_round_ups_round(session, {id_, *touched}):
        if other.id != id_:
            causes = {document.cause, *([other.cause] if other.grouped_by == NEIGHBOUR else ())}
            waiting[most_urgent(causes)].append(other.id)
    for cause, ids in waiting.items():
        store.wait_again(session, ids, NEIGHBOUR, besides=(READ, LINKED), cause=cause)


def _links(
    session: Session,
    id_: int,
    items: tuple[Fingerprint, ...],
    keys: Iterable[tuple[int, str]],
    bearers: Mapping[str, Collection[Item]],
) -> set[Pair]:
    """Return the links that a document has now."""
    asked: dict[int, set[Item]] = {}
    for at, key in keys:
        if len(bearers[key]) <= MOST_BEARERS:
            asked.setdefault(at, set()).update(item for item in bearers[key] if item[0] != id_)
    known = fingerprints_of(session, {other for found in asked.values() for other, _ in found})
    there = {at: {item for item in found if item[1] < len(known.get(item[0], ()))} for at, found in asked.items()}
    return {((id_, at), item) for at, found in there.items() for item in linked(items[at], found, known)}


def _part(session: Session, bearers: Collection[Item]) -> set[int]:
    """Remove the links that rested only on a key that too many bear by now; return the documents that had them."""
    bearing, ids = set(bearers), {id_ for id_, _ in bearers}
    pairs = {(one, other) for one, other in queries.links(session, ids) if one < other and {one, other} <= bearing}
    keys = queries.keys_of(session, {id_ for pair in pairs for id_, _ in pair})
    common = {pair: keys[pair[0]] & keys[pair[1]] for pair in pairs}
    borne = queries.bearers(session, set().union(*common.values()), MOST_BEARERS)
    loose = {pair for pair, shared in common.items() if not any(borne[key] for key in shared)}
    store.drop_links(session, loose)
    return {id_ for pair in loose for id_, _ in pair}


def _join(session: Session, bearers: Collection[Item]) -> set[int]:
    """Compare the bearers of a key that too many bore until now; return the documents that are linked by it."""
    known = fingerprints_of(session, {id_ for id_, _ in bearers})
    there = {(one, other) for one, other in queries.links(session, known) if one < other}
    bearing = sorted((id_, at) for id_, at in bearers if at < len(known.get(id_, ())))
    asked = (pair for pair in combinations(bearing, 2) if pair[0][0] != pair[1][0] and pair not in there)
    found = [pair for pair in asked if linked(known[pair[0][0]][pair[0][1]], [pair[1]], known)]
    store.add_links(session, found)
    return {id_ for pair in found for id_, _ in pair}


def _with_round_ups_round(session: Session, ids: Iterable[int]) -> list[Place]:
    """Return the positions of documents, and of round-ups linked to round-ups among them.

    Whether those stand alone may have changed.
    """
    places = queries.places(session, ids)
    round_ups = [id_ for id_, place in places.items() if place.items > 1]
    others = {other for _, (other, _) in queries.links(session, round_ups)} - places.keys()
    return [*places.values(), *(one for one in queries.places(session, others).values() if one.items > 1)]
