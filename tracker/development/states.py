"""Compute the state of an initiative from its announcements, by one rule.

An initiative passes through STATES. It has reached the furthest state for which there is an announcement, and the first
announcement of each state begins a phase. It is superseded when its declared successor was announced and it was not
itself mentioned for QUIET.
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
# A silence of this length between two announcements is a gap worth reporting.
GAP = timedelta(days=180)


class Dated(Protocol):
    """Define the fields that a development is made from: those of an announcement, or of a row that has them."""

    @property
    def id(self) -> int | None:
        """Return its number."""

    @property
    def act(self) -> str:
        """Return its act."""

    @property
    def stage(self) -> str | None:
        """Return the stage that its paper has reached."""

    @property
    def timeline_day(self) -> date | None:
        """Return its place in time."""


@dataclass(frozen=True)
class Phase:
    """Hold the day `since` when the initiative was in `state`, as announcement `announcement_id` proves."""

    state: str
    since: date
    announcement_id: int


@dataclass(frozen=True)
class Development:
    """Hold the state of an initiative, how it reached it, and the silences in between."""

    state: str | None
    first: date | None
    last: date | None
    phases: tuple[Phase, ...]
    gaps: tuple[tuple[date, date], ...]


def development(announcements: Sequence[Dated], successor: Sequence[Dated], today: date) -> Development:
    """Compute an initiative's development from its announcements; `successor` are those of its replacement, if any.

    Announcements of one day stay in the order in which they are given. Results alone do not make a policy: `progress`
    counts only after an act stronger than a mention.
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
