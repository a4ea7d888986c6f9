"""Tests that every revision is reached from every earlier one with all rows of a full database, kill -9 included."""

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, text

from db.connect import connect, write
from db.engine import DatabaseError, open_database
from db.migrations.upgrade import newest, revisions, upgrade
from tests.filling import Rows, faults, fill, rows, tables, upgrade_and_die
from tests.postgresql import Cluster

REVISIONS = revisions()
# What a revision takes away by intent: the table's name, then the column's where not the whole content goes.
TAKEN = {"0006": {("storytrace", ""), ("document", "signature")}}
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.filling", "alembic.command", "alembic.config", "psycopg"])


# After so many statements an upgrade is killed; the last number stands for the moment before the commit.
DEATHS = (12, 30, 10_000)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Makes databases without tables; gives the address of each."""
    if request.param == "sqlite":
        yield lambda: f"sqlite:///{tmp_path / uuid4().hex}.db"
        return
    running: Cluster = request.getfixturevalue("postgresql")
    made: list[str] = []

    def make() -> str:
        made.append(running.fresh("template1"))
        return made[-1]

    yield make
    for url in made:
        running.drop(url)


def filled(url: str, revision: str) -> Engine:
    """A database as a program of that revision made it, with rows in every table."""
    engine = connect(url)
    upgrade(engine, revision)
    fill(engine)
    return engine


def assert_kept(before: Rows, after: Rows, since: str, to: str = REVISIONS[-1]) -> None:
    """Every row is there, with everything that it said, but for what revisions in between take away by intent."""
    taken = {what for revision, those in TAKEN.items() if since < revision <= to for what in those}
    for table, old in before.items():
        if (table, "") in taken:
            continue
        kept = [{name: value for name, value in row.items() if (table, name) not in taken} for row in old]
        found = [{name: row.get(name, "lost") for name in kept[0]} for row in after[table]]
        assert sorted(map(str, found)) == sorted(map(str, kept)), table


@pytest.mark.parametrize(("since", "to"), list(combinations(REVISIONS, 2)))
def test_a_full_database_is_upgraded_with_all_its_rows(empty: Callable[[], str], since: str, to: str) -> None:
    engine = filled(empty(), since)
    before = rows(engine)
    assert all(before.values()), "every table has rows"
    for _ in range(2):
        upgrade(engine, to)
        assert_kept(before, rows(engine), since, to)
        assert not faults(engine)
    engine.dispose()


@pytest.mark.parametrize("since", REVISIONS[:-1])
def test_an_upgrade_that_is_killed_leaves_all_as_it_was_and_is_repeated(empty: Callable[[], str], since: str) -> None:
    engine = filled(url := empty(), since)
    before, made = rows(engine), tables(engine)
    for at in DEATHS:
        engine.dispose()
        victim = FORKS.Process(target=upgrade_and_die, args=(url, newest(), at))
        victim.start()
        victim.join()
        assert victim.exitcode == -signal.SIGKILL
        assert rows(engine) == before
        assert tables(engine) == made
        assert not faults(engine)
    engine.dispose()
    upgraded, new = open_database(url), open_database(empty())
    assert_kept(before, rows(upgraded), since)
    assert not faults(upgraded)
    assert tables(upgraded) == tables(new)
    upgraded.dispose()
    new.dispose()


def test_a_newer_database_is_refused_untouched(empty: Callable[[], str]) -> None:
    engine = open_database(url := empty())
    with write(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    fill(engine)
    before = rows(engine)
    for _ in range(2):
        with pytest.raises(DatabaseError, match=r"^database \S+ was upgraded to revision 9999 by a newer program"):
            open_database(url)
    assert rows(engine) == before
    engine.dispose()
