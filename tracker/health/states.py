"""Judge the state of a source by its history: a pure function, so that past days are judged like today."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, TypeVar

from db.beijing import BEIJING, beijing_day
from tracker.health.crawls import failing, overdue, rowless
from tracker.health.fill import Fall, Reading, falls
from tracker.health.gap import Rhythm, learn, wait
from tracker.health.history import History, Sighting

STATES = ("blocked", "down", "empty", "error", "full", "changed", "quiet", "new", "ok")
"""Worst first: the site refuses us; does not answer; a list has no rows; our crawls fail or do not happen; it has
brought all that we store of it in a day; lists have other rows than declared, or readings find less than they did;
longer silent than it ever is; has never answered a crawl; all is well."""
BY_CRAWLS = frozenset(("blocked", "down", "empty", "error", "full"))

Part = TypeVar("Part", Sighting, Reading)


class Finding(NamedTuple):
    """One thing that is wrong with a source, since when, and the evidence."""

    state: str
    since: datetime
    reason: str


@dataclass(frozen=True)
class Silence:
    """How long nothing new has come: in calendar days, and in workdays by the learned rhythm."""

    since: date
    days: int
    waited: float
    rhythm: Rhythm

    @property
    def too_long(self) -> bool:
        """Decide whether it is longer than the source's usual intervals."""
        return self.waited >= self.rhythm.limit

    def __str__(self) -> str:
        usual = f", usual gap {self.rhythm.usual:.0f}" if self.rhythm.usual else ""
        return f"silent for {self.days} days{usual}"


@dataclass(frozen=True)
class Health:
    """The state of a source: everything that is wrong with it, and the states that are known to be over."""

    source: str
    findings: tuple[Finding, ...] = ()
    sure: frozenset[str] = frozenset()
    silence: Silence | None = None
    note: str = ""
    """Why a source is new that was crawled: what its newest crawl says."""

    @property
    def state(self) -> str:
        """Return the worst of what is wrong, otherwise "ok", or "new" if it has never answered a crawl."""
        otherwise = "ok" if self.sure else "new"
        return min((finding.state for finding in self.findings), key=STATES.index, default=otherwise)


def judge(history: History, at: datetime) -> Health:
    """Judge a source at the moment `at`. The silence of lists that cannot be read now is not judged."""
    crawls = history.crawls
    if not crawls:
        return Health(history.source)
    fails = overdue(crawls[0], history.every, at) or failing(crawls)
    findings = [Finding(*fails)] if fails else []
    if not any(crawl.verdict in ("ok", "changed") for crawl in crawls) and not history.sightings:
        # It has never answered: there is no evidence that all is well.
        return Health(history.source, tuple(findings), note=f"has not answered yet: {crawls[0].reason}")
    silence = _silence(history, history.sightings, at)
    dead, lists = rowless(crawls[0]), crawls[0].counts.get("lists", {})
    if not dead:
        by_crawls = any(finding.state == "changed" for finding in findings)
        findings += [*(() if by_crawls else _changed(history)), *_quiet(history, silence, at)]
        return Health(history.source, tuple(findings), BY_CRAWLS | {"changed", "quiet"}, silence)
    living = replace(history, lists=frozenset(lists) - dead)
    if living.lists:
        findings += [*_changed(living), *_quiet(living, silence, at)]
    return Health(history.source, tuple(findings), BY_CRAWLS, silence)


def _changed(history: History) -> Iterator[Finding]:
    """Return the first of: what the current layouts can no longer read, and what readings find less often."""
    if history.canary:
        yield Finding("changed", history.crawls[0].started_at, history.canary)
        return
    for where, readings in _parts(history, history.readings):
        if found := falls(readings, history.broken_since):
            yield Finding("changed", min(fall.since for fall in found), where + _told(found))
            return


def _quiet(history: History, whole: Silence, at: datetime) -> Iterator[Finding]:
    """Return the source, or else the first of its lists with a known rhythm, that is silent for too long."""
    for where, sightings in _parts(history, history.sightings):
        silence = _silence(history, sightings, at) if where else whole
        if silence.too_long and (silence.rhythm.usual or not where):
            yield Finding("quiet", datetime.combine(silence.since, time(), BEIJING), f"{where}{silence}")
            return


def _parts(history: History, items: Sequence[Part]) -> Iterator[tuple[str, Sequence[Part]]]:
    """Yield the items of the source as a whole, if all of it can be seen, and then of each list."""
    if history.lists is None:
        yield "", items
    by_list: dict[str, list[Part]] = defaultdict(list)
    for item in items:
        by_list[item.list_id or ""].append(item)
    if len(by_list) == 1 and history.lists is None:
        return
    for list_id, of_list in sorted(by_list.items()):
        if history.lists is None or list_id in history.lists:
            yield f"list {list_id}: ", of_list


def _told(found: Sequence[Fall]) -> str:
    return ", ".join(f"{fall.field} found in {fall.now:.0%} of pages, {fall.before:.0%} before" for fall in found)


def _silence(history: History, sightings: Sequence[Sighting], at: datetime) -> Silence:
    """Count the whole days since the newest item, or since our first crawl without one."""
    today = beijing_day(at)
    rhythm = learn([day for one in sightings if (day := one.day)], history.blind)
    newest = (day for one in sightings if (day := one.newest))
    since = max(newest, default=beijing_day(history.watched_since or at))
    return Silence(since, (today - since).days, wait(rhythm.off, since, today - timedelta(days=1)), rhythm)
