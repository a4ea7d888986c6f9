"""Return an initiative's development, and the gaps in document numbers, as plain rows."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from sqlmodel import Session

from config import Config
from db.queries.announced import Announced
from db.queries.documents import numbers_and_texts, totals
from db.queries.timeline import Wanted, acts_by_day, announcements, newest_with_figures
from tracker.acts import STAGES
from tracker.development.by_day import development_of
from tracker.development.measure import names_of
from tracker.development.numbers import ranges, sequences
from tracker.development.series import MOST_MEASURED, Series, series

Told = tuple[str | None, str]
Progress = Callable[[int, int], None]
A_STEP = 1000
"""So many documents are read between two reports of the progress."""


def tell(session: Session, config: Config, initiative: str, today: date) -> dict[str, Any]:
    """Return the state of the initiative: first and last day, phases, papers, gaps in time, series of figures.

    Each stage of a paper is a separate fact: adopted by a meeting, then issued. Series are of the newest announcements.
    """
    declared = config.initiatives[initiative]
    successor = declared.successor
    later = acts_by_day(session, successor) if successor else []
    found = development_of(session, initiative, acts_by_day(session, initiative), later, today)
    papers = announcements(session, Wanted((initiative,), stages=STAGES))
    measured = newest_with_figures(session, initiative, MOST_MEASURED)
    return {
        "initiative": initiative,
        "state": found.state,
        "first": found.first,
        "last": found.last,
        "successor": successor,
        "phases": [vars(phase) for phase in found.phases],
        "papers": [_paper(announcement) for announcement, _ in papers],
        "gaps": [{"from": one, "to": other, "days": (other - one).days} for one, other in found.gaps],
        "series": [_series(one) for one in series(measured, names_of(declared))],
    }


def tell_numbers(session: Session, progress: Progress | None = None) -> list[dict[str, Any]]:
    """Return a row for each issuer and year: numbered documents that we have, others that are named, and missing ones.

    `of` names the issuers that number in one sequence, if they form a family. All texts are read; `progress` is called
    with how many were read, and how many there are.
    """
    return [
        {
            "issuer": one.issuer,
            "of": "" if one.issuers == (one.issuer,) else ", ".join(one.issuers),
            "year": one.year,
            "have": len(one.have),
            "highest": max((*one.have, *one.named)),
            "named": ranges(one.named),
            "missing": ranges(one.missing),
        }
        for one in sequences(_counted(session, numbers_and_texts(session), progress))
    ]


def _counted(session: Session, found: Iterator[Told], progress: Progress | None) -> Iterator[Told]:
    of = totals(session)["documents"] if progress else 0
    for done, one in enumerate(found):
        yield one
        if progress and done % A_STEP == 0:
            progress(done, of)


def _paper(announcement: Announced) -> dict[str, Any]:
    return {
        "day": announcement.timeline_day,
        "day_stated": announcement.day is not None,
        "stage": announcement.stage,
        "body": announcement.body,
        "headline": announcement.headline,
        "comment_until": announcement.comment_until,
        "effective": announcement.effective,
        "expires": announcement.expires,
        "announcement_id": announcement.id,
    }


def _series(one: Series) -> dict[str, Any]:
    return {"unit": one.unit, "kind": one.kind, "what": one.what, "points": [vars(point) for point in one.points]}
