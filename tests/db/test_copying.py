"""Tests that a copy on the other database is the same to the last row, or is not there at all."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Engine, event, inspect, text

from config import Config
from db.address import DatabaseError
from db.connect import connect, write
from db.copying import copy
from db.engine import DatabaseAwayError, MissingError, open_database, open_to_read, writing
from db.models import Document, Page, Story
from db.store.pages import add_page
from tests.factories.announcements import announce
from tests.factories.filling import fill, rows
from tests.processes.running import Tracker
from tests.servers.postgresql import Cluster
from tracker.pipeline.read import read
from tracker.search.indexing import index_missing

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["db.copying", "alembic.command", "alembic.config", "psycopg"])
PAGE = """<html><head><title>工业和信息化部印发《“人工智能+”行动实施方案》</title></head><body><h1>工业和信息化部印发
《“人工智能+”行动实施方案》</h1><p>2026年8月{day}日，工业和信息化部印发《“人工智能+”行动实施方案》，提出到2027年培育{count}家企业。</p>
</body></html>"""


@pytest.fixture
def other(request: pytest.FixtureRequest, engine: Engine, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database on the other engine."""
    if engine.dialect.name == "postgresql":
        yield f"sqlite:///{tmp_path / 'copy.db'}"
        return
    running: Cluster = request.getfixturevalue("postgresql")
    yield (url := running.fresh("template1"))
    running.drop(url)


def everything(engine: Engine) -> dict[str, list[str]]:
    """Return all rows, except what the full-text index says of itself; SQLite has no time zones."""
    found = rows(engine)
    for row in found["document"]:
        row.pop("indexed_by")
    return {name: sorted(repr(sorted(map(plain, row.items()))) for row in some) for name, some in found.items()}


def plain(item: tuple[str, Any]) -> tuple[str, Any]:
    """Return a column's name, and its value without a time zone."""
    name, value = item
    return name, value.replace(tzinfo=None) if isinstance(value, datetime) else value


def index(engine: Engine) -> None:
    """Fill the full-text index."""
    index_missing(engine)


def test_every_row_arrives_and_comes_back(engine: Engine, other: str, tmp_path: Path) -> None:
    fill(engine)
    seen: list[tuple[int, int]] = []
    count = copy(engine, other, index, lambda *told: seen.append(told))
    assert seen[-1] == (count, count)
    there = open_database(other)
    assert everything(there) == everything(engine)
    back = f"sqlite:///{tmp_path / 'back.db'}"
    assert copy(there, back, index) == count
    again = open_database(back)
    assert everything(again) == everything(engine)
    with writing(there) as session:
        session.add(Story())
    there.dispose()
    again.dispose()
    assert not [file.name for file in tmp_path.iterdir() if "unfinished" in file.name]


def test_the_copy_says_what_the_pages_say(engine: Engine, other: str, config: Config, tmp_path: Path) -> None:
    with writing(engine) as session:
        for day in (1, 2, 3):
            page = Page(source="import", key=str(day), url=f"https://www.example.org/{day}.html", sha256="")
            page.content_type = "text/html; charset=utf-8"
            add_page(session, page, PAGE.format(day=day, count=100 * day).encode())
    read(engine, config)
    url = engine.url.render_as_string(hide_password=False)
    ours, theirs = Tracker(tmp_path, database=url), Tracker(tmp_path, database=other)
    ours.run("db", "copy", other)
    found = [tracker.json("db", "check", "--digest") for tracker in (ours, theirs)]
    assert found[0] == found[1]
    assert found[0]["faults"] == []
    assert theirs.json("timeline", "ai-plus") == ours.json("timeline", "ai-plus") != []
    assert [row["url"] for row in theirs.json("search", "实施方案")] == [
        row["url"] for row in ours.json("search", "实施方案")
    ]


def test_a_target_with_rows_is_refused_untouched(engine: Engine, database_url: str, tmp_path: Path) -> None:
    fill(engine)
    full = open_database(f"sqlite:///{tmp_path / 'from.db'}")
    before = rows(engine)
    with pytest.raises(DatabaseError, match=r"already exists; name a new file|has rows in \w+ already"):
        copy(full, database_url, index)
    assert rows(engine) == before
    full.dispose()


def test_a_target_of_another_program_is_refused(postgresql: Cluster, tmp_path: Path) -> None:
    url = postgresql.fresh("template1")
    theirs = connect(url)
    with write(theirs) as connection:
        connection.execute(text("CREATE TABLE theirs (id integer)"))
    ours = open_database(f"sqlite:///{tmp_path / 'from.db'}")
    with pytest.raises(DatabaseError, match="tables of another program, such as theirs"):
        copy(ours, url, index)
    assert inspect(theirs).get_table_names() == ["theirs"]
    theirs.dispose()
    ours.dispose()
    postgresql.drop(url)


def test_a_target_that_the_server_does_not_have_is_named(postgresql: Cluster, tmp_path: Path) -> None:
    url = postgresql.fresh("template1")
    postgresql.drop(url)
    ours = open_database(f"sqlite:///{tmp_path / 'from.db'}")
    with pytest.raises(DatabaseError, match="does not exist; create it with createdb") as refused:
        copy(ours, url, index)
    assert not isinstance(refused.value, DatabaseAwayError)
    for opened in (open_database, open_to_read):
        with pytest.raises(MissingError, match="does not exist"):
            opened(url)
    ours.dispose()


def test_a_row_that_postgresql_cannot_take_stops_the_copy(postgresql: Cluster, tmp_path: Path) -> None:
    ours = open_database(f"sqlite:///{tmp_path / 'from.db'}")
    with writing(ours) as session:
        session.add(Document(source="nea", key="a", url="https://www.nea.gov.cn/a", text="one\x00two"))
    url = postgresql.fresh("template1")
    with pytest.raises(DatabaseError, match="refuses a row"):
        copy(ours, url, index)
    theirs = connect(url)
    assert inspect(theirs).get_table_names() == []
    theirs.dispose()
    ours.dispose()
    postgresql.drop(url)


def copy_and_die(url: str, target: str, at: int) -> None:
    """Copy, and be killed with -9 after so many statements in all databases, at the latest before a commit."""
    done = 0

    def count(*_: object) -> None:
        nonlocal done
        done += 1
        if done == at:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "after_cursor_execute", count)
    event.listen(Engine, "commit", lambda _: at > 10_000 and os.kill(os.getpid(), signal.SIGKILL))
    copy(connect(url), target, index)


@pytest.mark.parametrize("at", [200, 10_001])
def test_a_copy_that_is_killed_leaves_nothing_that_looks_whole(
    engine: Engine, database_url: str, other: str, tmp_path: Path, at: int
) -> None:
    fill(engine)
    victim = FORKS.Process(target=copy_and_die, args=(database_url, other, at))
    victim.start()
    victim.join()
    assert victim.exitcode == -signal.SIGKILL
    assert not (tmp_path / "copy.db").exists()
    if engine.dialect.name == "sqlite":
        theirs = connect(other)
        assert inspect(theirs).get_table_names() == []
        theirs.dispose()
    copy(engine, other, index)
    there = open_database(other)
    assert everything(there) == everything(engine)
    there.dispose()


def test_the_size_of_every_table_is_given(engine: Engine, database_url: str, config: Config, tmp_path: Path) -> None:
    announce(engine, config)
    found = Tracker(tmp_path, database=database_url).json("db", "stats")
    tables = {row["table"]: row for row in found["tables"]}
    assert tables["announcement"]["rows"] == tables["document"]["rows"] == 1
    assert tables["announcement"]["bytes"] > (tables["announcement"]["index_bytes"] or 0)
    assert (tables["announcement"]["index_bytes"] or 1) > 0
    assert sum(row["bytes"] for row in found["tables"]) <= found["bytes"]
    assert found["faults"] == []


def break_reference(engine: Engine) -> None:
    """Let a row refer to a missing one, which is only possible with the checks off."""
    with engine.connect() as connection:
        off = (
            "PRAGMA foreign_keys = OFF" if engine.dialect.name == "sqlite" else "SET session_replication_role = replica"
        )
        raw = connection.connection.cursor()
        raw.execute(off)
        raw.execute("UPDATE announcement SET document_id = 4711")
        connection.connection.commit()
        connection.invalidate()


BREAKS: list[tuple[Callable[[Engine], None], str]] = [
    (break_reference, "1 row of announcement with a document_id that no row of document has"),
]


@pytest.mark.parametrize(("damage", "told"), BREAKS)
def test_a_row_that_refers_to_none_is_found(
    engine: Engine, database_url: str, config: Config, tmp_path: Path, damage: Callable[[Engine], None], told: str
) -> None:
    announce(engine, config)
    damage(engine)
    done = Tracker(tmp_path, database=database_url).run("db", "check", code=1)
    assert done.stderr.splitlines() == [told]


def test_a_file_with_a_broken_index_is_found(tmp_path: Path, config: Config) -> None:
    url = f"sqlite:///{tmp_path / f'{uuid4().hex}.db'}"
    engine = open_database(url)
    announce(engine, config)
    with engine.connect() as connection:
        raw = connection.connection.cursor()
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'act, body', 'body, act') WHERE name LIKE '%_initiative_day'"
        )
        connection.connection.commit()
        connection.invalidate()
    engine.dispose()
    done = Tracker(tmp_path, database=url).run("db", "check", code=1)
    assert "missing from index ix_announcement_initiative_day" in done.stderr
