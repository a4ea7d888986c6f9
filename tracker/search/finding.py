"""Find the documents that match: candidates by the index, and a look at their texts where it does not suffice."""

from collections.abc import Iterator
from itertools import islice

from sqlmodel import Session

from db.queries import search as queries
from db.queries.search import Candidate
from db.queries.sought import Sought
from db.queries.timeline import Wanted
from tracker.search.raw_text import holds_as_it_is

LOOK = 10
"""To look at a text takes so many times as long as to put a candidate into a set."""
PATIENCE = 4
"""A walk through the newest documents ends after so many times the number that the first ones lead to expect."""


def found(session: Session, sought: Sought, wanted: Wanted, most: int | None = None) -> list[Candidate]:
    """Return up to `most` wanted documents that match, in no useful order."""
    candidates = queries.candidates(session, sought, wanted, most)
    return list(islice(_proven(session, sought, candidates), most))


def newest(session: Session, sought: Sought, wanted: Wanted, some: list[Candidate], most: int) -> list[int]:
    """Return the `most` that were published last, newest first, if there are more than the `some` that were found."""
    if session.get_bind().dialect.name == "sqlite":
        # Those that were stored last show how rare a match is.
        last = queries.newest_number(session)
        share = len(some) / max(1, last - some[-1].id + 1)
        expected = PATIENCE * most / share
        if expected * LOOK < share * last:
            texts = queries.newest_texts(session, wanted, int(expected))
            walked = [one.id for one in texts if holds_as_it_is(sought, one.title, one.text)]
            if len(walked) >= most:
                return walked[:most]
    candidates = queries.newest_candidates(session, sought, wanted, most)
    return [one.id for one in islice(_proven(session, sought, candidates), most)]


def _proven(session: Session, sought: Sought, candidates: Iterator[Candidate]) -> Iterator[Candidate]:
    if queries.is_exact(session, sought):
        return candidates
    unproven = queries.unproven(sought)
    return (one for one in candidates if holds_as_it_is(unproven, one.title, one.text))
