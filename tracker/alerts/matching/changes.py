"""Compute what an announcement changed: its own act, its initiative's figures, its initiatives' state."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, get_args

from config import Config
from db.models import Announcement
from db.queries.timeline import Reported
from tracker.acts import strength
from tracker.development.changes import FigureChange, figure_changes
from tracker.development.measure import names_of
from tracker.development.series import Measured, points_of
from tracker.development.states import SUPERSEDED, Dated, development

Change = Literal["stronger", "figures", "state"]
CHANGES: tuple[Change, ...] = get_args(Change)


class Past(Protocol):
    """Define what an announcement is compared with: announcements of its initiative, or of another."""

    def acts(self, initiative: str) -> Sequence[Dated]:
        """Return those on which an initiative's state depends, in order: at least the first and last of each act.

        If the order of a day counts, all of that day are among them, also the announcement that is compared.
        """

    def figures(self, initiative: str, units: Collection[str]) -> Iterable[Measured]:
        """Return at least the others that state a figure in one of the units, in order."""

    def heard(self, initiative: str) -> date | None:
        """Return the day on which the newest of the others became known."""


@dataclass(frozen=True)
class StateChange:
    """An initiative that came into the state `now`; `before` is None if nothing was known of it."""

    initiative: str
    before: str | None
    now: str


@dataclass(frozen=True)
class Changes:
    """What one announcement changed; `before` is the weaker act by which it was known."""

    before: str | None = None
    figures: tuple[FigureChange, ...] = ()
    states: tuple[StateChange, ...] = ()

    def kinds(self) -> set[Change]:
        """Return which of CHANGES there are."""
        there: dict[Change, bool] = {
            "stronger": self.before is not None,
            "figures": bool(self.figures),
            "state": bool(self.states),
        }
        return {kind for kind in CHANGES if there[kind]}


NOTHING = Changes()


def changes_of(
    announcement: Announcement,
    before: str | None,
    past: Past,
    config: Config,
    today: date,
    wanted: Collection[str] = CHANGES,
) -> Changes:
    """Return what an announcement of today changes that was known by the act `before` (None: not at all).

    Figures and states are only compared with the `past` if they are `wanted`. Read again, the same announcement would
    give the same: this is computed once, in the transaction that writes it.
    """
    stronger = before is not None and strength(before) < strength(announcement.act)
    own_states = "state" in wanted and (stronger or before is None)
    return Changes(
        before=before if stronger else None,
        figures=tuple(_figures(announcement, past, config)) if "figures" in wanted and announcement.figures else (),
        states=tuple(_states(announcement, before, past, config, today)) if own_states else (),
    )


def _figures(announcement: Announcement, past: Past, config: Config) -> list[FigureChange]:
    others = past.figures(announcement.initiative, {unit for unit, _ in points_of([announcement])})
    return figure_changes(announcement, others, names_of(config.initiatives.get(announcement.initiative)))


def _states(
    announcement: Announcement, before: str | None, past: Past, config: Config, today: date
) -> list[StateChange]:
    """Return the change of its own initiative, and of initiatives that it replaces."""
    successors = [one.id for one in config.initiatives.values() if one.successor == announcement.initiative]
    found = [_own(announcement, before, past, config, today)]
    found += [_ended(announcement, id_, past, today) for id_ in successors]
    return [change for change in found if change]


def _own(announcement: Announcement, before: str | None, past: Past, config: Config, today: date) -> StateChange | None:
    initiative = config.initiatives.get(announcement.initiative)
    later = past.acts(initiative.successor) if initiative and initiative.successor else ()
    new, mine = _reported(announcement), past.acts(announcement.initiative)
    was = development(_with(mine, new, new._replace(act=before) if before else None), later, today).state
    now = development(_with(mine, new, new), later, today).state
    return StateChange(announcement.initiative, was, now) if now and now != was else None


def _ended(announcement: Announcement, predecessor: str, past: Past, today: date) -> StateChange | None:
    """Decide that an initiative is superseded: its successor was announced, and it has been silent long enough.

    Whether it was superseded before is judged as of the day of its successor's last announcement.
    """
    new, theirs, mine = _reported(announcement), past.acts(predecessor), past.acts(announcement.initiative)
    if development(theirs, _with(mine, new, new), today).state != SUPERSEDED:
        return None
    was = development(theirs, _with(mine, new, None), past.heard(announcement.initiative) or today).state
    return StateChange(predecessor, was, SUPERSEDED) if was != SUPERSEDED else None


def _with(mine: Sequence[Dated], new: Dated, known: Dated | None) -> list[Dated]:
    """Return an initiative's announcements with the `new` one as it is `known`, in its place; None leaves it out."""
    place = next((n for n, one in enumerate(mine) if one.id == new.id), len(mine))
    return [*mine[:place], *([known] if known else ()), *mine[place + 1 :]]


def _reported(announcement: Announcement) -> Reported:
    return Reported(
        announcement.id,
        announcement.act,
        announcement.timeline_day,
        announcement.first_seen_at,
        announcement.figures,
        announcement.stage,
    )
