"""Replay a period for an alert: detect again, from the documents as they arrived."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from itertools import groupby
from typing import NamedTuple

from sqlmodel import Session

from config import Config
from db.beijing import beijing_day
from db.models import Announcement, Document, Mention
from db.queries.replay import reports_since
from db.queries.timeline import Reported, reported
from tracker.acts import strength
from tracker.alerts.matching.changes import NOTHING, Changes, changes_of
from tracker.alerts.matching.match import matches, may_change
from tracker.alerts.matching.rules import Rule
from tracker.announcements.merge import Member, announce
from tracker.corrections.announcement import carry_over


class Told(NamedTuple):
    """An announcement as it would have been reported at the moment `at`, and why."""

    at: datetime
    announcement: Announcement
    why: str


@dataclass
class Replay:
    """A rule applied to what came from `since` until `until`, including stronger acts and further members.

    What was found late (by a first crawl, an import, a changed rule) counts from its publication: it would have been
    reported then if we had been running. `seen` counts the announcements to which the rule was applied.
    """

    session: Session
    config: Config
    rule: Rule
    since: datetime
    until: datetime
    seen: int = 0
    past: dict[str, list[Reported]] = field(default_factory=dict)

    def run(self) -> list[Told]:
        """Return what would have been reported, oldest first."""
        told: list[Told] = []
        rows = reports_since(self.session, self.since, with_texts=bool(self.rule.words))
        for announcement, members in _by_announcement(rows):
            arrivals = sorted(_arrivals(announcement, members), key=lambda one: (one[0], one[1][0].id))
            known = [one for one in arrivals if one[0] < self.until]
            if known and known[-1][0] >= self.since:
                self.seen += 1
                told += self._heard(announcement, known)
        return sorted(told, key=lambda one: one.at)

    def _heard(self, announcement: Announcement, arrivals: Sequence[tuple[datetime, Member]]) -> Iterator[Told]:
        """Yield the reports of one announcement as its members came: no act twice, and none weaker after it."""
        before: str | None = None
        heard: str | None = None
        for count, (at, _) in enumerate(arrivals, 1):
            members = [member for _, member in arrivals[:count]]
            now = announce(members, self.config.sources)
            carry_over(announcement, now)
            now.id, now.first_seen_at = announcement.id, arrivals[0][0]
            if heard is None or strength(now.act) > strength(heard):
                documents = [document for document, _ in members]
                why = matches(self.rule, now, documents, self.config, "en", self._changes(now, before, at))
                heard = now.act if why else heard
                if why and at >= self.since:
                    yield Told(at, now, why)
            before = now.act

    def _changes(self, now: Announcement, before: str | None, at: datetime) -> Changes:
        if not may_change(self.rule, now.initiative, self.config):
            return NOTHING
        day = beijing_day(at)
        return changes_of(now, before, _Known(partial(self._known_by, day), now.id), self.config, day)

    def _known_by(self, day: date, initiative: str) -> list[Reported]:
        """Return the announcements of an initiative that existed by a day."""
        if initiative not in self.past:
            self.past[initiative] = reported(self.session, initiative)
        return [one for one in self.past[initiative] if one.timeline_day and one.timeline_day <= day]


@dataclass(frozen=True)
class _Known:
    """The announcements of initiatives that were known, as `tracker.alerts.matching.changes.Past` of number `but`."""

    of: Callable[[str], Sequence[Reported]]
    but: int | None

    def acts(self, initiative: str) -> Sequence[Reported]:
        return self.of(initiative)

    def figures(self, initiative: str, _units: Collection[str] = ()) -> Sequence[Reported]:
        return [one for one in self.of(initiative) if one.id != self.but]

    def heard(self, initiative: str) -> date | None:
        return max((beijing_day(one.first_seen_at) for one in self.figures(initiative)), default=None)


def _by_announcement(
    rows: Iterable[tuple[Announcement, Document, Mention]],
) -> Iterator[tuple[Announcement, list[Member]]]:
    for _, group in groupby(rows, key=lambda row: row[0].id):
        together = list(group)
        yield together[0][0], [(document, mention) for _, document, mention in together]


def _arrivals(announcement: Announcement, members: Iterable[Member]) -> Iterator[tuple[datetime, Member]]:
    for member in members:
        document = member[0]
        late = document.backfilled or announcement.cause != "news"
        yield (document.published or document.first_seen_at) if late else document.first_seen_at, member
