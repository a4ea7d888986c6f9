"""Make and undo corrections, and have what they concern computed again."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Literal, NamedTuple

from sqlalchemy import Engine
from sqlmodel import Session

from config import Config
from db.engine import transact
from db.models import Correction, Document, now
from db.queries import documents, stories, timeline
from db.queries.corrections import correction
from db.queries.stories import Place
from db.store.corrections import add_correction, undo_correction
from db.store.stories import wait_again
from db.store.turns import STORIES, take_turn
from tracker.listing_commands import ADDRESSES, NUMBERS
from tracker.pipeline.fold import fold
from tracker.stories import NEIGHBOUR, WAITS
from tracker.stories.cluster import order_of

What = int | str
"""An announcement by its number, or a document by its address."""


class RefusedError(Exception):
    """A correction that cannot be made; its text is one line."""


class Hand(NamedTuple):
    """Who corrects, and why."""

    by: str
    note: str = ""


def correct(engine: Engine, config: Config, id_: int, says: Mapping[str, str | bool | None], hand: Hand) -> int:
    """Correct an announcement; the number of the correction.

    `says` is as in `db.models.Correction`, days as YYYY-MM-DD; empty, it leaves a note alone. Raise RefusedError where
    there is no such announcement.
    """
    return _made(engine, config, partial(_corrected, id_=id_, says=dict(says), hand=hand))


def join(engine: Engine, config: Config, one: What, other: What, hand: Hand) -> int:
    """Join the stories of two documents; the number of the correction. Raise RefusedError where they are one."""
    return _made(engine, config, partial(_paired, config=config, what="join", ends=(one, other), hand=hand))


def part(engine: Engine, config: Config, one: What, other: What, hand: Hand) -> int:
    """Part two documents of one story; the number of the correction. Raise RefusedError where they are not of one."""
    return _made(engine, config, partial(_paired, config=config, what="part", ends=(one, other), hand=hand))


def undo(engine: Engine, config: Config, id_: int, by: str) -> None:
    """Undo a correction. Raise RefusedError if there is no such number, or it is already undone."""
    _made(engine, config, partial(_undone, id_=id_, by=by))


def _made(engine: Engine, config: Config, work: Callable[[Session], int]) -> int:
    """Write, and compute what waits then; were we to end in between, `tracker read` would."""
    number = transact(engine, work)
    fold(engine, config)
    return number


def _corrected(session: Session, *, id_: int, says: dict[str, str | bool | None], hand: Hand) -> int:
    take_turn(session, STORIES)
    found = timeline.announcement_with_document(session, id_)
    if found is None:
        raise RefusedError(f"there is no announcement {id_}; {NUMBERS} lists their numbers")
    announcement, document = found
    if announcement.withdrawn:
        raise RefusedError(f"announcement {id_} is withdrawn; {_why_not(announcement.corrected)}")
    _let_wait(session, [document.id or 0])
    return add_correction(
        session,
        Correction(
            what="announcement",
            source=document.source,
            key=document.key,
            initiative=announcement.initiative,
            says=says,
            note=hand.note,
            made_by=hand.by,
        ),
    )


def _why_not(marks: Iterable[Mapping[str, object]] | None) -> str:
    denied = next((mark for mark in marks or () if mark["what"] == "not-this"), None)
    if denied is None:
        return "today's rules no longer find it"
    return f"{denied['by']} marked it as not this; `tracker corrections --undo {denied['correction']}` undoes that"


def _paired(
    session: Session, *, config: Config, what: Literal["join", "part"], ends: tuple[What, What], hand: Hand
) -> int:
    take_turn(session, STORIES)
    one, other = (_place(session, config, end, alone=what == "part") for end in ends)
    if one.id == other.id:
        raise RefusedError(f"both name the same document; {_how_else(session, ends)}")
    if (one.story_id == other.story_id) is (what == "join"):
        raise RefusedError("they are already one story" if what == "join" else "they are already two stories")
    if what == "part" and one.items > 1 and other.items > 1:
        # Of two round-ups the second leaves what the first is in.
        one = _principal(session, config, one)
    _let_wait(session, (one.id, other.id))
    return add_correction(
        session,
        Correction(
            what=what,
            source=one.source,
            key=one.key,
            other_source=other.source,
            other_key=other.key,
            note=hand.note,
            made_by=hand.by,
        ),
    )


def _how_else(session: Session, ends: tuple[What, What]) -> str:
    """Say what to do where both ends are one document: two announcements that a correction made one are undone."""
    numbers = [end for end in ends if isinstance(end, int)]
    if len(set(numbers)) < len(ends) or len({timeline.became(session, end) for end in numbers}) > 1:
        return "name two"
    return "the two announcements are one now; `tracker corrections` lists what joined them, and --undo parts them"


def _place(session: Session, config: Config, what: What, *, alone: bool) -> Place:
    """Where the document that is meant stands; `alone`: not another of its story in its place."""
    found = _document(session, what)
    if found is None:
        raise RefusedError(f"nothing is stored under {what!r}; {ADDRESSES} lists numbers and addresses")
    place = stories.places(session, [found.id or 0])[found.id or 0]
    if place.story_id is None or not place.items:
        raise RefusedError(f"{found.url} mentions no initiative, so it belongs to no story")
    return place if alone else _principal(session, config, place)


def _document(session: Session, what: What) -> Document | None:
    if isinstance(what, str):
        return next(iter(documents.find_documents(session, what)), None)
    found = timeline.announcement_with_document(session, what)
    return found[1] if found else None


def _principal(session: Session, config: Config, place: Place) -> Place:
    """Return the document itself; of a round-up that others are in a story with, the first of these."""
    ones = [one for one in stories.places_in(session, [place.story_id or 0]).values() if one.items == 1]
    if place.items == 1 or not ones:
        return place
    primary = {source.id for source in config.sources.values() if source.tier == "primary"}
    return min(ones, key=lambda one: order_of(one.day, one.source, one.key, primary=one.source in primary))


def _undone(session: Session, *, id_: int, by: str) -> int:
    take_turn(session, STORIES)
    known = correction(session, id_)
    if known is None:
        raise RefusedError(f"there is no correction {id_}; `tracker corrections` lists them")
    if not undo_correction(session, id_, by, now()):
        raise RefusedError(f"correction {id_} was already undone by {known.undone_by}")
    keys = [(known.source, known.key), (known.other_source, known.other_key)]
    found = [documents.document_of(session, source, key) for source, key in keys if source and key]
    _let_wait(session, [document.id or 0 for document in found if document])
    return id_


def _let_wait(session: Session, ids: Iterable[int]) -> None:
    """Let documents wait for their stories, with all of these stories and all that they are linked to."""
    there = stories.places(session, ids)
    beside = stories.places_in(session, {place.story_id for place in there.values() if place.story_id})
    linked = {other for _, (other, _) in stories.links(session, there)}
    wait_again(session, {*there, *beside, *linked}, NEIGHBOUR, besides=WAITS, cause="rule")
