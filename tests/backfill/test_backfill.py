"""Tests that `tracker backfill` stores the pages of an import, each once, whatever stops it."""

import json
import os
import signal
import time
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlmodel import select

from db.engine import open_database, reading, writing
from db.holder import new_holder
from db.models import ArchiveFile, Page, now
from db.store.archive_files import POISONED, Listed, LostClaimError, Progress, claim, give_back, keep, want_files
from tests.factories.archives import archive, naming, packed, response, wacz
from tests.processes.running import Tracker
from tests.sizes import POSTGRESQL_BY_NIGHT

pytestmark = pytest.mark.slow(20)

BY_NIGHT = [pytest.param(form, marks=pytest.mark.nightly) for form in ("packed", "plain")]
LASTS = timedelta(seconds=60)
FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["tracker.backfill.one_file"])


@pytest.fixture
def tracker(tmp_path: Path, database_url: str) -> Tracker:
    """Return a fresh installation."""
    return Tracker(tmp_path, database=database_url)


def rows(database: str, model: type[ArchiveFile | Page]) -> list[dict[str, object]]:
    """Return all rows of a table, without values that depend on the time."""
    engine = open_database(database)
    with reading(engine) as session:
        found = [row.model_dump(exclude={"id", "changed_at", "etag"}) for row in session.exec(select(model))]
    engine.dispose()
    return sorted(found, key=lambda row: str(row.get("key") or row["url"]))


@POSTGRESQL_BY_NIGHT
def test_the_pages_of_an_import_and_no_others(tracker: Tracker) -> None:
    """Pages that name nothing stay away; the others are as `tracker import` makes them."""
    archive(tracker.folder / "a.warc.gz", range(40))
    told = tracker.json("backfill", "a.warc.gz")
    assert (told["files"], told["records"], told["pages"], told["refused"]) == (1, 41, 4, {})
    backfilled = rows(tracker.database, Page)
    other = Tracker(tracker.folder, {"TRACKER_DATABASE": f"sqlite:///{tracker.folder / 'other.db'}"})
    other.run("import", "a.warc.gz", "--new")
    imported = {row["url"]: row for row in rows(other.extra["TRACKER_DATABASE"], Page)}
    assert len(imported) == 40
    assert backfilled == [imported[row["url"]] for row in backfilled]


def test_again_reads_nothing_and_adds_nothing(tracker: Tracker) -> None:
    archive(tracker.folder / "a.warc.gz", range(40))
    wacz(tracker.folder / "b.wacz", one=(tracker.folder / "a.warc.gz").read_bytes())
    first = tracker.json("backfill", "a.warc.gz", "b.wacz", "--workers", "2")
    assert (first["files"], first["pages"], first["known"]) == (2, 4, 4)
    second = tracker.run("backfill", "a.warc.gz", "b.wacz").stdout
    assert second == "read 0 files, 0 records: 0 pages imported, 0 known already; 2 files read before\n"
    again = tracker.json("backfill", "a.warc.gz", "--again")
    assert (again["files"], again["pages"], again["known"]) == (1, 0, 4)
    # Another file of this name is read from its beginning.
    archive(tracker.folder / "a.warc.gz", range(40, 60))
    assert tracker.json("backfill", "a.warc.gz")["pages"] == 2


@POSTGRESQL_BY_NIGHT
def test_what_is_found_mails_nothing(tracker: Tracker) -> None:
    mails = tracker.folder / "mails"
    tracker.run("alerts", "add", str(mails), "--channel", "file", "--initiative", "ai-plus")
    archive(tracker.folder / "a.warc.gz", range(11))
    tracker.run("backfill", "a.warc.gz")
    assert tracker.json("read")["announcements"]
    tracker.run("alerts", "send")
    assert list(mails.glob("*.eml")) == []
    assert {row["found_late"] for row in tracker.json("timeline", "ai-plus")} == {"import"}


@POSTGRESQL_BY_NIGHT
def test_our_own_archives_are_taken_whole(tracker: Tracker) -> None:
    """An installation chose what it exported, even if only an annex names an initiative."""
    archive(tracker.folder / "a.warc.gz", range(5), every=9)
    tracker.run("import", "a.warc.gz")
    tracker.run("export", "warc", "ours.warc.gz")
    other = Tracker(tracker.folder, {"TRACKER_DATABASE": f"sqlite:///{tracker.folder / 'other.db'}"})
    assert other.json("backfill", "ours.warc.gz", "--new")["pages"] == 5


@POSTGRESQL_BY_NIGHT
def test_what_cannot_be_used_costs_a_line_and_the_exit_code_says_so(tracker: Tracker) -> None:
    """The rest of each file, and each other file, is read."""
    bad, long = response(7, b"\0\xff" * 99, "Content-Encoding: br"), response(2, naming(2), length=99_999)
    (tracker.folder / "a.warc.gz").write_bytes(packed(response(1, naming(1)), bad, long))
    archive(tracker.folder / "b.warc.gz", range(3))
    done = tracker.run("backfill", "a.warc.gz", "b.warc.gz", "none.warc.gz", code=1)
    assert "2 pages imported" in done.stdout
    assert "not usable: 2 damaged" in done.stdout
    lines = done.stderr.splitlines()
    assert [line.partition("none.warc.gz: ")[2] for line in lines if "none" in line] == ["does not exist"]
    assert any(
        "a.warc.gz: record 2 (https://news.example.org/7.html): its content is not complete br" in one for one in lines
    )
    assert len(lines) == 3
    (tracker.folder / "c.warc.gz").write_bytes(b"no archive")
    assert "is it a WARC file?" in tracker.run("backfill", "c.warc.gz", code=2).stderr
    (tracker.folder / "d.warc").write_bytes(b"WARC/1.0\r\nWARC-Type: response\r\n\r\nx\r\n\r\n")
    done = tracker.run("backfill", "d.warc", code=2)
    assert "d.warc: record 1 has no valid length" in done.stderr
    assert done.stdout.startswith("read 0 files, 0 records: ")


def test_two_readers_of_one_file(engine: Engine) -> None:
    """One reader has it, and what the other writes of it is not stored."""
    with writing(engine) as session:
        (id_,) = want_files(session, [Listed("a.warc")], "terms", again=False)
    first, second = new_holder(), f"elsewhere-1-{'0' * 8}"
    with writing(engine) as session:
        assert claim(session, id_, second, now(), LASTS) is not None
    with writing(engine) as session:
        assert claim(session, id_, first, now(), LASTS) is None
        assert want_files(session, [Listed("a.warc")], "others", again=True) == [id_]
    with writing(engine) as session:
        row = claim(session, id_, first, now() + LASTS, LASTS)
        assert row
        assert (row.terms, row.deaths, row.holder) == ("terms", 1, first)
    with writing(engine) as session, pytest.raises(LostClaimError):
        keep(session, id_, second, Progress(records=5), "reading", now(), LASTS)
    with writing(engine) as session:
        keep(session, id_, first, Progress(records=7, pages=1), "done", now(), LASTS)
        assert claim(session, id_, second, now(), LASTS) is None
        row = session.get_one(ArchiveFile, id_)
        session.refresh(row)
        assert (row.records, row.holder, row.state) == (7, "", "done")


def test_a_reader_that_ends_gives_back_its_own_claim_only(engine: Engine) -> None:
    with writing(engine) as session:
        (id_,) = want_files(session, [Listed("a.warc")], "terms", again=False)
        assert claim(session, id_, "elsewhere-1-0", now(), LASTS) is not None
    for holder, state in (("elsewhere-2-0", "reading"), ("elsewhere-1-0", "waiting")):
        with writing(engine) as session:
            give_back(session, id_, holder, now())
        with reading(engine) as session:
            row = session.get_one(ArchiveFile, id_)
            assert (row.state, row.deaths) == (state, 0)


def test_a_file_that_ends_its_reader_twice_at_one_place_is_poisoned(engine: Engine) -> None:
    with writing(engine) as session:
        (id_,) = want_files(session, [Listed("a.warc")], "terms", again=False)
    at = now()

    def take(records: int | None = None) -> ArchiveFile | None:
        """Claim it after the last claim has run out, and read on to `records`."""
        nonlocal at
        at += 2 * LASTS
        with writing(engine) as session:
            row = claim(session, id_, "elsewhere-1-0", at, LASTS)
            if row and records is not None:
                keep(session, id_, "elsewhere-1-0", Progress(records=records), "reading", at, LASTS)
        return row

    # Each got further than the one before, as when an operator kills them.
    assert all(take(records) for records in (10, 20, 30))
    assert take()
    assert take() is None
    with writing(engine) as session:
        row = session.get_one(ArchiveFile, id_)
        assert (row.state, row.problem) == ("poisoned", POISONED)
        assert want_files(session, [Listed("a.warc")], "terms", again=False) == []
        assert want_files(session, [Listed("a.warc")], "terms", again=True) == [id_]


def read_until_killed(environment: dict[str, str], id_: int, url: str, commits: int, slowly: bool) -> None:
    """Read a file in batches of two pages, or `slowly` of one record, and die by SIGKILL at the given commit."""
    os.environ.update(environment)
    from tracker.archive import batch
    from tracker.backfill import one_file

    batch.PAGES = 2
    batch.SECONDS = 0 if slowly else 60
    made = 0

    def count(_connection: object) -> None:
        nonlocal made
        made += 1
        if made == commits:
            os.kill(os.getpid(), signal.SIGKILL)

    one_file.installation()
    event.listen(Engine, "commit", count)
    one_file.read_one(id_, url)


@POSTGRESQL_BY_NIGHT
@pytest.mark.parametrize("form", ["slowly", "one member", *BY_NIGHT])
def test_killed_readers_lose_their_last_batch_at_most(tracker: Tracker, form: str) -> None:
    """Whatever is killed, all pages are stored once, and no record is counted twice."""
    import gzip

    file = tracker.folder / "a.warc.gz"
    data = archive(file, range(60), every=5, size=800).read_bytes()
    if form in ("plain", "one member"):
        plain = gzip.decompress(data)
        file.write_bytes(gzip.compress(plain) if form == "one member" else plain)
    engine = open_database(tracker.database)
    stat = file.stat()
    from config import load
    from tracker.backfill.one_file import terms_of

    with writing(engine) as session:
        listed = Listed(str(file), stat.st_size, str(stat.st_mtime))
        (id_,) = want_files(session, [listed], terms_of(load()), again=False)
    seen = []
    for commits in (5, 4, 6):
        reader = FORKS.Process(
            target=read_until_killed, args=(tracker.environment, id_, str(file), commits, form == "slowly")
        )
        reader.start()
        reader.join(120)
        assert reader.exitcode == -signal.SIGKILL
        with reading(engine) as session:
            row = session.get_one(ArchiveFile, id_)
            seen.append((row.state, row.records, row.pages, len(session.exec(select(Page)).all())))
    assert [one[0] for one in seen] == ["reading"] * 3
    assert [one[2] for one in seen] == [one[3] for one in seen]
    assert seen[0][1] < seen[1][1] < seen[2][1]
    told = tracker.json("backfill", "a.warc.gz")
    engine.dispose()
    (mark,) = rows(tracker.database, ArchiveFile)
    assert (mark["state"], mark["records"], mark["pages"], mark["known"]) == ("done", 61, 12, 0)
    assert (told["records"], told["pages"]) == (61 - seen[2][1], 12 - seen[2][2])


def holders(engine: Engine, file: str = "") -> dict[str, int]:
    """Return the processes that read a file (of this name) now."""
    with reading(engine) as session:
        held = session.exec(select(ArchiveFile).where(ArchiveFile.state == "reading")).all()
    return {row.holder: int(row.holder.rsplit("-", 2)[1]) for row in held if row.url.endswith(file)}


@POSTGRESQL_BY_NIGHT
def test_a_killed_worker_is_replaced(tracker: Tracker) -> None:
    """The command reports nothing of it, and its file is read to the end."""
    for n in range(3):
        archive(tracker.folder / f"{n}.warc.gz", range(n * 1_000, n * 1_000 + 300), every=50, size=20_000)
    engine = open_database(tracker.database)
    running = tracker.start("backfill", ".", "--workers", "2", "--format", "json")
    killed = None
    while killed is None and running.poll() is None:
        for process in holders(engine).values():
            os.kill(process, signal.SIGKILL)
            killed = process
            break
        time.sleep(0.005)
    out, _ = running.communicate(timeout=300)
    engine.dispose()
    assert killed
    told = json.loads(out)
    assert (running.returncode, told["files"], told["pages"], told["records"]) == (0, 3, 18, 903)


@POSTGRESQL_BY_NIGHT
def test_a_file_that_kills_its_readers_is_left_behind(tracker: Tracker) -> None:
    """The other files are read, a line names the file that was not, and --again reads it once it does no harm."""
    archive(tracker.folder / "bad.warc.gz", range(300), every=50, size=20_000)
    archive(tracker.folder / "good.warc.gz", range(300, 310))
    engine = open_database(tracker.database)
    running = tracker.start("backfill", "bad.warc.gz", "good.warc.gz")
    killed = set[str]()
    while running.poll() is None:
        for holder, process in holders(engine, "bad.warc.gz").items():
            if holder not in killed:
                killed.add(holder)
                os.kill(process, signal.SIGKILL)
        time.sleep(0.005)
    out = running.communicate()[0]
    engine.dispose()
    assert (running.returncode, len(killed)) == (1, 2)
    assert "bad.warc.gz: its worker process crashed 2 times at the same place" in out
    assert "read 1 file, 11 records: 1 page imported, 0 known already; 1 file poisoned" in out
    assert tracker.run("backfill", "bad.warc.gz").stdout.endswith("1 file read before\n")
    assert tracker.json("backfill", "bad.warc.gz", "--again")["pages"] == 6


@POSTGRESQL_BY_NIGHT
def test_an_interrupted_backfill_gives_its_files_back(tracker: Tracker) -> None:
    """Ctrl-C and SIGTERM do not count as deaths, and nothing is left running."""
    archive(tracker.folder / "a.warc.gz", range(600), every=50, size=20_000)
    engine = open_database(tracker.database)
    running = tracker.start("backfill", "a.warc.gz")
    while not (held := holders(engine)) and running.poll() is None:
        time.sleep(0.005)
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=120)
    with reading(engine) as session:
        (row,) = session.exec(select(ArchiveFile)).all()
    engine.dispose()
    assert held
    assert (row.state, row.deaths, row.holder) in (("waiting", 0, ""), ("done", 0, ""))
    with pytest.raises(ProcessLookupError):
        os.kill(next(iter(held.values())), 0)
