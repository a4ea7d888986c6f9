"""Tests that a query opens a database read-only, and that no command changes one that is not for it."""

import os
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, exc, inspect, text

from config import Config
from db.connect import connect, write
from db.engine import DatabaseError, is_forbidden, open_database, open_to_read
from db.migrations.upgrade import newest, revisions, upgrade
from tests.processes.daemons import enable
from tests.processes.running import TRACKER, Tracker
from tests.servers.postgresql import Cluster

QUERIES = [
    "timeline ai-plus",
    "news",
    "search word",
    "show 1",
    "development ai-plus",
    "numbers",
    "deadlines",
    "discover",
    "initiatives",
    "initiatives check",
    "explain 1",
    "diff https://example.org/a",
    "health",
    "verify",
    "daemon --status",
    "export warc pages.warc.gz",
    "corrections",
    "alerts list",
    "alerts log",
    "alerts preview --initiative ai-plus",
    "alerts check",
    "alerts recipients",
    "alerts mailbox --past",
]
WRITERS = [
    "crawl nea",
    "read",
    "import page.html --url https://example.org/a",
    "clean-up",
    "correct 1 --not-this",
    "join 1 2",
    "corrections --undo 1",
    "alerts add one@example.org --initiative ai-plus",
    "alerts pause 1",
    "alerts send",
    "daemon --once",
]
PAGE = (
    "<title>AI Plus</title><p>China issued its AI Plus guideline on Tuesday, 26 August 2025.</p>" + "<p>Text.</p>" * 9
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which commands are typed; it holds a page to import."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRACKER_DATABASE", f"sqlite:///{tmp_path / 'tracker.db'}")
    return tmp_path


def refused(command: str) -> str:
    """Return the message of a command that refuses its database, which says nothing else."""
    done = Tracker(Path.cwd(), database=os.environ["TRACKER_DATABASE"]).run(*command.split(), code=2)
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    return done.stderr


def state(place: Path) -> tuple[bytes, int]:
    """Return the content of a file, and its permissions."""
    return place.read_bytes(), stat.S_IMODE(place.stat().st_mode)


@pytest.mark.parametrize("command", [*QUERIES, *WRITERS])
def test_a_database_that_is_not_there_is_not_begun(folder: Path, command: str) -> None:
    said = refused(command)
    assert "tracker.db does not exist; name another in TRACKER_DATABASE, or create it with --new of `tracker cr" in said
    assert [place.name for place in folder.iterdir()] == ["page.html"]


@pytest.mark.parametrize("command", ["import page.html --url https://example.org/a --new", "daemon --once --new"])
def test_new_begins_a_database_where_it_is_named(folder: Path, config: Config, command: str) -> None:
    enable(folder, config, ())
    extra = {"TRACKER_CONFIG": str(folder / "config")}
    tracker = Tracker(folder, extra, os.environ["TRACKER_DATABASE"])
    tracker.run(*command.split())
    assert tracker.run("initiatives").returncode == 0


def test_the_usual_database_is_begun_by_what_fills_it(folder: Path) -> None:
    environment = {**os.environ, "XDG_DATA_HOME": str(folder / "data"), "TRACKER_SETTINGS": os.devnull}
    del environment["TRACKER_DATABASE"]

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*TRACKER, *words], env=environment, cwd=folder, capture_output=True, text=True, check=False
        )

    done = run("news")
    assert done.returncode == 2
    assert done.stderr.endswith("does not exist; `tracker crawl` creates it, `tracker demo` makes one to look at\n")
    assert not list((folder / "data").rglob("*.db"))
    assert run("import", "page.html", "--url", "https://example.org/a").returncode == 0
    assert run("news").returncode == 0


@pytest.mark.parametrize("command", QUERIES)
def test_a_query_upgrades_nothing(folder: Path, command: str) -> None:
    engine = connect(os.environ["TRACKER_DATABASE"])
    upgrade(engine, revisions()[-2])
    engine.dispose()
    before = state(folder / "tracker.db")
    said = refused(command)
    assert f"is at revision {revisions()[-2]} of an older program, this one needs {newest()}; `tracker read`" in said
    assert state(folder / "tracker.db") == before


def test_an_older_database_can_be_backed_up_before_it_is_upgraded(folder: Path) -> None:
    engine = connect(os.environ["TRACKER_DATABASE"])
    upgrade(engine, revisions()[-2])
    engine.dispose()
    tracker = Tracker(folder)
    tracker.run("backup", "copy.db")
    tracker.run("read")
    tracker.run("initiatives")
    with closing(sqlite3.connect(folder / "copy.db")) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == (revisions()[-2],)


@pytest.mark.parametrize(
    "command", ["show", "explain", "diff", "alerts log --recipient", "alerts resume", "alerts confirm", "backup"]
)
def test_a_word_that_is_not_text_is_reported(tmp_path: Path, command: str) -> None:
    done = Tracker(tmp_path).run(*command.split(), "\udcff", code=2)
    assert done.stderr == "tracker: '\\udcff' contains invalid characters; write it in UTF-8\n"


FOREIGN = {
    "no revision": "CREATE TABLE page (id INTEGER); INSERT INTO page VALUES (1);",
    "another's revision": "CREATE TABLE customer (id INTEGER); CREATE TABLE alembic_version (version_num TEXT);"
    "INSERT INTO alembic_version VALUES ('0003')",
}


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("command", ["news", "backup copy.db", *WRITERS])
def test_another_program_s_database_is_not_touched(folder: Path, command: str, kind: str) -> None:
    file = folder / "tracker.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(FOREIGN[kind])
    file.chmod(0o644)
    before = state(file)
    assert "belongs to another program (it has the tables " in refused(command)
    assert state(file) == before
    assert {place.name for place in folder.iterdir()} == {"page.html", "tracker.db"}


def test_a_newer_database_is_not_touched(folder: Path) -> None:
    engine = open_database(os.environ["TRACKER_DATABASE"])
    with write(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    (folder / "tracker.db").chmod(0o644)
    before = state(folder / "tracker.db")
    for command in ("news", "read"):
        assert "was upgraded to revision 9999 by a newer program" in refused(command)
    assert state(folder / "tracker.db") == before


def test_another_program_s_tables_on_postgresql_are_not_touched(postgresql: Cluster) -> None:
    url = postgresql.fresh("template1")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE customer (id integer)"))
    for opened in (open_database, open_to_read):
        with pytest.raises(DatabaseError, match=r"belongs to another program \(it has the tables customer\)"):
            opened(url)
    assert inspect(engine).get_table_names() == ["customer"]
    engine.dispose()
    postgresql.drop(url)


def test_what_is_opened_to_read_cannot_be_written(database_url: str) -> None:
    engine = open_to_read(database_url)
    with pytest.raises(exc.DBAPIError, match=r"read-?only") as refusal, write(engine) as connection:
        connection.execute(text("INSERT INTO host (name, crawl_delay) VALUES ('a', 0)"))
    assert is_forbidden(refusal.value)
    engine.dispose()


def test_a_file_that_was_put_back_or_is_gone_is_noticed_at_once(tmp_path: Path) -> None:
    file, other = tmp_path / "tracker.db", tmp_path / "other.db"
    for one in (file, other):
        open_database(f"sqlite:///{one}").dispose()
    engine = connect(f"sqlite:///{file}", new=False, keep=True)

    def moved() -> int:
        with engine.connect() as connection:
            return int(connection.execute(text("SELECT count(*) FROM stamp")).scalar_one())

    with write(engine) as connection:
        connection.execute(text("INSERT INTO stamp VALUES ('', '1')"))
    assert [moved(), moved()] == [1, 1]
    for end in ("", "-wal", "-shm"):
        file.with_name(f"{file.name}{end}").unlink()
    other.replace(file)
    assert moved() == 0
    file.unlink()
    for _ in range(2):
        with pytest.raises(exc.OperationalError, match="unable to open"):
            moved()
    engine.dispose()


def test_an_empty_database_is_filled_by_others(empty_url: str) -> None:
    with pytest.raises(DatabaseError, match="is empty; `tracker crawl` or `tracker import` fills it"):
        open_to_read(empty_url)
    engine = create_engine(empty_url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables."""
    if request.param == "sqlite":
        (tmp_path / "empty.db").touch()
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    running: Cluster = request.getfixturevalue("postgresql")
    yield (url := running.fresh("template1"))
    running.drop(url)


# What lets root write where no one may.
POWERS = ("setpriv", "--inh-caps=-dac_override,-dac_read_search", "--bounding-set=-dac_override,-dac_read_search")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds an announcement."""
    tracker = Tracker(tmp_path_factory.mktemp("filled"))
    (tracker.folder / "page.html").write_text(PAGE, encoding="utf-8")
    tracker.run("import", "page.html", "--url", "https://example.org/a")
    tracker.run("read")
    return tracker.folder / "tracker.db"


@pytest.fixture
def share(filled: Path, tmp_path: Path) -> Iterator[Path]:
    """Return a folder that others may read and no one may write to, with a database in it."""
    folder = tmp_path / "share"
    folder.mkdir()
    shutil.copy(filled, folder / "tracker.db")
    (folder / "tracker.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


def without_powers(share: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user for whom read-only files are read-only, which is not so for root."""
    environment = {**os.environ, "TRACKER_DATABASE": f"sqlite:///{share / 'tracker.db'}", "PYTHONWARNINGS": "error"}
    powers = POWERS if os.getuid() == 0 else ()
    words = [*powers, *TRACKER, *command.split()]
    return subprocess.run(words, env=environment, cwd=share, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", ["timeline ai-plus", "search guideline", "initiatives", "show 1"])
def test_a_query_works_on_a_read_only_folder(share: Path, command: str) -> None:
    done = without_powers(share, command)
    assert done.returncode == 0, done.stderr
    assert "AI Plus" in done.stdout or "ai-plus" in done.stdout
    assert [place.name for place in share.iterdir()] == ["tracker.db"]


@pytest.mark.parametrize("command", ["read", "correct 1 --not-this", "join 1 2", "corrections --undo 1"])
def test_what_writes_says_that_it_cannot(share: Path, command: str) -> None:
    done = without_powers(share, command)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_a_query_reads_what_a_read_only_folder_s_log_holds_or_says_that_it_cannot(share: Path) -> None:
    share.chmod(0o755)
    file = share / "tracker.db"
    file.chmod(0o644)
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("UPDATE announcement SET headline = 'Another headline'")
        shutil.copy(f"{file}-wal", share / "kept")
    (share / "kept").rename(f"{file}-wal")
    Path(f"{file}-wal").chmod(0o444)
    share.chmod(0o555)
    done = without_powers(share, "timeline ai-plus")
    if done.returncode:
        assert done.returncode == 75
        assert done.stderr.count("\n") == 1
    else:
        assert "Another headline" in done.stdout
