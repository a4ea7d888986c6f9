"""Tests that PostgreSQL answers a search from the index of tokens, however often it is asked in one session."""

import random
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session

from bench.search import Words, fill
from db.engine import reading
from db.queries.timeline import Wanted
from tracker.search.answers import answer
from tracker.search.indexing import index_missing
from tracker.search.language import read_query

# A session's statement is prepared after five times, and planned for any values after five more.
REPEATED = 12


@pytest.fixture
def words(engine: Engine) -> list[str]:
    """Store documents, and return words of two characters that many, few and none of them have."""
    order = Words(random.Random(1))
    fill(engine, 200, order)
    index_missing(engine)
    phrases = order.phrases[""]
    return [phrases[0][:2], phrases[-1][:2], "龘龘"]


def search(session: Session, word: str) -> None:
    answer(session, read_query(word), Wanted(most=20))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_no_search_reads_all_texts(engine: Engine, words: list[str]) -> None:
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    with reading(engine) as session:
        for word in words:
            search(session, word)
        event.remove(engine, "before_cursor_execute", note)
        selects = [one for one in asked if "FROM search" in one[0]]
        rows = [
            row for sql, values in selects for row in session.connection().exec_driver_sql(f"EXPLAIN {sql}", values)
        ]
    plan = "\n".join(row[0] for row in rows)
    assert "ix_search_tokens" in plan
    assert "Seq Scan on search" not in plan, plan


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_repeated_search_is_planned_for_its_words(engine: Engine, words: list[str]) -> None:
    with reading(engine) as session:
        for _ in range(REPEATED):
            search(session, words[0])
        kept = "SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE statement LIKE '%FROM search%'"
        plans = session.connection().exec_driver_sql(kept.replace("%", "%%")).all()
    assert plans
    assert all(generic == 0 and custom for generic, custom in plans), plans
