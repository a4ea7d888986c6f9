"""Tests the overview of all initiatives, and pages of lists that are cut between days."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from config import Config
from db.engine import reading
from db.queries.timeline import Wanted, announcements
from tests.factories.announcements import announce
from tracker.development.states import development
from tracker.views.overview import overview
from tracker.views.pages_by_day import page_of

TODAY = date(2026, 11, 30)


def test_the_overview_shows_state_last_act_and_months(engine: Engine, config: Config) -> None:
    for act, day in (
        ("mentioned", "2026-01-05"),
        ("issued", "2026-02-01"),
        ("progress", "2026-10-01"),
        ("mentioned", "2026-10-01"),
    ):
        announce(engine, config, act=act, day=date.fromisoformat(day))
    announce(engine, config, initiative="six-g", act="progress", day=date(2026, 11, 2))
    announce(engine, config, initiative="quantum", act="issued", day=TODAY, withdrawn=True)
    with reading(engine) as session:
        rows = overview(session, config, TODAY)
    assert [row.id for row in rows[:2]] == ["six-g", "ai-plus"]
    assert (rows[0].state, rows[0].act, rows[0].count) == ("spoken of", "progress", 1)
    assert (rows[1].state, rows[1].act, rows[1].first, rows[1].last, rows[1].count) == (
        *("results reported", "progress"),
        *(date(2026, 1, 5), date(2026, 10, 1), 4),
    )
    assert len(rows[1].months) == 24
    assert rows[1].months[-2:] == (2, 0)
    assert len(rows) == len(config.initiatives)
    assert next(row for row in rows if row.id == "quantum").count == 0


ACTS = [
    [("progress", 1), ("issued", 2), ("progress", 3)],
    [("progress", 1), ("progress", 2)],
    [("mentioned", 1), ("pledged", 2), ("mentioned", 9)],
    [("issued", 5), ("designated", 5), ("launched", 1)],
]


@pytest.mark.parametrize("acts", ACTS)
def test_the_state_of_the_overview_is_that_of_the_development(
    engine: Engine, config: Config, acts: list[tuple[str, int]]
) -> None:
    for act, day in acts:
        announce(engine, config, act=act, day=date(2026, 6, day))
    with reading(engine) as session:
        told = [one for one, _ in announcements(session, Wanted(("ai-plus",)))]
        row = next(row for row in overview(session, config, TODAY) if row.id == "ai-plus")
    assert row.state == development(told, [], TODAY).state


@pytest.mark.parametrize("a_day", [1, 3, 7, 30])
def test_pages_hold_every_row_once(a_day: int) -> None:
    rows = [(TODAY - timedelta(days=number // a_day), number) for number in range(60)]

    def fetch(wanted: Wanted) -> list[tuple[date, int]]:
        fits = [
            row
            for row in rows
            if (not wanted.until or row[0] <= wanted.until) and (not wanted.since or row[0] >= wanted.since)
        ]
        return fits[: wanted.most]

    seen: list[tuple[date, int]] = []
    until: date | None = TODAY
    pages = 0
    while until:
        page, until = page_of(fetch, lambda row: row[0], Wanted(until=until), 10)
        seen += page
        pages += 1
    assert seen == rows
    assert pages <= 60 // min(a_day, 10) + 1
