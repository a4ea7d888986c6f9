"""Compute what an announcement changed: its own act, its initiative's figures, its initiatives' state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from config import Config
from db.beijing import beijing_day
from db.models import Announcement
from db.queries.timeline import Reported
from tracker.acts import strength
from tracker.development.changes import FigureChange, figure_changes
from tracker.development.measure import names_of
from tracker.development.states import SUPERSEDED, development

Change = Literal["stronger", "figures", "state"]
CHANGES: tuple[Change, ...] = get_args(Change)
Reports = Callable[[str], Sequence[Reported]]


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


def changes_of(announcement: Announcement, before: str | None, others: Reports, config: Config, today: date) -> Changes:
    """Return what an announcement of today changes that was known by the act `before` (None: not at all).

    `others` gives the earlier announcements of an initiative. Read again, the same announcement would give the same:
    this is computed once, in the transaction that writes it.
    """
    stronger = before is not None and strength(before) < strength(announcement.act)
    mine = others(announcement.initiative)
    own = names_of(config.initiatives.get(announcement.initiative))
    return Changes(
        before=before if stronger else None,
        figures=tuple(figure_changes(announcement, mine, own)) if announcement.figures else (),
        states=tuple(_states(announcement, before, others, config, today)) if stronger or before is None else (),
    )


def _states(
    announcement: Announcement, before: str | None, others: Reports, config: Config, today: date
) -> list[StateChange]:
    """Return the change of its own initiative, and of initiatives that it replaces."""
    successors = [one.id for one in config.initiatives.values() if one.successor == announcement.initiative]
    found = [_own(announcement, before, others, config, today)]
    found += [_ended(announcement, id_, others, today) for id_ in successors]
    return [change for change in found if change]


def _own(
    announcement: Announcement, before: str | None, others: Reports, config: Config, today: date
) -> StateChange | None:
    initiative = config.initiatives.get(announcement.initiative)
    later = others(initiative.successor) if initiative and initiative.successor else ()
    mine, new = list(others(announcement.initiative)), _reported(announcement)
    known = [*mine, new._replace(act=before)] if before else mine
    was = development(known, later, today).state
    now = development([*mine, new], later, today).state
    return StateChange(announcement.initiative, was, now) if now and now != was else None


def _ended(announcement: Announcement, predecessor: str, others: Reports, today: date) -> StateChange | None:
    """Decide that an initiative is superseded: its successor was announced, and it has been silent long enough.

    Whether it was superseded before is judged as of the day of its successor's last announcement.
    """
    theirs, mine = others(predecessor), others(announcement.initiative)
    heard = [day for one in mine if (day := beijing_day(one.first_seen_at))]
    was = development(theirs, mine, max(heard, default=today)).state
    now = development(theirs, [*mine, _reported(announcement)], today).state
    return StateChange(predecessor, was, SUPERSEDED) if now == SUPERSEDED != was else None


def _reported(announcement: Announcement) -> Reported:
    return Reported(
        announcement.id,
        announcement.act,
        announcement.timeline_day,
        announcement.first_seen_at,
        announcement.figures,
        announcement.stage,
    )
