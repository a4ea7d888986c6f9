"""Detect new and stronger announcements of a story, and enqueue their deliveries in the same transaction."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from sqlmodel import Session

from config import Config
from db.models import Announcement
from db.queries import documents as queries
from db.store import documents as store
from tracker.acts import strength
from tracker.alerts.matching.enqueue import enqueue
from tracker.announcements.merge import Member, announce


def detect(session: Session, config: Config, story_id: int, cause: str, at: datetime) -> int:
    """Write what a story's members say now, learned at `at`; give how many announcements are new or grew stronger.

    `cause` is how we came to know: a key of `tracker.alerts.matching.enqueue.KINDS`. An announcement that is neither
    is told to those alone whose wish it meets only now, by another member, or by what a changed rule reads in it.
    """
    known = queries.announcements_of(session, story_id)
    new = 0
    for initiative, members in _by_initiative(queries.members(session, story_id)):
        new += _announce(session, config, members, known.pop(initiative, None), cause, at)
    for announcement in known.values():
        store.withdraw(session, announcement)
    return new


def _by_initiative(members: list[Member]) -> Iterator[tuple[str, list[Member]]]:
    for initiative, group in groupby(sorted(members, key=_initiative), key=_initiative):
        yield initiative, list(group)


def _announce(
    session: Session, config: Config, members: list[Member], known: Announcement | None, cause: str, at: datetime
) -> bool:
    told = announce(members, config.sources)
    told.cause, told.first_seen_at = cause, at
    before = known.act if known else None
    stronger = before is not None and strength(told.act) > strength(before)
    if before is not None and not stronger:
        before = told.act
    announcement = store.save_announcement(session, known, told)
    enqueue(session, config, announcement, [document for document, _ in members], cause, before=before, at=at)
    return before is None or stronger


def _initiative(member: Member) -> str:
    return member[1].initiative
