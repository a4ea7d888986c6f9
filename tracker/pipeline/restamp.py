"""Give the present stamp to documents that an edit of declarations cannot concern, instead of tagging them again."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from sqlalchemy import Engine
from sqlmodel import Session

from config import Config
from db.engine import reading, transact
from db.queries import tagging as queries
from db.store.tagging import stamp_tagged
from db.store.turns import STORIES, take_turn
from tracker.pipeline.edits import Edits, compare
from tracker.pipeline.stale import tags_stamp

Progress = Callable[[int, int], None]
AT_ONCE = 200
"""So many documents are looked at in one transaction, for whose end other writers wait."""


def restamp(engine: Engine, config: Config, progress: Progress | None = None) -> str:
    """Stamp documents that the edits since they were tagged cannot concern; say how many others there are, and why.

    The answer is empty if no document has another stamp. It may be interrupted anywhere: what is left is looked at by
    the next call.
    """
    now = tags_stamp(config)
    with reading(engine) as session:
        stale = {stamp: count for stamp, count in queries.count_by_stamp(session).items() if stamp != now}
        known = queries.declared_by(session, stale)
    every, seen, left = sum(stale.values()), 0, 0
    edited = dict[str, None]()
    for stamp, count in sorted(stale.items()):
        edits = compare(known[stamp], config) if stamp in known else None
        edited[_why(edits, known=stamp in known)] = None
        left += count
        after = 0
        while edits and (looked := transact(engine, partial(_look, edits=edits, stamp=stamp, now=now, after=after))):
            after, seen, left = looked.last, seen + looked.number, left - looked.stamped
            if progress:
                progress(min(seen, every), every)
    return f"tags {left:,} of {every:,} documents: {'; '.join(edited)}" if every else ""


class _Looked(NamedTuple):
    """How many documents were looked at and stamped, and the number of the last."""

    number: int
    stamped: int
    last: int


def _look(session: Session, *, edits: Edits, stamp: str, now: str, after: int) -> _Looked | None:
    """Look at the next documents with an old stamp; None where there are no more."""
    take_turn(session, STORIES)
    # Read here, since another reader may have changed them in the meantime.
    documents = queries.tagged_by(session, stamp, after, AT_ONCE)
    spared = [document.id for document in documents if not edits.concern(document)]
    stamp_tagged(session, spared, now)
    return _Looked(len(documents), len(spared), documents[-1].id) if documents else None


def _why(edits: Edits | None, *, known: bool) -> str:
    if edits:
        return f"{edits.described()} changed"
    return "the program changed" if known else "there is no record of how they were tagged"
