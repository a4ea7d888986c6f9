"""Decide from the newest crawls whether a source fails, since when, and how."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

from db.models import Crawl

# One failed crawl is not enough: two or more in a row must agree, for some hours, or very many.
LEAST = 2
ENOUGH = 20
PATIENCE = timedelta(hours=6)
OVERDUE = timedelta(days=1)
WHOLE = frozenset("*")
FULL = "full"
STATES = {
    "changed": "changed",
    "blocked": "blocked",
    "down": "down",
    "empty": "empty",
    "error": "error",
    "lost": "error",
    FULL: FULL,
}
"""The state that a crawl's verdict speaks for."""


class Failing(NamedTuple):
    """How a source fails: `state` is a value of STATES, `reason` one line of the newest crawl that says so."""

    state: str
    since: datetime
    reason: str


def failing(crawls: Sequence[Crawl]) -> Failing | None:
    """Return what is wrong by the ended `crawls`, newest first; None if nothing is, or it is not certain yet."""
    if full := list(takewhile(lambda crawl: crawl.verdict == FULL, crawls)):
        # Our own limit is certain at once.
        return Failing(FULL, full[-1].started_at, full[0].reason or "")
    bad = _in_a_row(crawls)
    lasts = bad[0].started_at - bad[-1].started_at if bad else timedelta()
    if len(bad) < LEAST or (lasts < PATIENCE and len(bad) < ENOUGH):
        return None
    # A site that refuses us today and times out tomorrow has one problem, not two by turns; of two equally frequent
    # ones, the newer one counts.
    states = Counter(STATES[crawl.verdict or "error"] for crawl in bad)
    state = states.most_common(1)[0][0]
    reason = next(crawl.reason or "" for crawl in bad if STATES[crawl.verdict or "error"] == state)
    return Failing(state, bad[-1].started_at, reason)


def rowless(crawl: Crawl) -> frozenset[str]:
    """Return the lists without rows in a crawl that failed; all lists, if it failed although they had rows."""
    if crawl.verdict in ("ok", "changed"):
        return frozenset()
    lists = crawl.counts.get("lists", {})
    return frozenset(id_ for id_, counts in lists.items() if not counts.get("rows")) or frozenset(lists) or WHOLE


def _unconfirmed(crawl: Crawl) -> frozenset[str]:
    """Return the lists whose rows were found elsewhere than declared."""
    lists = crawl.counts.get("lists", {})
    return frozenset(id_ for id_, counts in lists.items() if counts.get("unconfirmed"))


def overdue(newest: Crawl, every: timedelta, at: datetime) -> Failing | None:
    """Decide whether the source is no longer crawled, though it should be crawled `every` so often."""
    ended = newest.ended_at or newest.started_at
    if at - ended <= max(OVERDUE, 2 * every):
        return None
    return Failing("error", ended, f"no crawl has ended since {ended:%Y-%m-%d %H:%M} UTC")


def _in_a_row(crawls: Sequence[Crawl]) -> list[Crawl]:
    """Return the newest crawls that failed in the same place: a list, or the source as a whole."""
    bad: list[Crawl] = []
    common: frozenset[str] = frozenset()
    for crawl in crawls:
        troubled = rowless(crawl) | _unconfirmed(crawl)
        common = common & troubled if bad else troubled
        if not common:
            break
        bad.append(crawl)
    return bad
