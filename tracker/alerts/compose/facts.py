"""Gather what a message states besides the announcement: members, quotes in both languages, earlier figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlmodel import Session

from config import Config
from db.models import Announcement
from db.queries import messages as queries
from db.queries.messages import Member, Said
from db.queries.past import stating
from tracker.acts import strength
from tracker.alerts.compose.figures import Key, before
from tracker.development.measure import names_of
from tracker.development.series import MOST_MEASURED, Point, points_of, series, spellings

LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Facts:
    """What supports one announcement.

    `members` are the documents of its story, primary sources first. `quotes` are its own quote and, if the story has
    both languages, the best one in the other: each with its member. `documents` is how many of the members mention its
    initiative. `earlier` is the result of `figures.before`.
    """

    members: tuple[Member, ...]
    quotes: tuple[tuple[Member, str], ...]
    documents: int = 0
    earlier: Mapping[Key, Point] = field(default_factory=dict)


def gather(session: Session, announcements: Sequence[Announcement], config: Config) -> dict[int, Facts]:
    """Return the facts of each announcement, by its number."""
    stories = [announcement.story_id for announcement in announcements]
    members: dict[int, list[Member]] = {}
    for member in queries.members(session, stories):
        members.setdefault(member.story_id, []).append(member)
    quotes = queries.said(session, stories, [announcement.initiative for announcement in announcements])
    earlier = _earlier(session, announcements, config)
    return {
        a.id or 0: facts_of(a, members.get(a.story_id, []), quotes, earlier.get(a.id or 0, {}), config)
        for a in announcements
    }


def facts_of(
    announcement: Announcement,
    members: Sequence[Member],
    quotes: Sequence[Said],
    earlier: Mapping[Key, Point],
    config: Config,
) -> Facts:
    """Arrange what is known of an announcement: its story's members, and what each document says."""
    ranked = sorted(members, key=lambda member: _rank(member, announcement, config))
    by_id = {member.document_id: member for member in ranked}
    own = by_id.get(announcement.document_id)
    said = [one for one in quotes if one.initiative == announcement.initiative and one.document_id in by_id]
    if own is None:
        return Facts(tuple(ranked), (), len(said), earlier)
    others = [(by_id[one.document_id], one) for one in said if by_id[one.document_id].language != own.language]
    best = sorted(others, key=lambda pair: (-strength(pair[1].act), _rank(pair[0], announcement, config)))[:1]
    pairs = ((own, announcement.quote), *((member, one.quote) for member, one in best))
    return Facts(tuple(ranked), pairs, len(said), earlier)


def _rank(member: Member, announcement: Announcement, config: Config) -> tuple[bool, bool, datetime, str]:
    source = config.sources.get(member.source)
    media = source is None or source.tier != "primary"
    other = member.document_id != announcement.document_id
    return media, other, member.published or LAST, member.url


def _earlier(session: Session, announcements: Sequence[Announcement], config: Config) -> dict[int, dict[Key, Point]]:
    """Return for each announcement those of its figures that differ from the last comparable one."""
    known: dict[int, dict[Key, Point]] = {}
    for one in announcements:
        if one.figures and one.id:
            units = spellings(unit for unit, _ in points_of([one]))
            told = stating(session, one.initiative, units, one.timeline_day, MOST_MEASURED)
            known[one.id] = before(series(told, names_of(config.initiatives.get(one.initiative)))).get(one.id, {})
    return known
