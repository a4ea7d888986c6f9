"""The state of an initiative, from its announcements, by one rule.

An initiative passes through STATES. It has reached the furthest for which there is an announcement; the first
announcement of each is the beginning of a phase. It is superseded when its declared successor was announced and
it was not heard of itself for QUIET.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol

# Act (of a paper "issued/" and its stage) -> the state that it brings an initiative to, in the order of its life.
STATES = {
    "mentioned": "spoken of",
    "pledged": "pledged",
    "launched": "launched",
    "issued/draft": "paper drafted",
    "issued/adopted": "paper adopted",
    "issued": "paper issued",
    "designated": "entities designated",
    "progress": "results reported",
}
ORDER = tuple(STATES.values())
SUPERSEDED = "superseded"
QUIET = timedelta(days=730)
# Nothing for so long, between two announcements, is a gap worth telling.
GAP = timedelta(days=180)


class Dated(Protocol):
    """What a development is made of: an announcement, or a row that has as much of one."""

    @property
    def id(self) -> int | None:
        """Its number."""

    @property
    def act(self) -> str:
        """What was done."""

    @property
    def stage(self) -> str | None:
        """How far the paper has come that it tells of."""

    @property
    def timeline_day(self) -> date | None:
        """Where it stands in time."""


@dataclass(frozen=True)
class Phase:
    """From `since` on the initiative was in `state`, as announcement `announcement_id` proves."""

    state: str
    since: date
    announcement_id: int


@dataclass(frozen=True)
class Development:
    """Where an initiative stands, how it came there, and when nothing was heard of it."""

    state: str | None
    first: date | None
    last: date | None
    phases: tuple[Phase, ...]
    gaps: tuple[tuple[date, date], ...]


def development(announcements: Sequence[Dated], successor: Sequence[Dated], today: date) -> Development:
    """Tell an initiative's development from its announcements; `successor` are those of what replaces it, if anything.

    Those of one day stay in the order in which they are given.
    Results alone make no policy: `progress` counts only once something stronger than a mention stands.
    """
    told = sorted((a for a in announcements if a.timeline_day), key=lambda a: a.timeline_day or date.min)
    phases = _phases(told)
    days = [a.timeline_day for a in told if a.timeline_day]
    gaps = tuple((one, other) for one, other in pairwise(days) if other - one >= GAP)
    state = phases[-1].state if phases else None
    later = [a.timeline_day for a in successor if a.timeline_day]
    if days and later and max(later) > days[-1] and today - days[-1] >= QUIET:
        state = SUPERSEDED
    return Development(state, days[0] if days else None, days[-1] if days else None, phases, gaps)


def _phases(told: Sequence[Dated]) -> tuple[Phase, ...]:
    phases: list[Phase] = []
    for announcement in told:
        state = STATES.get(f"{announcement.act}/{announcement.stage}", STATES[announcement.act])
        reached = ORDER.index(phases[-1].state) if phases else -1
        if state == "results reported" and reached < ORDER.index("pledged"):
            state = "spoken of"
        if ORDER.index(state) > reached and announcement.timeline_day:
            phases.append(Phase(state, announcement.timeline_day, announcement.id or 0))
    return tuple(phases)
