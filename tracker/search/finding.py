"""Find the documents that match: candidates by the index, and a look at their texts where it does not suffice."""

from collections.abc import Iterator
from itertools import islice
from math import isqrt
from typing import Any

from sqlmodel import Session

from db.queries import search as queries
from db.queries.search import Candidate
from db.queries.sought import Sought, Term
from db.queries.timeline import Wanted
from tracker.search.raw_text import finder, matcher

LOOK = 10
"""To look at a text takes so many times as long as to put a candidate into a set, or to see whether it is in one."""
PATIENCE = 4
"""A walk through the newest documents ends after so many times the number that the first ones lead to expect."""


def some(session: Session, sought: Sought, wanted: Wanted, most: int | None = None) -> list[Candidate]:
    """Return the wanted documents that match; of more than `most` on SQLite those that were stored last, by number."""
    if isinstance(sought, Term) and not queries.is_exact(session, sought) and finder(sought.canonical).is_literal:
        candidates = queries.candidates(session, sought, wanted, encoded=True)
        return list(islice(_with_literal(sought, candidates), most))
    return list(islice(_proven(session, sought, queries.candidates(session, sought, wanted, most)), most))


def counted(session: Session, sought: Sought, wanted: Wanted, most: int | None) -> tuple[int, list[int]]:
    """Count the wanted documents that match, up to `most`; return also the `wanted.most` newest, newest first."""
    if queries.is_exact(session, sought):
        total, least = queries.count(session, sought, wanted, most)
        return total, _newest(session, sought, wanted, total, least, many=total == most)
    found = some(session, sought, wanted, most)
    if most is None or len(found) < most:
        return len(found), _by_day(found)[: wanted.most]
    return most, _newest_of_many(session, sought, wanted, most, found[-1].id)


def newest(session: Session, sought: Sought, wanted: Wanted) -> list[int]:
    """Return the `wanted.most` documents that match and were published last, newest first; all without that number."""
    if wanted.most is None:
        return counted(session, sought, wanted, None)[1]
    # Beyond so many, to look which of the newest match takes less time than to sort them.
    enough = wanted.most + isqrt(wanted.most * queries.newest_number(session) // 8)
    total, least = queries.count(session, sought, wanted, enough)
    return _newest(session, sought, wanted, total, least, many=total == enough)


def _newest(session: Session, sought: Sought, wanted: Wanted, known: int, least: int, *, many: bool) -> list[int]:
    if not known:
        return []
    if many:
        return _newest_of_many(session, sought, wanted, known, least)
    if queries.is_exact(session, sought):
        return [one.id for one in queries.newest_candidates(session, sought, wanted)]
    return _by_day(some(session, sought, wanted))[: wanted.most]


def _newest_of_many(session: Session, sought: Sought, wanted: Wanted, known: int, least: int) -> list[int]:
    """Return the same where `known` documents from the number `least` on match, and probably others before it."""
    most = wanted.most or 0
    if not queries.keeps_texts(session):
        last = queries.newest_number(session)
        share = known / max(1, last - least + 1)
        expected = most / share
        if expected * LOOK < share * last:
            matches = matcher(sought)
            texts = queries.newest_texts(session, wanted, int(PATIENCE * expected))
            walked = list(islice((one.id for one in texts if matches(one.title, one.text)), most))
            if len(walked) == most:
                return walked
    newest_first = queries.newest_candidates(session, sought, wanted, many=True)
    return [one.id for one in islice(_proven(session, sought, newest_first), most)]


def _by_day(found: list[Candidate]) -> list[int]:
    """Return the documents in order, those published last first, those without a date last."""
    return [one.id for one in sorted(found, key=_day, reverse=True)]


def _day(one: Candidate) -> tuple[bool, Any, int]:
    return one.published is not None, one.published, one.id


def _with_literal(sought: Term, candidates: Iterator[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates that match; a text with the term as it is does, so that few texts are decoded."""
    literal, matches = sought.canonical.encode(), matcher(sought)
    return (one for one in candidates if literal in one.text or matches(one.title, one.text.decode()))


def _proven(session: Session, sought: Sought, candidates: Iterator[Candidate]) -> Iterator[Candidate]:
    if queries.is_exact(session, sought):
        return candidates
    matches = matcher(queries.unproven(sought))
    return (one for one in candidates if matches(one.title, one.text))
