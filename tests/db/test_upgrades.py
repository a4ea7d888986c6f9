"""Tests that every revision is reached from every earlier one with all rows of a full database, even with kill -9."""

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, text

from config import Config
from db.connect import connect, write
from db.engine import DatabaseError, open_database
from db.migrations.upgrade import newest, revisions, upgrade
from tests.factories.filling import downgrade, faults, fill, lost, rows, tables, upgrade_and_die
from tests.processes.daemons import daemon, enable
from tests.processes.running import Tracker
from tests.servers.postgresql import Cluster
from tracker.cli.app import app

REVISIONS = revisions()
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.factories.filling", "alembic.command", "alembic.config", "psycopg"])


UNIT = Path(__file__).parents[2] / "deploy" / "tracker.service"
COMMANDS = [
    "crawl nea",
    "read",
    "timeline ai-plus",
    "news",
    "search word",
    "development ai-plus",
    "deadlines",
    "discover",
    "show 1",
    "health --tell",
    "clean-up",
    "backup copy.db",
    "diff https://example.org",
    "export warc pages.warc.gz",
    "import page.html --url https://example.org",
    "alerts add one@example.org",
    "alerts list",
    "alerts send",
    "alerts log",
    "alerts mailbox",
    "alerts recipients",
]
# An upgrade is killed after so many statements; the last number stands for the moment before the commit.
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


# The way to the newest leads over all between. By day it begins at every other revision, by night also ends at each.
BEGINNINGS = REVISIONS[-2::-2]
WAYS = [
    pytest.param(since, to, marks=[pytest.mark.nightly] * (to != REVISIONS[-1] or since not in BEGINNINGS))
    for since, to in combinations(REVISIONS, 2)
]


@pytest.mark.parametrize(("since", "to"), WAYS)
def test_a_full_database_is_upgraded_with_all_its_rows(empty: Callable[[], str], since: str, to: str) -> None:
    engine = filled(empty(), since)
    before = rows(engine)
    assert all(before.values()), "every table has rows"
    for _ in range(2):
        upgrade(engine, to)
        assert not lost(before, rows(engine), since, to)
        assert not faults(engine)
    engine.dispose()


@pytest.mark.parametrize(
    "since",
    [pytest.param(since, marks=[pytest.mark.nightly] * (since not in REVISIONS[:1])) for since in REVISIONS[:-1]],
)
def test_every_revision_can_be_taken_back(empty: Callable[[], str], since: str) -> None:
    """No command does that; a person may, with Alembic, after a back-up."""
    engine = filled(empty(), since)
    before, made = rows(engine), tables(engine)
    upgrade(engine)
    downgrade(engine, since)
    assert tables(engine) == made
    assert not lost(before, rows(engine), since, newest())
    assert not faults(engine)
    upgrade(engine)
    assert not faults(engine)
    engine.dispose()


@pytest.mark.parametrize(
    "since",
    [pytest.param(since, marks=[pytest.mark.nightly] * bool(at % 6)) for at, since in enumerate(REVISIONS[:-1])],
)
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
    assert not lost(before, rows(upgraded), since, newest())
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


@pytest.fixture
def newer(tmp_path: Path) -> Tracker:
    """An installation whose database a newer program has upgraded."""
    tracker = Tracker(tmp_path)
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    raise_revision(engine)
    engine.dispose()
    return tracker


def raise_revision(engine: Engine) -> None:
    """Do what a newer program would: record a revision that this one does not have."""
    with write(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))


@pytest.mark.parametrize("command", ["health", "daemon", "daemon --once", "daemon --status", "serve --port 0"])
def test_a_command_refuses_a_newer_database_in_one_line(newer: Tracker, command: str) -> None:
    done = newer.run(*command.split(), code=2)
    assert "was upgraded to revision 9999 by a newer program" in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_needs_the_database_refuses_a_newer_one(
    newer: Tracker, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    for name, value in newer.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(newer.folder)
    (newer.folder / "page.html").write_text("<p>text</p>", encoding="utf-8")
    with pytest.raises(DatabaseError, match="by a newer program"):
        app(command.split(), standalone_mode=False)


def test_a_daemon_ends_for_good_when_its_database_becomes_a_newer_one(tmp_path: Path, config: Config) -> None:
    enable(tmp_path, config, ())
    tracker = Tracker(tmp_path, {"TRACKER_CONFIG": str(tmp_path / "config")})
    with daemon(tracker) as running:
        running.wait_for("daemon", "started")
        engine = connect(tracker.environment["TRACKER_DATABASE"])
        raise_revision(engine)
        engine.dispose()
        running.process.send_signal(signal.SIGHUP)
        assert running.process.wait(120) == 2
        assert "by a newer program" in running.log.read_text(encoding="utf-8").splitlines()[-1]
    assert "RestartPreventExitStatus=2\n" in UNIT.read_text(encoding="utf-8")
