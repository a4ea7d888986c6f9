"""Tests that a name that no initiative has is reported once, in one mail with those found with it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import col, select

from config import Config
from db.engine import reading, writing
from db.models import Delivery, Document, Find
from tests.factories.announcements import add_alert
from tests.factories.databases import sqlite
from tests.processes.running import Tracker
from tests.servers.mailserver import mail_server
from tracker.alerts.delivery.record import record
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.rules import Rule
from tracker.pipeline.new_initiatives import scout

AT = datetime(2026, 11, 24, 4, tzinfo=UTC)
YEAR = timedelta(days=365)
TEXTS = ["开展“星火燎原”行动。", "实施“星火燎原”行动，开展“百川汇海”工程。"]


def publish(engine: Engine, *texts: str, at: datetime = AT) -> None:
    """Write documents that say so."""
    with writing(engine) as session:
        for text in texts:
            key = f"{text} {at}"
            session.add(
                Document(source="miit", key=key, url="https://www.miit.gov.cn/x", title="通知", text=text, published=at)
            )


def look(engine: Engine, config: Config, at: datetime = AT) -> list[str]:
    """Return the names that one look finds for the first time."""
    return [row["name"] for row in scout(engine, config, date(2026, 1, 1), date(2027, 12, 31), 20, at)]


def test_a_find_is_reported_once_with_those_found_with_it(engine: Engine, config: Config) -> None:
    add_alert(engine, Rule(finds=True), name="new")
    add_alert(engine, Rule(finds=True), name="neu", rate="weekly", language="zh")
    add_alert(engine, Rule())
    publish(engine, *TEXTS)
    assert sorted(look(engine, config)) == ["星火燎原", "百川汇海"]
    with mail_server() as server:
        for days in range(9):
            at = AT + timedelta(days=days)
            assert look(engine, config, at) == ([] if days != 5 else ["千帆竞发"])
            send(engine, config, server.settings(), lambda at=at: at)  # type: ignore[misc]
            if days == 4:
                publish(engine, "启动“千帆竞发”计划。", *TEXTS, at=at)
        subjects = [str(mail["Subject"]) for mail in server.mails]
        texts = [mail.get_body(("plain",)).get_content() for mail in server.mails]  # type: ignore[union-attr]
    assert subjects == [
        "New name: 星火燎原, and 1 more",
        "New name: 千帆竞发",
        "新名称：星火燎原，另有 2 条（截至2026年11月30日一周）",
    ]
    assert "new: new names found: 2" in texts[0]
    assert "Not in the catalogue; first seen 24 November 2026, documents: 2" in texts[0]
    assert "开展“星火燎原”行动。" in texts[0]
    assert "订阅了尚未收录的新名称" in texts[2]
    with reading(engine) as session:
        assert set(session.exec(select(Delivery.state))) == {"sent"}
        finds = set(session.exec(select(Find.id)))
        assert {row["find"] for row in record(session, None, None)} == finds
    assert len(finds) == 3


def test_an_alert_hears_of_finds_from_its_beginning(engine: Engine, config: Config) -> None:
    publish(engine, *TEXTS)
    look(engine, config)
    add_alert(engine, Rule(finds=True))
    look(engine, config)
    with reading(engine) as session:
        assert session.exec(select(Delivery)).all() == []
        assert len(session.exec(select(Find).order_by(col(Find.id))).all()) == 2


def test_the_command_prints_what_is_new_and_nothing_the_second_time(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    publish(sqlite(tmp_path / "tracker.db"), *TEXTS, at=datetime.now(UTC))
    assert {row["name"] for row in tracker.json("discover", "--tell")} == {"星火燎原", "百川汇海"}
    assert tracker.json("discover", "--tell") == []
    assert tracker.json("discover"), "a look without --tell changes nothing"
    assert tracker.json("alerts", "preview", "--finds")["told"] == 2
    assert "leave out --known" in tracker.run("discover", "--tell", "--known", code=2).stderr
