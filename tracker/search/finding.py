"""Find the documents that match: candidates by the index, and a look at their texts where it does not suffice."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from math import isqrt
from typing import Any

from sqlmodel import Session

from db.queries import search as queries
from db.queries.search import Candidate
from db.queries.sought import Sought, Term
from db.queries.timeline import Wanted
from tracker.search.by_time import stretches
from tracker.search.raw_text import finder, matcher

SORT = 400
"""To fetch a candidate and sort it takes so many times as long as for the index to pass a document twice."""
LOOK = 300
"""To look at a text takes so many times as long as for the index to pass a document."""
PATIENCE = 4
"""A walk through the newest documents ends after so many times the number that the first ones lead to expect."""


def every(session: Session, sought: Sought, wanted: Wanted) -> list[Candidate]:
    """Return all wanted documents that match."""
    if isinstance(sought, Term) and not queries.is_exact(session, sought) and finder(sought.canonical).is_literal:
        return list(_with_literal(sought, queries.candidates(session, sought, wanted, encoded=True)))
    return list(_proven(session, sought, queries.candidates(session, sought, wanted)))


def counted(session: Session, sought: Sought, wanted: Wanted, most: int | None) -> tuple[int, Iterator[int]]:
    """Count the wanted documents that match, up to `most`; return also what yields the newest, newest first.

    It yields `wanted.most` at least, if there are so many.
    """
    if most is None:
        found = _by_day(every(session, sought, wanted))
        return len(found), iter(found)
    if queries.is_exact(session, sought):
        last = queries.newest_number(session)
        total, least = queries.count(session, sought, wanted, max(most, sortable(wanted, last) + 1))
        return min(total, most), _newest_first(session, sought, wanted, total, (least, last))
    # Texts are looked at once, newest first, which gives both.
    needed = max(most, wanted.most or 0)
    found = list(islice(newest_first(session, sought, replace(wanted, most=needed)), needed))
    return min(len(found), most), iter(found)


def newest_first(session: Session, sought: Sought, wanted: Wanted) -> Iterator[int]:
    """Yield the documents that match, newest first, `wanted.most` at least if there are so many; all without that."""
    if wanted.most is None:
        return counted(session, sought, wanted, None)[1]
    last = queries.newest_number(session)
    total, least = queries.count(session, sought, wanted, sortable(wanted, last) + 1)
    return _newest_first(session, sought, wanted, total, (least, last))


def _newest_first(
    session: Session, sought: Sought, wanted: Wanted, total: int, numbers: tuple[int, int]
) -> Iterator[int]:
    """Yield the same if `total` candidates are among these `numbers`, and perhaps others among the lower ones."""
    least, last = numbers
    if total <= sortable(wanted, last):
        if total:
            yield from _proven_of(session, sought, queries.newest_candidates(session, sought, wanted))
        return
    needed = wanted.most or 1
    share = total / max(1, last - least + 1)
    # By chance there may be fewer candidates than expected, but seldom so few that another stretch is needed.
    expected = int((needed + 2 * isqrt(needed)) / share) + 1
    if not queries.keeps_texts(session) and expected * LOOK < share * last:
        matches = matcher(sought)
        texts = queries.newest_texts(session, wanted, PATIENCE * expected)
        walked = list(islice((one.id for one in texts if matches(one.title, one.text)), needed))
        if len(walked) == needed:
            yield from walked
            return
    for stretch in stretches(session, sought, wanted, expected):
        yield from _proven_of(session, sought, stretch)


def sortable(wanted: Wanted, documents: int) -> int:
    """Return how many candidates are sorted in less time than the index finds the newest of so many documents."""
    needed = wanted.most or 1
    return needed + isqrt(needed * documents // SORT)


def _by_day(found: list[Candidate]) -> list[int]:
    """Return the documents in order, those published last first, those without a date last."""
    return [one.id for one in sorted(found, key=_day, reverse=True)]


def _day(one: Candidate) -> tuple[bool, Any, int]:
    return one.published is not None, one.published, one.id


def _with_literal(sought: Term, candidates: Iterator[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates that match; a text with the term as it is does, so that few texts are decoded."""
    literal, matches = sought.canonical.encode(), matcher(sought)
    return (one for one in candidates if literal in one.text or matches(one.title, one.text.decode()))


def _proven_of(session: Session, sought: Sought, candidates: list[tuple[int, str]]) -> Iterator[int]:
    """Yield those of the candidates, with their titles, that match."""
    ids = [id_ for id_, _ in candidates]
    if queries.is_exact(session, sought):
        return iter(ids)
    matches = matcher(queries.unproven(sought))
    if queries.needs_texts(session, sought):
        return (id_ for id_, title, text in queries.texts(session, ids) if matches(title, text))
    return (id_ for id_, title in candidates if matches(title, ""))


def _proven(session: Session, sought: Sought, candidates: Iterator[Candidate]) -> Iterator[Candidate]:
    if queries.is_exact(session, sought):
        return candidates
    matches = matcher(queries.unproven(sought))
    return (one for one in candidates if matches(one.title, one.text))
