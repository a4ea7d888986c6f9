"""Tests the rules by which sources are judged: calendar, gap, crawls, fill rates, states."""

from datetime import UTC, date, datetime, timedelta

import pytest

from db.models import Crawl
from tracker.health.calendar import is_workday
from tracker.health.crawls import failing, overdue
from tracker.health.fill import Reading, falls
from tracker.health.gap import UNLEARNED, learn, wait
from tracker.health.history import History, Sighting, sighting
from tracker.health.states import judge

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-01-04", True),  # a Sunday, worked for 2 January
        ("2026-02-13", True),
        ("2026-02-14", True),  # a Saturday, worked for Spring Festival
        ("2026-02-16", False),
        ("2026-02-23", False),
        ("2026-02-24", True),
        ("2026-04-06", False),
        ("2026-05-09", True),
        ("2026-09-20", True),
        ("2026-10-01", False),
        ("2026-10-07", False),
        ("2026-10-08", True),
        ("2026-10-10", True),
        ("2026-11-21", False),
        ("2026-11-23", True),
        ("2025-10-08", False),
        ("2025-10-11", True),
        ("2028-01-26", False),  # Spring Festival, known by law before any notice
        ("2028-10-03", False),
    ],
)
def test_the_calendar_knows_when_offices_work(day: str, works: bool) -> None:
    assert is_workday(date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("off", "after", "until", "workdays"),
    [
        (0, "2026-11-20", "2026-11-23", 1),  # Friday to Monday
        (0, "2026-02-14", "2026-02-24", 1),  # across Spring Festival
        (0, "2026-09-30", "2026-10-08", 1),  # across Golden Week
        (0, "2026-10-09", "2026-10-12", 2),  # a Saturday that is worked
        (1, "2026-09-30", "2026-10-08", 8),
        (0.5, "2026-11-20", "2026-11-23", 2),
        (0, "2026-11-23", "2026-11-23", 0),
        (0, "2026-11-24", "2026-11-23", 0),
    ],
)
def test_waits_are_counted_in_workdays(off: float, after: str, until: str, workdays: float) -> None:
    assert wait(off, date.fromisoformat(after), date.fromisoformat(until)) == workdays


def days(first: str, count: int, step: int = 1) -> list[date]:
    """So many days from the first on, each `step` after the one before."""
    return [date.fromisoformat(first) + n * step * DAY for n in range(count)]


WORKDAYS = [day for day in days("2026-01-05", 200) if is_workday(day)]


@pytest.mark.parametrize(
    ("known", "off", "usual", "limit"),
    [
        (WORKDAYS, 0, 1, (2, 2)),
        (days("2026-01-05", 120), 1, 1, (2, 2)),
        (days("2026-03-05", 30, step=7), 0, 5, (6, 15)),
        (WORKDAYS[::2] + WORKDAYS[::3], 0, 1.5, (4, 8)),
        (WORKDAYS[:10], 0, None, (UNLEARNED, UNLEARNED)),
        ([], 0, None, (UNLEARNED, UNLEARNED)),
    ],
)
def test_the_gap_is_learned(known: list[date], off: float, usual: float | None, limit: tuple[float, float]) -> None:
    rhythm = learn(known)
    assert rhythm.off == pytest.approx(off, abs=0.01)
    assert rhythm.usual == (usual and pytest.approx(usual, rel=0.1))
    assert limit[0] <= round(rhythm.limit, 6) <= limit[1]


def test_an_outage_teaches_nothing() -> None:
    out = (WORKDAYS[60], WORKDAYS[80])
    known = [day for day in WORKDAYS if not out[0] < day < out[1]]
    assert learn(known).limit > 10
    assert learn(known, [out]).limit == learn(WORKDAYS).limit == 2


def crawls(*verdicts: str, every: timedelta = 12 * HOUR, rows: tuple[int, ...] = ()) -> list[Crawl]:
    """Return ended crawls, given the oldest first and returned as histories have them: the newest first.

    The verdict "b:down" is about the list b alone; `rows` are those of list a, if it is to have others.
    """
    made = []
    for n, verdict in enumerate(reversed(verdicts)):
        where, _, what = verdict.rpartition(":")
        at = NOON - HOUR - n * every
        bad = what != "ok"
        lists = {id_: {"rows": 0 if bad and where in ("", id_) else 20} for id_ in ("a", "b")}
        if where == "articles":
            lists = {id_: {"rows": 20} for id_ in lists}
        reason = f"{where or 'all'} {what}" if bad else None
        made.append(Crawl(source="x", started_at=at, ended_at=at + HOUR, verdict=what, reason=reason))
        made[-1].counts = {"lists": lists}
    return made


@pytest.mark.parametrize(
    ("verdicts", "every", "state"),
    [
        (["ok", "ok"], 12, None),
        (["ok", "down"], 12, None),
        (["down", "down"], 12, "down"),
        (["down", "down", "ok"], 12, None),
        (["down", "ok", "down"], 12, None),
        (["ok", "blocked", "blocked"], 12, "blocked"),
        (["empty"] * 6, 1, None),  # five hours
        (["empty"] * 7, 1, "empty"),
        (["down"] * 20, 0.1, "down"),  # two hours of very many crawls
        (["a:down", "b:down"], 12, None),  # each list had its single failure
        (["a:empty", "a:empty"], 12, "empty"),
        (["down", "a:empty", "a:empty"], 12, "empty"),
        (["down", "blocked", "down", "blocked", "blocked"], 12, "blocked"),
        (["articles:down", "articles:down"], 12, "down"),
        (["error", "lost"], 12, "error"),
        (["ok", "full"], 12, "full"),
        (["full", "ok"], 12, None),
        (["full", "down"], 12, "down"),
    ],
)
def test_trouble_is_what_crawls_in_a_row_agree_on(verdicts: list[str], every: float, state: str | None) -> None:
    found = failing(crawls(*verdicts, every=every * HOUR))
    assert (found.state if found else None) == state


@pytest.mark.parametrize(
    ("ago", "every", "told"),
    [(20 * HOUR, HOUR, False), (25 * HOUR, HOUR, True), (25 * HOUR, DAY, False), (3 * DAY, DAY, True)],
)
def test_crawls_that_do_not_happen_are_an_error(ago: timedelta, every: timedelta, told: bool) -> None:
    newest = Crawl(source="x", started_at=NOON - ago, ended_at=NOON - ago, verdict="ok")
    assert (overdue(newest, every, NOON) is not None) is told


def readings(marks: str, before: int = 100, list_id: str = "a") -> list[Reading]:
    """Return one reading a day, newest first: `marks` from the newest on, then all good ones.

    "." is a good one; t, d, x, l one without title, date, text, matching layout; s one with a caption as its text; c
    one whose layout reads less than others see.
    """
    lengths = {"x": 0, "s": 12}
    return [
        Reading(list_id, NOON - n * DAY, mark != "t", mark != "d", lengths.get(mark, 900), mark != "l", mark == "c")
        for n, mark in enumerate(marks + "." * before)
    ]


@pytest.mark.parametrize(
    ("marks", "before", "fields"),
    [
        ("", 100, []),
        ("xx", 100, []),
        ("xxx", 100, ["text"]),
        ("sss", 100, ["text"]),
        ("ttt", 100, ["title"]),
        ("ddd", 100, ["date"]),
        ("lll", 100, ["layout"]),
        ("cc", 100, []),
        ("ccc", 100, ["all that other readers find"]),
        ("x.x.xx.x", 100, ["text"]),
        ("xxx", 9, []),  # too little is known of before
        ("xxx", 20, []),
        ("xxxxx", 20, ["text"]),
        ("....." + "x" * 15, 100, []),  # well again
        ("xdt", 100, []),  # each of another kind
        ("x.........x.........x.........", 100, []),
    ],
)
def test_a_share_falls_when_chance_cannot_have_done_it(marks: str, before: int, fields: list[str]) -> None:
    assert [fall.field for fall in falls(readings(marks, before))] == fields


def test_a_long_fall_does_not_become_its_own_measure() -> None:
    long = readings("x" * 150, 50)
    assert falls(long) == []
    (fall,) = falls(long, broken_since=NOON - 149 * DAY)
    assert (fall.field, fall.before, fall.now) == ("text", 1, 0)


def history(**known: object) -> History:
    """Return the history of a source that is well: two lists, crawled twice a day, an item each workday."""
    well: dict[str, object] = {
        "crawls": crawls(*["ok"] * 5),
        "sightings": sightings(1),
        "readings": readings(""),
        "watched_since": NOON - 300 * DAY,
    }
    return History(source="x", every=12 * HOUR, **(well | known))  # type: ignore[arg-type]


def sightings(silent: int, list_id: str = "a") -> list[Sighting]:
    """One on each workday of a year, but none in the last `silent` days."""
    known = [TODAY - n * DAY for n in range(silent, 300)]
    return [Sighting(list_id, day, day) for day in known if is_workday(day)]


@pytest.mark.parametrize(
    ("known", "state", "reason"),
    [
        ({}, "ok", ""),
        ({"crawls": []}, "new", ""),
        ({"crawls": crawls("ok", "down")}, "ok", ""),
        ({"crawls": crawls("down", "down")}, "down", "all down"),
        ({"crawls": crawls("down", "down"), "sightings": sightings(40)}, "down", "all down"),
        ({"crawls": crawls("b:empty", "b:empty"), "sightings": sightings(8)}, "empty", "b empty"),
        ({"sightings": sightings(2)}, "ok", ""),
        ({"sightings": sightings(8)}, "quiet", "silent for 8 days, usual gap 1"),
        ({"sightings": [*sightings(1), *sightings(12, "b")]}, "quiet", "list b: silent for 12 days, usual gap 1"),
        ({"sightings": []}, "quiet", "silent for 300 days"),
        ({"sightings": [], "watched_since": NOON - 20 * DAY}, "ok", ""),
        ({"readings": readings("xxx")}, "changed", "text found in 0% of pages, 100% before"),
        ({"readings": [*readings("", 90, "b"), *readings("lll")]}, "changed", "list a: layout found in 0%"),
        ({"canary": "date no longer found"}, "changed", "date no longer found"),
        ({"crawls": crawls("b:down", "b:down"), "readings": readings("xxx")}, "down", "b down"),
    ],
)
def test_the_worst_that_is_wrong_is_the_state(known: dict[str, object], state: str, reason: str) -> None:
    health = judge(history(**known), NOON)
    assert health.state == state
    told = [finding.reason for finding in health.findings if finding.state == state]
    assert told[0].startswith(reason) if told else not reason


def test_what_cannot_be_seen_is_not_called_over() -> None:
    assert judge(history(crawls=crawls("ok", "down"), sightings=sightings(40)), NOON).sure.isdisjoint(
        ("quiet", "changed")
    )
    partly = judge(history(crawls=crawls("b:down", "b:down"), sightings=sightings(40)), NOON)
    assert [finding.state for finding in partly.findings] == ["down", "quiet"]
    assert "quiet" not in partly.sure


@pytest.mark.parametrize(
    ("published", "precision", "backfilled", "day", "newest"),
    [
        (datetime(2026, 11, 19, 16, tzinfo=UTC), "day", False, date(2026, 11, 20), TODAY),  # listed late
        (datetime(2026, 11, 19, 16, tzinfo=UTC), "day", True, date(2026, 11, 20), date(2026, 11, 20)),
        (datetime(2026, 10, 31, 16, tzinfo=UTC), "month", True, None, None),
        (datetime(2026, 10, 31, 16, tzinfo=UTC), "month", False, TODAY, TODAY),
        (None, None, False, TODAY, TODAY),
        (datetime(2027, 1, 1, tzinfo=UTC), "minute", False, TODAY, TODAY),
    ],
)
def test_a_document_stands_for_a_day(
    published: datetime | None, precision: str | None, backfilled: bool, day: date | None, newest: date | None
) -> None:
    seen = sighting("a", published, precision, NOON, backfilled)
    assert (seen.day, seen.newest) == (day, newest)
