"""Tests that only the owner can read what the program writes, with any umask, and that a commit waits for the disk."""

import os
import stat
import subprocess
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from db.connect import connect, write
from db.engine import DatabaseError, open_database, transact, writing
from db.private import close_to_others, private_file, private_folder, unfinished_file
from tests.processes.running import TRACKER, Tracker

ROOT = Path(__file__).parents[2]
# Who may write what a power cut may undo: what is fetched, imported or read again.
NOT_DURABLE = {
    "spiders/arrivals.py",
    "tracker/archive/transfer.py",
    "tracker/pipeline/read.py",
    "tracker/search/indexing.py",
}


def mode(place: Path) -> str:
    """Return the permissions of a file or folder, as `chmod` takes them."""
    return f"{stat.S_IMODE(place.stat().st_mode):o}"


@pytest.fixture(params=[0o000, 0o022], ids="{:03o}".format)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """The processes of a test have this umask."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def test_every_file_is_its_owner_s_alone(tmp_path: Path, umask: int) -> None:
    folder = tmp_path / "new" / "data"
    begin = {"TRACKER_NEW_DATABASE": "true"}
    tracker = Tracker(tmp_path, begin, f"sqlite:///{folder / 'tracker.db'}")
    tracker.run("alerts", "add", "one@example.org", "--confirmed")
    (tmp_path / "page.html").write_text("<title>AI Plus</title><p>China issued its AI Plus guideline.</p>")
    tracker.run("import", "page.html", "--url", "https://example.org/a")
    tracker.run("backup", str(folder / "copy.db"))
    tracker.run("export", "warc", str(folder / "pages.warc.gz"))
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    with write(engine) as connection:
        connection.execute(text("UPDATE lease SET holder = ''"))
        found = {place.name: mode(place) for place in folder.iterdir()}
    engine.dispose()
    names = ("tracker.db", "tracker.db-wal", "tracker.db-shm", "copy.db", "pages.warc.gz")
    assert found == dict.fromkeys(names, "600")
    assert [mode(place) for place in (folder, folder.parent)] == ["700", "700"]


def test_the_folders_of_mails_are_their_owner_s_alone(tmp_path: Path, umask: int) -> None:
    private_folder(tmp_path / "a" / "b")
    assert mode(tmp_path / "a") == mode(tmp_path / "a" / "b") == "700"


def test_an_older_database_is_closed_to_others(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    files = [tmp_path / f"tracker.db{end}" for end in ("", "-wal", "-shm")]
    engine = connect(tracker.environment["TRACKER_DATABASE"])
    with engine.connect() as reader:
        reader.execute(text("SELECT 1"))
        for file in files:
            file.touch()
            file.chmod(0o664)
        tracker.run("read")
        assert [mode(file) for file in files] == ["600"] * 3
    engine.dispose()


def test_what_is_no_file_of_ours_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir(mode=0o755)
    (tmp_path / "folder").chmod(0o755)
    private_folder(tmp_path / "folder")
    close_to_others(tmp_path / "folder")
    close_to_others(tmp_path / "nothing")
    assert mode(tmp_path / "folder") == "755"
    (tmp_path / "notes").write_text("kept")
    private_file(tmp_path / "notes")
    assert ((tmp_path / "notes").read_text(), mode(tmp_path / "notes")) == ("kept", "600")


PASSWORDS = [
    "postgresql+psycopg//user:hunter2@db/x",
    "postgresql+psycopg:/user:hunter2@db/x",
    "postgresql+psycopg://user:hunter2@127.0.0.1:9/x",
    "postgresql+psycopg://127.0.0.1:9/x?user=u&password=hunter2",
    "postgresql+psycopg://127.0.0.1:9/x?user=u&pasword=hunter2",  # codespell:ignore pasword
    "postgresql+psycopg://user:a@hunter2@127.0.0.1:9/x",
    "postgresql+psycopg://user:a/hunter2@127.0.0.1:9/x",
    "postgresql+psycopg://us/er:hunter2@127.0.0.1:9/x",
    "postgresql+psycopg://user:hunter2/x",
    "postgresql+psycopg://user@127.0.0.1:hunter2/x",
    "mysql+nothing://user:hunter2@db/x",
    "sqlite://user:hunter2@db/x",
    "sqlite:user:hunter2",
]


@pytest.mark.parametrize("url", PASSWORDS)
def test_no_complaint_quotes_a_password(url: str) -> None:
    with pytest.raises(DatabaseError) as raised:
        open_database(url)
    assert "hunter2" not in "".join(traceback.format_exception(raised.value))


@pytest.mark.parametrize("url", [PASSWORDS[0], PASSWORDS[3]])
def test_no_command_prints_a_password(tmp_path: Path, url: str) -> None:
    tracker = Tracker(tmp_path, database=url)
    for command in (("health",), ("daemon", "--once")):
        done = tracker.run(*command, code=None)
        assert done.returncode in (2, 75)
        assert "hunter2" not in done.stdout + done.stderr
        assert done.stderr.count("\n") == 1


def test_no_password_of_a_settings_file_is_printed(tmp_path: Path) -> None:
    (tmp_path / "tracker.toml").write_text('database = ["postgresql+psycopg://user:hunter2@db/x"]', encoding="utf-8")
    environment = {**os.environ, "TRACKER_SETTINGS": str(tmp_path / "tracker.toml")}
    environment.pop("TRACKER_DATABASE", None)
    command = [*TRACKER, "health"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "TRACKER_DATABASE" in done.stderr
    assert "hunter2" not in done.stderr


def test_a_commit_waits_for_the_disk_unless_it_can_be_done_again(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'tracker.db'}")
    asked, full, normal = text("PRAGMA synchronous"), 2, 1
    for durable, found in ((True, full), (False, normal), (True, full)):
        with writing(engine, durable=durable) as session:
            assert session.connection().execute(asked).scalar() == found
    with writing(engine) as session:
        assert session.connection().execute(asked).scalar() == full
    assert transact(engine, lambda session: session.connection().execute(asked).scalar()) == full
    with write(engine) as connection:
        assert connection.execute(asked).scalar() == full
    engine.dispose()


def test_only_what_can_be_done_again_does_not_wait_for_the_disk() -> None:
    files = (file for folder in ("db", "spiders", "tracker") for file in (ROOT / folder).rglob("*.py"))
    found = {str(file.relative_to(ROOT)) for file in files if "durable=False" in file.read_text(encoding="utf-8")}
    assert found == NOT_DURABLE


def test_an_export_takes_the_place_of_no_device_or_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="Not a regular file"), unfinished_file(pipe) as unfinished:
        unfinished.write_text("pages")
    assert (pipe.is_fifo(), list(tmp_path.iterdir())) == (True, [pipe])


def test_an_export_that_fails_leaves_nothing_and_keeps_the_older_one(tmp_path: Path) -> None:
    file = tmp_path / "pages.warc.gz"
    file.write_text("older")
    with pytest.raises(ZeroDivisionError), unfinished_file(file) as unfinished:
        unfinished.write_text("half" * (1 // 0))
    assert (file.read_text(), list(tmp_path.iterdir())) == ("older", [file])


def test_what_a_killed_process_left_is_not_written_on(tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    (tmp_path / "copy.db.unfinished").write_text("half")
    with unfinished_file(file) as unfinished:
        assert unfinished.read_text() == ""
    assert list(tmp_path.iterdir()) == [file]
