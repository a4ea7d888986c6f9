"""Tests the main job from address to timeline, on the replica, with the commands that a user types."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from sqlmodel import Session, col, func, select

from config import Config
from db.engine import open_database, writing
from db.models import Page
from tests.pipeline.first_day import FIVE, copied_in_postgresql, copied_to_sqlite
from tests.processes.running import Tracker
from tests.servers.postgresql import Cluster
from tests.sizes import SQLITE_BY_NIGHT
from tracker.demo.replica import Replica
from tracker.demo.server import serve
from tracker.views.diff import changes

pytestmark = pytest.mark.once_on_postgresql

ARTICLE = re.compile(r"(?:art_|content_|/t20|/page/)\w+\.s?html?$")
TERM = """\
artificial:
  names: {en: Artificial intelligence, zh: 人工智能}
  en: [artificial intelligence]
  zh: [人工智能]
"""


@pytest.fixture
def replica() -> Iterator[Replica]:
    """The sites as they were before the news."""
    with serve(stage=1) as replica:
        yield replica


@pytest.fixture
def tracker(tmp_path: Path, replica: Replica, database_url: str) -> Tracker:
    """An installation that crawls the replica."""
    return Tracker(tmp_path, {"TRACKER_REPLICA": replica.url, "TRACKER_CONFIG": str(tmp_path)}, database_url)


@pytest.fixture(params=["sqlite", "postgresql"])
def lived(
    request: pytest.FixtureRequest, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, replica: Replica
) -> Iterator[Tracker]:
    """An installation that has crawled the replica's five sites and read what came, on SQLite and on PostgreSQL."""
    shared = tmp_path_factory.getbasetemp()
    # Workers have folders of their own below that of the run.
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    extra = {"TRACKER_REPLICA": replica.url, "TRACKER_CONFIG": str(tmp_path)}
    if request.param == "sqlite":
        yield Tracker(tmp_path, extra, copied_to_sqlite(shared, tmp_path))
        return
    running: Cluster = request.getfixturevalue("postgresql")
    url = copied_in_postgresql(shared, running)
    yield Tracker(tmp_path, extra, url)
    running.drop(url)


@contextmanager
def database(tracker: Tracker) -> Iterator[Session]:
    """A transaction in an installation's database."""
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    try:
        with writing(engine) as session:
            yield session
    finally:
        engine.dispose()


def articles(replica: Replica) -> list[str]:
    """Return the articles that were requested."""
    return [url for url in replica.asked if ARTICLE.search(url)]


# On SQLite, the installation that others copy is made so.
@SQLITE_BY_NIGHT
@pytest.mark.slow(20)
def test_a_second_run_downloads_and_reads_nothing_again(tracker: Tracker, replica: Replica) -> None:
    tracker.run("crawl", *FIVE)
    assert len(articles(replica)) > 25
    first = tracker.json("read")
    assert first["documents"] > 25
    assert first["problems"] == 0
    assert first["announcements"] > 40
    replica.asked.clear()
    tracker.run("crawl", *FIVE)
    assert articles(replica) == []
    assert tracker.json("read") == dict.fromkeys(first, 0)


@pytest.mark.slow(20)
def test_a_new_term_reaches_back_without_a_download_and_without_a_mail(lived: Tracker, replica: Replica) -> None:
    lived.run("alerts", "add", str(lived.folder / "mails"), "--channel", "file", "--at-least", "mentioned")
    (lived.folder / "initiatives.yaml").write_text(TERM, encoding="utf-8")
    replica.asked.clear()
    counts = lived.json("read")
    assert counts["pages"] == 0
    assert counts["announcements"] > 0
    assert replica.asked == []
    assert lived.json("timeline", "artificial")[0]["found_late"] == "rule"
    assert "nothing is due" in lived.run("alerts", "send").stdout
    assert not (lived.folder / "mails").exists()


@pytest.mark.slow(20)
def test_news_on_the_second_day(lived: Tracker, replica: Replica) -> None:
    before = {row["id"] for row in lived.json("timeline", "ai-plus")}
    replica.advance()
    lived.run("crawl", *FIVE)
    lived.run("read")
    rows = lived.json("timeline", "ai-plus")
    assert {row["id"] for row in rows} > before, "old announcements keep their numbers"
    assert {row["found_late"] for row in rows if row["id"] not in before} == {None}


@pytest.mark.slow(20)
def test_the_work_report_is_one_mail_an_alert(lived: Tracker, replica: Replica) -> None:
    """It is about fifteen initiatives; an alert for one of them reports that one."""
    wishes = {
        "all": (),
        "ai": ("--initiative", "ai-plus"),
        "digest": ("--rate", "daily"),
        "zh": ("--mail-language", "zh"),
    }
    for name, options in wishes.items():
        lived.run("alerts", "add", str(lived.folder / name), "--channel", "file", *options)
    replica.advance()
    lived.run("crawl", *FIVE)
    lived.run("read")
    lived.run("alerts", "send")
    about = {row["id"] for row in lived.json("timeline", "ai-plus", "--since", "2026-03-05", "--until", "2026-03-05")}
    told = {name: [_told(file) for file in sorted((lived.folder / name).glob("*.eml"))] for name in wishes}
    (report,) = [mail for mail in told["all"] if about & mail.keys()]
    assert len(report) >= 10
    assert set(report.values()) == {"pledged"}
    assert [mail.keys() for mail in told["ai"]] == [about & report.keys()]
    assert sorted(map(sorted, told["zh"])) == sorted(map(sorted, told["all"]))
    assert len(told["all"]) < 8 < sum(map(len, told["all"]))
    assert told["digest"] == [], "its day has not ended"


def _told(file: Path) -> dict[int, str]:
    """Return the announcements of a mail, and the act of each."""
    mail = message_from_bytes(file.read_bytes(), policy=default)
    pairs = (pair.split() for pair in str(mail["X-Tracker-Announcement"]).split(","))
    return {int(id_): act for id_, act in pairs}


def test_a_timeline_is_in_order_and_filtered(lived: Tracker) -> None:
    rows = lived.json("timeline", "ai-plus")
    days = [row["day"] for row in rows]
    assert days == sorted(days)
    issued = lived.json("timeline", "ai-plus", "--act", "issued", "--body", "state-council")
    assert "2025-08-26" in [row["day"] for row in issued]
    assert all(row["act"] == "issued" for row in issued)
    newest = lived.json("timeline", "ai-plus", "--until", "2025-12-31", "--limit", "1")
    assert [row["day"] for row in newest] == [max(day for day in days if day < "2026")]
    assert lived.run("timeline", "ai-plus", "--format", "csv").stdout.startswith("id,initiative,day")
    assert "AI Plus" in lived.run("timeline", "ai-plus").stdout


def test_an_announcement_shows_its_proof(tracker: Tracker) -> None:
    tracker.run("crawl", "gov-cn")
    tracker.run("read")
    row = tracker.json("timeline", "ai-plus", "--act", "issued")[0]
    shown = tracker.json("show", str(row["id"]))
    assert shown["quote"] == row["quote"]
    address = tracker.json("show", shown["url"])
    assert shown["quote"] in address["text"]
    page = tracker.run("show", str(row["id"]), "--page").stdout
    assert page.lstrip().lower().startswith(("<!doctype", "<html"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("timeline", "ai-plsu"), "did you mean ai-plus (AI Plus"),
        (("timeline", "ai-plus", "--since", "soon"), "write 7d, 2w, yesterday"),
        (("timeline", "ai-plus", "--since", "2025-02-01", "--until", "2025-01-01"), "swap them"),
        (("timeline", "ai-plus", "--body", "mit"), "no body is called 'mit'"),
        (("crawl", "mitt"), "did you mean miit ("),
        (("timeline", "ai-plus", "--since", "9999-12-31"), "out of range"),
        (("discover", "--until", "0001-01-01"), "out of range"),
        (("discover", "--until", "9999-12-31"), "out of range"),
        (("show", "9" * 23), "nothing is stored under '99999999999999999999999'"),
        (("show", "9" * 5000), "nothing is stored under"),
        (("show", "999999"), "nothing is stored under '999999'"),
        (("alerts", "add", "not an address", "--initiative", "ai-plus"), "address"),
        (("alerts", "add", "a@example.org", "--initiative", "nothing"), "no initiative is called"),
        (("alerts", "remove", "7"), "there is no alert 7"),
        (("extract",), "name a saved page"),
        (("extract", __file__, "--batch", __file__), "not both"),
    ],
)
def test_bad_input_gets_one_line_and_exit_code_2(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    done = Tracker(tmp_path).run(*arguments, code=2)
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_limit_that_no_database_takes_is_refused(tmp_path: Path) -> None:
    assert "--limit" in Tracker(tmp_path).run("timeline", "ai-plus", "--limit", "9" * 23, code=2).stderr


@pytest.mark.parametrize(
    ("url", "code", "told"),
    [
        ("nonsense", 2, "not a database URL"),
        ("postgresql+psycopg://me:secret@127.0.0.1:9/x", 75, "cannot be opened: connection failed"),
        ("postgresql+nothing://localhost/x", 2, "needs a driver that is not installed"),
        ("mysql://me:secret@localhost/x", 2, "mysql://me:***@localhost/x is neither SQLite nor PostgreSQL; write"),
        ("sqlite://", 2, "sqlite:// is not a file; write sqlite:///FILE"),
        ("sqlite:///:memory:", 2, "is not a file; write sqlite:///FILE"),
        (
            "sqlite:////dev/null/tracker.db",
            2,
            "does not exist; name another in TRACKER_DATABASE, or create it with --new",
        ),
        ("sqlite:///notes.txt", 2, "notes.txt cannot be used: file is not a database; name another file"),
    ],
)
def test_a_database_that_cannot_be_opened_is_reported(tmp_path: Path, url: str, code: int, told: str) -> None:
    (tmp_path / "notes.txt").write_text("what we wanted to watch", encoding="utf-8")
    for command in (("initiatives",), ("read",)):
        done = Tracker(tmp_path, database=url).run(*command, code=code)
        assert told in done.stderr
        assert "secret" not in done.stderr
        assert done.stderr.count("\n") == 1


def test_a_database_that_is_damaged_is_reported(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>AI Plus</p>", encoding="utf-8")
    come = ("import", "page.html", "--url", "https://www.example.org/1")
    Tracker(tmp_path).run(*come)
    with closing(sqlite3.connect(tmp_path / "tracker.db")) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'page'").fetchone()[0]
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with (tmp_path / "tracker.db").open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    told = Tracker(tmp_path).run(*come, code=2).stderr
    assert told == "tracker: the database is damaged (database disk image is malformed); restore a backup\n"


@pytest.mark.slow(20)
def test_a_revised_page_shows_its_change_and_a_vanished_one_its_last_day(
    lived: Tracker, replica: Replica, config: Config
) -> None:
    replica.advance()
    with database(lived) as session:
        for page in session.exec(select(Page)):
            page.fetched_at = page.checked_at = page.fetched_at - timedelta(days=2)
            session.add(page)
    lived.run("crawl", *FIVE)
    lived.run("read")
    with database(lived) as session:
        twice = select(func.max(Page.url)).group_by(col(Page.key), col(Page.source)).having(func.count() > 1)
        other_bytes = session.exec(twice).all()
        revised = [url for url in other_bytes if changes(session, config, url)]
        gone = session.exec(select(Page.url).where(col(Page.gone_since).is_not(None))).all()
    assert len(other_bytes) > 1, "side-bars change all the time"
    assert len(revised) == len(gone) == 1
    told = lived.run("diff", revised[0], code=1).stdout
    assert "[-" in told
    assert "{+" in told
    assert "gone since" in lived.run("diff", gone[0], code=1).stdout
    assert lived.run("show", gone[0], "--page").stdout


def test_an_export_and_its_import_lose_nothing(tracker: Tracker, tmp_path: Path) -> None:
    tracker.run("crawl", "miit", "ndrc")
    tracker.run("export", "warc", str(tmp_path / "all.warc.gz"))
    (tmp_path / "other").mkdir()
    other = Tracker(tmp_path / "other")
    other.run("import", str(tmp_path / "all.warc.gz"))
    kept = select(
        Page.source, Page.key, Page.url, Page.sha256, Page.listed_date, Page.fetched_at, Page.request_head
    ).order_by(Page.url)
    with database(tracker) as here, database(other) as there:
        assert here.exec(kept).all() == there.exec(kept).all() != []
