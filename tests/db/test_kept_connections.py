"""Tests that connections are kept between transactions, and used only while the database's file is at its place."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from db.connect import unwaiting
from db.engine import open_database, reading, writing
from db.models import Stamp
from db.queries.stamps import marks
from tests.factories.databases import make_database


def note(engine: Engine, name: str) -> None:
    """Write a row."""
    with writing(engine) as session:
        session.add(Stamp(name=name, mark=""))


def noted(engine: Engine) -> set[str]:
    """Return the names of the rows."""
    with reading(engine) as session:
        return set(session.exec(select(Stamp.name)))


def test_a_file_that_is_moved_away_and_back_is_noticed(tmp_path: Path) -> None:
    file, away = tmp_path / "tracker.db", tmp_path / "away.db"
    make_database(file)
    engine = open_database(f"sqlite:///{file}", new=False)
    opened: list[object] = []
    event.listen(engine, "connect", lambda connection, _record: opened.append(connection))
    note(engine, "one")
    note(engine, "two")
    assert len(opened) <= 1
    file.rename(away)
    with pytest.raises(OperationalError, match="unable to open database file"):
        note(engine, "lost")
    assert not file.exists()
    away.rename(file)
    note(engine, "three")
    assert noted(engine) == {"one", "two", "three"}
    engine.dispose()


def test_what_is_put_in_place_of_a_file_is_used(tmp_path: Path) -> None:
    file, other = tmp_path / "tracker.db", tmp_path / "other.db"
    for place in (file, other):
        make_database(place)
    engine, restored = open_database(f"sqlite:///{file}", new=False), open_database(f"sqlite:///{other}")
    note(engine, "old")
    note(restored, "restored")
    restored.dispose()
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    other.replace(file)
    assert noted(engine) == {"restored"}
    engine.dispose()


def test_an_engine_that_does_not_wait_fails_while_another_has_the_file(tmp_path: Path) -> None:
    file = tmp_path / "tracker.db"
    engine = open_database(f"sqlite:///{file}")
    note(engine, "one")
    quick = unwaiting(engine)
    assert quick
    assert marks(quick, ("one",)) == ("one=",)
    engine.dispose()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(OperationalError, match="locked"):
        marks(quick, ("one",))
    other.close()
    assert marks(quick, ("one",)) == ("one=",)
    engine.dispose()


def test_a_look_up_creates_no_file(tmp_path: Path) -> None:
    file = tmp_path / "tracker.db"
    engine = open_database(f"sqlite:///{file}")
    quick = unwaiting(engine)
    engine.dispose()
    file.unlink()
    assert quick
    with pytest.raises(OperationalError):
        marks(quick, ("one",))
    assert not file.exists()


def test_only_a_file_is_asked_without_waiting(engine: Engine) -> None:
    assert (unwaiting(engine) is None) == (engine.dialect.name == "postgresql")
    memory = open_database("sqlite://")
    assert unwaiting(memory) is None
    memory.dispose()
