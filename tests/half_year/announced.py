"""The oracle's own detection: what each document changes in what is announced, and which alerts that concerns."""

from dataclasses import dataclass, field
from datetime import date, datetime

from config import Config
from db.beijing import beijing_day
from tests.half_year.people import Person
from tests.half_year.world import Report

STRONGEST_FIRST = ("issued", "launched", "designated", "pledged", "progress", "mentioned")
LIFE = ("mentioned", "pledged", "launched", "issued", "designated", "progress")
FURTHER = {act: place for place, act in enumerate(LIFE)}


def strength(act: str) -> int:
    """The stronger the act, the more."""
    return -STRONGEST_FIRST.index(act)


@dataclass
class Announced:
    """One initiative in one story, as its documents report it now; `place` counts the announcements in order."""

    place: int
    story: int
    initiative: str
    first_seen: datetime
    day: date
    act: str = ""
    body: str | None = None
    figure: tuple[str, int, int | None] | None = None
    members: list[Report] = field(default_factory=list)
    withdrawn: bool = False
    document: tuple[str, str] = ("", "")


@dataclass
class News:
    """What a document brought: an announcement that is new, stronger than before, or has one more member."""

    announced: Announced
    before: str | None
    cause: str
    figures: bool
    states: bool

    @property
    def grew(self) -> bool:
        """Whether only its members are new."""
        return self.before == self.announced.act


class Register:
    """Everything that was announced so far."""

    def __init__(self) -> None:
        self.known: dict[int, dict[str, Announced]] = {}
        self.of: dict[str, list[Announced]] = {}
        self.count = 0
        self.documents: dict[int, dict[str, Report]] = {}

    def read(self, report: Report) -> list[News]:
        """Add a document; return what is news of it, initiative by initiative."""
        story = self.documents.setdefault(report.story, {})
        story[report.key] = report
        told = {initiative for one in story.values() for initiative in one.said}
        for initiative, announced in self.known.setdefault(report.story, {}).items():
            if initiative not in told:
                announced.withdrawn = True
        return [self._tell(report, initiative) for initiative in sorted(told)]

    def _tell(self, report: Report, initiative: str) -> News:
        members = [one for one in self.documents[report.story].values() if initiative in one.said]
        # Whose figures and whose body count does not depend on who came first.
        members.sort(key=lambda one: (beijing_day(one.at), one.tier != "primary", one.source, one.key))
        announced = self.known[report.story].get(initiative)
        before = announced.act if announced else None
        if announced is None:
            self.count += 1
            announced = Announced(self.count, report.story, initiative, report.at, report.day)
            self.known[report.story][initiative] = announced
            self.of.setdefault(initiative, []).append(announced)
        act = max((one.said[initiative].act for one in members), key=strength)
        first = min((one for one in members if one.said[initiative].act == act), key=lambda one: one.tier != "primary")
        announced.document = first.source, first.key
        saying = [one.said[initiative] for one in members if one.said[initiative].act == act]
        announced.act, announced.members, announced.withdrawn = act, members, False
        announced.body = next((one.body for one in saying if one.body), None)
        announced.figure = next((one.figure for one in saying if one.figure), None)
        stronger = before is not None and strength(act) > strength(before)
        if before is not None and not stronger:
            before = act
        return News(
            announced, before, report.cause, self._figures_differ(announced), self._states_differ(announced, before)
        )

    def _others(self, announced: Announced) -> list[Announced]:
        return [one for one in self.of[announced.initiative] if one is not announced and not one.withdrawn]

    def _figures_differ(self, announced: Announced) -> bool:
        """Whether the measure was stated before, but never like this."""
        if announced.figure is None:
            return False
        measure, value, year = announced.figure
        earlier = [
            one.figure
            for one in self._others(announced)
            if one.figure and (one.day, one.place) < (announced.day, announced.place)
        ]
        same = [other for other in earlier if other[0] == measure and bool(other[2]) == bool(year)]
        return bool(same) and (measure, value, year) not in same

    def _states_differ(self, announced: Announced, before: str | None) -> bool:
        if before == announced.act:
            return False
        others = [(one.day, one.document, one.act) for one in self._others(announced)]
        mine = (announced.day, announced.document)
        was = _state([*others, (*mine, before)] if before else others)
        return was != _state([*others, (*mine, announced.act)])


def _state(acts: list[tuple[date, tuple[str, str], str]]) -> str:
    """How far an initiative has come; results count only after something better than a mention."""
    state = ""
    for _, _, act in sorted(acts):
        reached = FURTHER.get(state, -1)
        if act == "progress" and reached < FURTHER["pledged"]:
            act = "mentioned"  # noqa: PLW2901 - such results are no more than that
        if FURTHER[act] > reached:
            state = act
    return state


def concerns(person: Person, news: News, config: Config) -> bool:
    """Decide whether a person wants to be notified of it."""
    if person.changes:
        stronger = news.before is not None and not news.grew
        there = {"figures": news.figures, "state": news.states, "stronger": stronger}
        if not any(there[change] for change in person.changes):
            return False
    return asks_for(person, news.announced, news.announced.act, config)


def asks_for(person: Person, announced: Announced, act: str, config: Config) -> bool:
    """Decide whether a person wants it with an act, whatever it changed."""
    if person.incidents or person.finds or strength(act) < strength(person.least):
        return False
    if person.initiatives:
        parent = config.initiatives[announced.initiative].parent
        if announced.initiative not in person.initiatives and parent not in person.initiatives:
            return False
    if person.bodies and announced.body not in person.bodies:
        return False
    members = [one for one in announced.members if _takes(person, one)]
    words = {word for one in members for word in one.words}
    return bool(members) and set(person.words) <= words


def _takes(person: Person, member: Report) -> bool:
    return (
        (not person.sources or member.source in person.sources)
        and (not person.languages or member.language in person.languages)
        and person.tier in (None, member.tier)
    )
