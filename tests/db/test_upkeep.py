"""Tests what is deleted over the years, and that a back-up can be restored."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlmodel import col, select

from config import load
from db.connect import connect, write
from db.engine import open_database, reading, writing
from db.models import Crawl, Lease, Page, Story, now
from db.store.pages import add_page
from db.store.upkeep import drop_crawls, drop_leases
from tests.processes.daemons import enable
from tests.processes.running import Tracker
from tests.servers.postgresql import Cluster


def test_only_old_crawls_that_brought_nothing_go(engine: Engine) -> None:
    at = now()
    with writing(engine) as session:
        for days in (900, 800, 700, 300):
            session.add(Crawl(source="miit", started_at=at - timedelta(days=days)))
        session.flush()
        brought = session.exec(select(Crawl.id).order_by(col(Crawl.id)).offset(2)).first()
        add_page(session, Page(source="miit", key="a", url="https://www.miit.gov.cn/a", crawl_id=brought), b"text")
    with write(engine) as connection:
        assert drop_crawls(connection, at) == 1
        assert drop_crawls(connection, at) == 0
    with reading(engine) as session:
        ages = [(at - crawl.started_at).days for crawl in session.exec(select(Crawl).order_by(col(Crawl.id)))]
    assert ages == [900, 700, 300]


def test_claims_of_what_is_gone_go(engine: Engine) -> None:
    at = now()
    with writing(engine) as session:
        for name, days in (("crawl:gone", 100), ("daemon dead", 2), ("read", 2)):
            session.add(Lease(name=name, holder="", until=at - timedelta(days=days)))
    with write(engine) as connection:
        assert drop_leases(connection, at) == 2


@pytest.mark.parametrize("command", [("clean-up",), ("daemon", "--once")])
def test_the_query_planner_learns_what_is_there(tmp_path: Path, command: tuple[str, ...]) -> None:
    tracker = Tracker(tmp_path, {"TRACKER_CONFIG": str(tmp_path / "config")})
    enable(tmp_path, load(), ())
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    with writing(engine) as session:
        session.add_all([Story() for _ in range(50)])
    engine.dispose()
    tracker.run(*command, code=None)
    with connect(tracker.environment["TRACKER_DATABASE"]).connect() as connection:
        assert connection.execute(text("SELECT stat FROM sqlite_stat1 WHERE tbl = 'story'")).scalar() == "50"


def test_cleaning_up_leaves_no_log_behind(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    tracker.run("alerts", "add", "one@example.org", "--confirmed")
    assert "deleted 0 crawls" in tracker.run("clean-up").stdout
    log = tmp_path / "tracker.db-wal"
    assert not log.exists() or log.stat().st_size == 0


def test_a_back_up_can_be_gone_back_to(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    tracker.run("alerts", "add", "one@example.org", "--confirmed")
    copy = tmp_path / "copy.db"
    engine = connect(tracker.environment["TRACKER_DATABASE"])
    with write(engine):
        # Another process is writing.
        tracker.run("backup", str(copy))
    engine.dispose()
    tracker.run("alerts", "add", "two@example.org", "--confirmed")
    assert [file.name for file in tmp_path.iterdir() if "copy" in file.name] == ["copy.db"]
    for file in tmp_path.glob("tracker.db*"):
        file.unlink()
    copy.rename(tmp_path / "tracker.db")
    assert [alert["recipient"] for alert in tracker.json("alerts", "list")] == ["one@example.org"]


@pytest.mark.parametrize(
    ("file", "told"), [("tracker.db", "already exists"), ("none/copy.db", "is not a folder; create it first")]
)
def test_a_back_up_overwrites_nothing(tmp_path: Path, file: str, told: str) -> None:
    tracker = Tracker(tmp_path)
    tracker.run("initiatives")
    assert told in tracker.run("backup", str(tmp_path / file), code=2).stderr


def test_postgresql_has_its_own_way(postgresql: Cluster, tmp_path: Path) -> None:
    url = postgresql.fresh()
    tracker = Tracker(tmp_path, database=url)
    assert "pg_dump" in tracker.run("backup", str(tmp_path / "copy.db"), code=2).stderr
    assert "deleted 0 crawls" in tracker.run("clean-up").stdout
    postgresql.drop(url)
