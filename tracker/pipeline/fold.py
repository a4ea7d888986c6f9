"""Form stories and announcements from what was read: first every link, then one neighbourhood after the other."""

from collections.abc import Collection, Mapping
from functools import partial

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from config import Config
from db.engine import reading, transact
from db.models import Document, now
from db.queries import stories as queries
from db.store import stories as store
from db.store.documents import save_mentions
from db.store.turns import STORIES, take_turn
from tracker.pipeline.detect import Regrouped, detect
from tracker.pipeline.stale import formed_otherwise, story_stamp
from tracker.stories import LINKED, NEIGHBOUR, READ, WAITS
from tracker.stories.causes import most_urgent
from tracker.stories.lineage import inherit
from tracker.stories.region import Region, region_of
from tracker.stories.stored import link
from tracker.text.normalize import storable

OF_DATABASE = (SQLAlchemyError, OSError)
# The number of documents that are linked in one transaction, for whose end other writers wait.
AT_ONCE = 20


def fold(engine: Engine, config: Config) -> int:
    """Find the stories of all that was read, and announce them; return how many announcements are new or stronger.

    It may be interrupted anywhere, and several may run at once: what is left is done by the next.
    """
    _restamp(engine, config)
    while _link_some(engine):
        pass
    new = 0
    for patient in (True, False):
        while start := _next(engine, one=patient):
            try:
                new += transact(engine, partial(_place, config=config, start=start, patient=patient))
            except OF_DATABASE:
                raise
            except Exception as error:  # one odd document must not keep all others from their stories
                transact(engine, partial(_leave_out, id_=start, error=error))
    return new


def _restamp(engine: Engine, config: Config) -> None:
    """Let documents wait for their stories if the tier of their source has changed since they were formed."""
    stale = formed_otherwise(engine, config)
    if stale:
        transact(engine, partial(store.wait_again, document_ids=stale, state=NEIGHBOUR, besides=WAITS, cause="rule"))


def _link_some(engine: Engine) -> bool:
    """Link the next documents; return whether there were any."""
    try:
        return transact(engine, partial(_link_next, apart=False))
    except OF_DATABASE:
        raise
    except Exception:  # one of them is odd; a savepoint for each takes a fifth of the time of linking it
        return transact(engine, partial(_link_next, apart=True))


def _link_next(session: Session, *, apart: bool) -> bool:
    """Link the next documents; `apart`, one at which the comparison fails does not keep the others from their links."""
    take_turn(session, STORIES)
    waiting = [place.id for place in queries.waiting(session, [READ], AT_ONCE)]
    for document in queries.compared(session, waiting):
        if not apart:
            link(session, document)
            continue
        try:
            with session.begin_nested():
                link(session, document)
        except OF_DATABASE:
            raise
        except Exception as error:
            _leave_out(session, id_=document.id, error=error)
    store.set_state(session, waiting, LINKED)
    return bool(waiting)


def _leave_out(session: Session, *, id_: int, error: Exception) -> None:
    """Record that a document cannot be compared with others; it announces nothing until the rules change."""
    take_turn(session, STORIES)
    document = session.get_one(Document, id_)
    document.problem = storable(f"cannot be compared: {type(error).__name__}: {error}".split("\n")[0])[:300]
    save_mentions(session, document, [])
    store.keep_fingerprints(session, document, None, 0, document.cause)
    session.flush()
    link(session, *queries.compared(session, [id_]))
    store.set_state(session, [id_], LINKED)


def _next(engine: Engine, *, one: bool) -> int | None:
    """Return a document whose links are known and whose story is not: of one item first, round-ups after them."""
    with reading(engine) as session:
        return queries.next_waiting(session, (LINKED, NEIGHBOUR), one=one)


def _place(session: Session, *, config: Config, start: int, patient: bool) -> int:
    """Put a document, and all whose story may depend on it, into stories, and announce what these say."""
    take_turn(session, STORIES)
    place = queries.places(session, [start])[start]
    if place.grouped_by not in (LINKED, NEIGHBOUR):
        return 0
    primary = {source.id for source in config.sources.values() if source.tier == "primary"}
    region = region_of(session, place, primary, patient=patient)
    at = now()
    regrouped = _regroup(session, region)
    new = detect(session, config, regrouped, at)
    done = {id_: place for id_, place in region.places.items() if id_ not in region.put_off}
    for stamp in {story_stamp(config, place.source) for place in done.values()}:
        ids = [id_ for id_, one in done.items() if one.grouped_by != READ and story_stamp(config, one.source) == stamp]
        store.set_state(session, ids, stamp)
    for id_ in region.put_off:
        cause = most_urgent(regrouped.learned.values())
        store.wait_again(session, [id_], NEIGHBOUR, besides=WAITS, cause=cause)
    return new


def _begin(session: Session, region: Region, story: Collection[int], before: Mapping[int, int]) -> int:
    """Begin a story; the one that its earliest document had before that was merged goes on, so that its numbers stay.

    Only documents that were in a story can have had one before.
    """
    if not any(id_ in before for id_ in story):
        return store.new_story(session)
    left = queries.left_by(session, [region.places[id_] for id_ in story])
    earliest = min(left, key=lambda id_: (region.places[id_].items > 1, region.orders[id_]), default=None)
    return store.new_story(session) if earliest is None else store.revive_story(session, left[earliest])


def _regroup(session: Session, region: Region) -> Regrouped:
    """Give the stories of a region their ids, and the documents their stories."""
    before = {id_: place.story_id for id_, place in region.places.items() if place.story_id is not None}
    outside = {
        place.story_id for place in region.together.values() if place.id not in region.places and place.items == 1
    }
    heirs = {id_: old for id_, old in before.items() if old not in outside}
    round_ups = {id_ for id_, place in region.places.items() if place.items > 1}
    named = {name: story for name, story in region.stories.items() if name[0] != "old"}
    joined = {name: story for name, story in region.stories.items() if name[0] == "old"}
    lineage = inherit(region.stories, heirs, region.orders, round_ups)
    ids = {name: name[1] for name in joined}
    for name in named:
        ids[name] = (
            lineage.kept[name] if name in lineage.kept else _begin(session, region, region.stories[name], before)
        )
    merged = {old: ids[name] for old, name in lineage.merged.items()}  # type: ignore[index]
    merged |= {lineage.kept[name]: ids[name] for name in joined if name in lineage.kept}
    for name, story in region.stories.items():
        store.put_in_story(session, [id_ for id_ in story if before.get(id_) != ids[name]], ids[name])
    for old, into in merged.items():
        store.merge_story(session, old, into)
    # What was read again and is not linked yet is announced with its story already, for its own cause.
    learned = {id_: place.cause for id_, place in region.places.items() if place.grouped_by in WAITS}
    stories = {*before.values(), *ids.values()} - merged.keys()
    return Regrouped(stories, merged, before, learned)
