"""Detect new and stronger announcements of stories, and enqueue their deliveries in the same transaction."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from config import Config
from db.models import Announcement, Correction
from db.queries import documents as queries
from db.queries.alerts import with_deliveries
from db.queries.corrections import corrections_of
from db.store import documents as store
from db.store import stamps
from tracker.acts import strength
from tracker.alerts.matching.enqueue import enqueue
from tracker.alerts.matching.regrouped import merge_deliveries, share_told, take_back
from tracker.announcements.merge import Member, announce, in_order
from tracker.announcements.served import digest
from tracker.corrections.announcement import of_story
from tracker.stories.causes import most_urgent

# One initiative in one story.
Name = tuple[int, str]


@dataclass(frozen=True)
class Regrouped:
    """Stories to announce, as they are now, and how that came about.

    `merged` are ids that now point at another story. `before` is the story in which a document was, `learned` how its
    present content became known, or what changed its story since: one of `tracker.stories.causes.CAUSES`.
    """

    stories: set[int]
    merged: Mapping[int, int] = field(default_factory=dict)
    before: Mapping[int, int] = field(default_factory=dict)
    learned: Mapping[int, str] = field(default_factory=dict)


@dataclass
class _Announced:
    """An announcement with its members, how it was known before, and those that it absorbs or was separated from."""

    row: Announcement
    members: list[Member]
    known_as: str | None
    cause: str
    takes_in: list[Announcement]
    parted_from: list[Announcement]


def detect(session: Session, config: Config, regrouped: Regrouped, at: datetime) -> int:
    """Write what stories say now, learned at `at`; return how many announcements are new or stronger.

    If stories merge or split, announcements keep or take along their deliveries, so that no one is notified twice and
    nothing is lost. An announcement that is neither new nor stronger is only reported to alerts whose rule it meets now
    for the first time, by another member, or by what a changed rule reads in it.
    """
    told = _told(session, config, regrouped.stories)
    known = queries.announcements_of(session, {*regrouped.stories, *regrouped.merged})
    heirs = _heirs(told, known, regrouped.before)
    said = _said(session, told)
    announced = [
        _write(session, config, regrouped, known, heirs, said[name[0]], name, members, at)
        for name, members in told.items()
    ]
    for one in announced:
        for gone in one.takes_in:
            store.withdraw(session, gone, one.row.id)
            merge_deliveries(session, gone, one.row, at)
        for other in one.parted_from:
            share_told(session, other, one.row, at)
    told_of = with_deliveries(session, [one.row.id or 0 for one in announced])
    for one in announced:
        is_told = one.row.id in told_of
        if is_told:
            take_back(session, one.row)
        documents = [document for document, _ in one.members]
        if not one.row.withdrawn:
            enqueue(session, config, one.row, documents, one.cause, before=_before(one), at=at, is_told=is_told)
    ended = [row for name, row in known.items() if name not in told and name not in heirs]
    lost = [row for row in ended if row.corrected or not row.withdrawn]
    for row in lost:
        store.withdraw(session, row)
    _stamp(session, announced, lost, {*told, *known}, at)
    return sum(_before(one) != one.row.act for one in announced if not one.row.withdrawn)


def _stamp(
    session: Session, announced: Iterable[_Announced], lost: Iterable[Announcement], names: Iterable[Name], at: datetime
) -> None:
    """Record what changed: announcements with all of their stories, which are shown with them."""
    changed = [one.row for one in announced if store.note_change(session, one.row, digest(one.row, one.members), at)]
    stories = {row.story_id for row in (*changed, *lost, *(old for one in announced for old in one.takes_in))}
    stamps.move(session, (initiative for story, initiative in names if story in stories))


def _told(session: Session, config: Config, stories: Iterable[int]) -> dict[Name, list[Member]]:
    """Return what the members of the stories say by story and initiative, members in canonical order."""
    found: dict[Name, list[Member]] = defaultdict(list)
    for document, mention in queries.members(session, stories):
        found[document.story_id or 0, mention.initiative].append((document, mention))
    for members in found.values():
        members.sort(key=lambda member: in_order(member[0], config.sources))
    return found


def _said(session: Session, told: Mapping[Name, Sequence[Member]]) -> dict[int, list[Correction]]:
    """Return what people corrected, by story."""
    documents: dict[int, dict[int, tuple[str, str]]] = defaultdict(dict)
    for (story, _), members in told.items():
        documents[story] |= {document.id or 0: (document.source, document.key) for document, _ in members}
    every = corrections_of(session, (id_ for ids in documents.values() for id_ in ids))
    return {story: of_story(every, set(its.values())) for story, its in documents.items()}


def _heirs(
    told: Mapping[Name, list[Member]], known: Mapping[Name, Announcement], before: Mapping[int, int]
) -> dict[Name, Name]:
    """Return where announcements went that their story no longer makes: to that of their earliest document."""
    heirs: dict[Name, Name] = {}
    for name, members in sorted(told.items()):
        for document, _ in members:
            old = (before.get(document.id or 0, 0), name[1])
            if old in known and old not in told:
                heirs.setdefault(old, name)
    return heirs


def _write(
    session: Session,
    config: Config,
    regrouped: Regrouped,
    known: Mapping[Name, Announcement],
    heirs: Mapping[Name, Name],
    corrections: Iterable[Correction],
    name: Name,
    members: list[Member],
    at: datetime,
) -> _Announced:
    row = known.get(name)
    takes_in = [known[old] for old, heir in heirs.items() if heir == name]
    were = {(regrouped.before.get(document.id or 0, 0), name[1]) for document, _ in members} - {name, *heirs}
    is_new = row is None or row.withdrawn
    parted_from = [known[old] for old in sorted(were) if old in known] if is_new else []
    earlier = [*([row] if row else ()), *takes_in, *parted_from]
    causes = {regrouped.learned[document.id or 0] for document, _ in members if document.id in regrouped.learned}
    # One that was merged and is back has been known since it was first seen, whatever it was merged with.
    its_own = [row] if row and row.merged_into is not None else earlier
    first = min(its_own, key=lambda one: (one.first_seen_at, one.id or 0), default=None)
    known_as = max((one.act for one in earlier), key=strength, default=None)
    moved = takes_in or any(regrouped.before.get(document.id or 0, name[0]) != name[0] for document, _ in members)
    new = announce(members, config.sources, corrections)
    new.cause = first.cause if first else most_urgent(causes)
    new.first_seen_at = first.first_seen_at if first else at
    saved = store.save_announcement(session, row, new)
    return _Announced(
        row=saved,
        members=members,
        known_as=known_as,
        # One whose documents went to another story has that from any document of the region.
        cause=most_urgent(regrouped.learned.values() if moved or not causes else causes),
        takes_in=takes_in,
        parted_from=parted_from,
    )


def _before(one: _Announced) -> str | None:
    """Return the act by which an announcement was known: None if it is new, and not stronger than its present act."""
    if one.known_as is None or strength(one.row.act) > strength(one.known_as):
        return one.known_as
    return one.row.act
