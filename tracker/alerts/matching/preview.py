"""Preview what an alert would have sent, before it is added."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlmodel import Session

from config import Config
from db.beijing import beijing_day
from db.models import Alert, Find, Incident, now
from db.queries.replay import finds_since, incidents_since
from tracker.alerts.matching.forecast import Mails, forecast, weeks
from tracker.alerts.matching.match import wants_incident
from tracker.alerts.matching.replay import Replay, Told
from tracker.alerts.matching.rules import Rule

MOST_SAMPLES = 20


@dataclass(frozen=True)
class Preview:
    """What would have been reported in a period: how much of what, by week, in how many mails, and the newest.

    `weeks` are the last day of each and its count; `mails` the mails of each rate.
    """

    days: int
    what: str
    told: int
    seen: int
    weeks: list[tuple[date, int]]
    mails: dict[str, Mails]
    samples: list[dict[str, Any]]

    @property
    def a_week(self) -> float:
        """Return the average number of reports per week."""
        return round(self.told * 7 / self.days, 1)

    @property
    def summary(self) -> str:
        """Return the same in one line."""
        if self.seen and self.told in (0, self.seen):
            return f"this rule matches {self.told} of {self.seen} {self.what} of the last {self.days} days"
        return f"{self.told} of {self.seen} {self.what} in {self.days} days, {self.a_week} a week"


def preview(
    session: Session,
    rule: Rule,
    config: Config,
    days: int,
    *,
    alert: Alert | None = None,
    at: datetime | None = None,
    most: int = 20,
) -> Preview:
    """Apply a rule to the `days` before `at`; `alert` says when it would report, `most` its daily limit."""
    at = at or now()
    since = at - timedelta(days=days)
    told, seen = _told(session, rule, config, since, at)
    moments = [one.at for one in told]
    return Preview(
        days=days,
        what="incidents" if rule.incidents else "finds" if rule.finds else "announcements",
        told=len(told),
        seen=seen,
        weeks=weeks(moments, since, at),
        mails=forecast(alert or Alert(name="", recipient=""), [(one.at, one.story) for one in told], most),
        samples=[one.row for one in told[: -MOST_SAMPLES - 1 : -1]],
    )


class _Sample(NamedTuple):
    """What would have been reported at a moment, and of which story; what is sent together has the same one."""

    at: datetime
    story: Hashable
    row: dict[str, Any]


def _told(session: Session, rule: Rule, config: Config, since: datetime, at: datetime) -> tuple[list[_Sample], int]:
    """Return what would have been reported, oldest first, and out of how much."""
    if rule.incidents:
        opened = incidents_since(session, since)
        wanted = [one for one in opened if wants_incident(rule, one)]
        return [_Sample(one.opened_at, one.id, _incident(one)) for one in wanted], len(opened)
    if rule.finds:
        found = finds_since(session, since)
        return [_Sample(one.found_at, None, _find(one)) for one in found], len(found)
    replay = Replay(session, config, rule, since, at)
    told = [_Sample(told.at, told.announcement.story_id, _announcement(told)) for told in replay.run()]
    return told, replay.seen


def _announcement(told: Told) -> dict[str, Any]:
    one = told.announcement
    names = ("id", "day", "initiative", "act", "body", "headline", "quote")
    return {"at": told.at} | {name: getattr(one, name) for name in names} | {"why": told.why}


def _incident(one: Incident) -> dict[str, Any]:
    said = {"day": beijing_day(one.began_at), "source": one.source, "state": one.state, "headline": one.reason}
    return {"at": one.opened_at, "id": one.id} | said


def _find(one: Find) -> dict[str, Any]:
    said = {"day": one.first_seen, "name": one.name, "headline": one.title, "quote": one.quote}
    return {"at": one.found_at, "id": one.id} | said
