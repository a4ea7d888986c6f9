"""Tests, by the databases' query plans, that the newest rows come from an index and no others are sorted."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session, select

from bench.make_database import body, fill, initiative
from db.engine import open_database, reading
from db.models import Announcement
from db.queries import news, past, timeline
from db.queries.deadlines import with_dates
from db.queries.listing import stating_targets
from db.queries.overview import source_counts
from db.queries.proofs import neighbours
from db.queries.timeline import Wanted
from tests.servers.postgresql import Cluster

BY_INITIATIVE, BY_BODY = "ix_announcement_initiative_day", "ix_announcement_body_day"
BY_DAY = "ix_announcement_timeline_day"
# PostgreSQL takes either of two for few rows: by initiative, or by day.
OF_TARGETS = "ix_announcement_target"
Ask = Callable[[Session], Any]


def newest(**wanted: Any) -> Ask:
    """Query a timeline's newest rows."""
    return lambda session: timeline.announcements(session, Wanted(most=20, **wanted))


def stories(**wanted: Any) -> Ask:
    """Query the news."""
    return lambda session: news.latest_stories(session, Wanted(most=20, **wanted))


# A rare initiative or body, so that reading everything is not a fair choice.
RARE, OTHER = initiative(30), initiative(31)
QUESTIONS: dict[str, tuple[Ask, str]] = {
    "newest of an initiative": (newest(initiatives=(RARE,)), BY_INITIATIVE),
    "newest of two initiatives": (newest(initiatives=(RARE, OTHER)), BY_INITIATIVE),
    "newest of one act": (newest(initiatives=(initiative(0),), acts=("issued",)), BY_INITIATIVE),
    "newest of a body": (newest(bodies=(body(40),)), BY_BODY),
    "newest of all": (newest(), BY_DAY),
    "news of an initiative": (stories(initiatives=(RARE,)), BY_INITIATIVE),
    "news of a body": (stories(bodies=(body(40),)), BY_BODY),
    "the neighbours of an announcement": (
        lambda session: neighbours(
            session, session.exec(select(Announcement).where(Announcement.initiative == RARE)).all()[10]
        ),
        BY_INITIATIVE,
    ),
    "states and series": (lambda session: timeline.reported(session, RARE), BY_INITIATIVE),
    "acts on which a state depends": (lambda session: past.spans(session, RARE, 0), "ix_daycount_initiative_day"),
    "figures of a unit": (
        lambda session: past.stating(session, RARE, ["辆"], date(2026, 1, 1), 1000),
        "ix_announcement_figures",
    ),
    "newest figures": (lambda session: timeline.newest_with_figures(session, RARE, 20), "ix_announcement_figures"),
    "targets of an initiative": (
        lambda session: stating_targets(session, Wanted((RARE,)), 20),
        OF_TARGETS,
    ),
    "targets of all": (lambda session: stating_targets(session, Wanted(), 20), "ix_announcement_target_day"),
    "coming days": (
        lambda session: with_dates(session, Wanted((RARE,)), date(2026, 1, 1), targets=False),
        "ix_announcement_days",
    ),
    "coming days and targets": (lambda session: with_dates(session, Wanted((RARE,))), OF_TARGETS),
    "a paper by its number": (
        lambda session: timeline.announced_by_paper(session, "国发〔2025〕1号"),
        "document_number",
    ),
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database with enough rows for an index to pay."""
    running: Cluster | None = None
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('plans') / 'tracker.db'}"
    else:
        running = request.getfixturevalue("postgresql")
        url = running.fresh()
    engine = open_database(url)
    fill(engine, 4000, 8000)
    yield engine
    engine.dispose()
    if running:
        running.drop(url)


def plans(engine: Engine, ask: Ask) -> str:
    """Return the plans of all queries, one line per step."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        with reading(engine) as session:
            ask(session)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    with engine.connect() as connection:
        rows = [row for sql, values in asked for row in connection.exec_driver_sql(f"{explain} {sql}", values)]
    return "\n".join(str(row[-1]) for row in rows)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_answered_from_its_index(filled: Engine, name: str) -> None:
    ask, index = QUESTIONS[name]
    plan = plans(filled, ask)
    assert index in plan, plan
    assert "SCAN announcement\n" not in f"{plan}\n", plan
    assert "Seq Scan on announcement" not in plan, plan


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name.startswith("newest") and "two" not in name])
def test_the_newest_are_not_found_by_sorting_all(filled: Engine, name: str) -> None:
    plan = plans(filled, QUESTIONS[name][0])
    # Rows of one day are sorted, which both databases say, and not days.
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan, plan
    assert "Sort  (" not in plan.replace("Incremental Sort  (", ""), plan


def test_of_several_initiatives_none_is_read_whole(filled: Engine) -> None:
    plan = plans(filled, newest(initiatives=(RARE, OTHER)))
    assert re.search(r"timeline_day ?>", plan), plan


def test_of_several_initiatives_the_newest_are_found(filled: Engine) -> None:
    named = (initiative(0), initiative(5), RARE)
    with reading(filled) as session:
        every = timeline.announcements(session, Wanted(named))
        for most in (1, 20, 300, len(every) + 1):
            found = timeline.announcements(session, Wanted(named, most=most))
            assert [one.id for one, _ in found] == [one.id for one, _ in every][-most:]


def test_documents_are_counted_without_reading_them(filled: Engine) -> None:
    plan = plans(filled, source_counts)
    # PostgreSQL does so for more documents than these.
    assert "USING COVERING INDEX ix_document_source" in plan or filled.dialect.name == "postgresql", plan
