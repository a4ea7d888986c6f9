"""Tests the delivery recipe where no other module does, and that docs/internals/delivery.md names tests."""

import ast
import re
import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from config import Config
from db.engine import reading, writing
from db.models import Announcement, Delivery, Digest, now
from db.store.outbox import Tried, settle
from tests.archive.test_import import RECORD, records
from tests.factories.announcements import NOON, add_alert, announce, strengthen
from tests.processes.running import Tracker
from tests.servers.mailserver import MailServer
from tests.sizes import POSTGRESQL_BY_NIGHT
from tracker.alerts.channels.answers import Answer, after
from tracker.alerts.compose.composer import Composer
from tracker.alerts.delivery.claim import claim_messages
from tracker.alerts.delivery.digest import plan
from tracker.alerts.delivery.sender import send

ROOT = Path(__file__).parents[2]
DAY = timedelta(days=1)


def rows(engine: Engine) -> list[tuple[int | None, str]]:
    with reading(engine) as session:
        kept = session.exec(select(Delivery).order_by(col(Delivery.id)))
        return [(one.announcement_id, one.state) for one in kept]


def test_an_announcement_is_not_kept_without_its_deliveries(tmp_path: Path) -> None:
    """Whatever stops the deliveries stops the announcement: the page is read again, and both are there."""
    tracker = Tracker(tmp_path)
    tracker.run("alerts", "add", str(tmp_path / "mails"), "--channel", "file", "--at-least", "mentioned")
    tracker.run("import", str(records(tmp_path / "pages.jsonl", RECORD)))
    database = sqlite3.connect(tmp_path / "tracker.db")
    database.execute("CREATE TRIGGER no BEFORE INSERT ON delivery BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
    database.commit()
    tracker.run("read", code=None)
    count = "SELECT (SELECT count(*) FROM announcement), (SELECT count(*) FROM delivery)"
    assert database.execute(count).fetchone() == (0, 0)
    database.execute("DROP TRIGGER no")
    database.commit()
    tracker.run("read")
    assert database.execute(count).fetchone() == (1, 1)
    database.close()


def test_what_comes_while_a_mail_is_under_way_is_not_marked_with_it(
    engine: Engine, config: Config, server: MailServer
) -> None:
    """The rows of a mail are those with which it was claimed, whatever its digest's or its alert's rows are later."""
    for rate in ("immediate", "daily"):
        add_alert(engine, rate=rate)
    announce(engine, config)
    at = NOON + DAY
    desk = Composer("one", server.settings(), config)
    with writing(engine) as session:
        claims = claim_messages(session, desk, plan(session, desk.settings, at), at)
    assert len(claims) == 2
    late = announce(engine, config)
    with writing(engine) as session:
        plan(session, desk.settings, at)
        session.connection().execute(
            text("UPDATE delivery SET digest_id = 1 WHERE announcement_id = :id"), {"id": late}
        )
        for claim in claims:
            tried = after(Answer("sent", "250 OK"), 1, at)
            note = (claim.message.message_id, claim.unit.delivery_id, claim.unit.recipient, at, "sent", "250 OK")
            assert settle(session, claim.unit, "one", Tried(*note), tried)
    assert [state for id_, state in rows(engine) if id_ == late] == ["pending", "pending"]
    assert [state for id_, state in rows(engine) if id_ != late] == ["sent", "sent"]


def test_mails_go_in_the_order_of_finding_and_what_is_dated_ahead_goes_once(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine)
    days = [date(2027, 3, 1), date(1999, 1, 1), date(2026, 11, 24), None]
    ids = [announce(engine, config, day=day, at=NOON + timedelta(minutes=n)) for n, day in enumerate(days)]
    at = NOON + timedelta(hours=1)
    assert send(engine, config, server.settings(), lambda: at) == {"sent": 4}
    assert [told for _, told in server.told()] == [f"{id_} issued" for id_ in ids]
    # Its day comes, and it is read again: that is not news.
    strengthen(engine, config, ids[0], "issued")
    assert send(engine, config, server.settings(), lambda: at + 120 * DAY) == {}


@POSTGRESQL_BY_NIGHT
def test_a_digest_of_nothing_is_not_sent_and_one_of_much_is_one_mail(
    engine: Engine, config: Config, server: MailServer
) -> None:
    for name in ("nothing", "much"):
        add_alert(engine, name=name, rate="daily", recipient=f"{name}@example.org")
    gone = announce(engine, config)
    with writing(engine) as session:
        session.get_one(Announcement, gone).withdrawn = True
    assert send(engine, config, server.settings(), lambda: NOON + DAY) == {}
    ids = [announce(engine, config, at=NOON + DAY) for _ in range(250)]
    assert send(engine, config, server.settings(), lambda: NOON + 2 * DAY) == {"sent": 2}
    assert len(server.told()) == 2 * len(ids)


def test_a_period_has_one_digest_from_any_number_of_makers(engine: Engine, config: Config) -> None:
    add_alert(engine, rate="daily")
    with writing(engine) as session:
        session.add(Digest(alert_id=1, period="daily 2026-11-25", created_at=now()))
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.add(Digest(alert_id=1, period="daily 2026-11-25", created_at=now()))


def test_the_documents_name_a_test_for_each_point_of_the_recipe() -> None:
    page = (ROOT / "docs" / "internals" / "delivery.md").read_text(encoding="utf-8")
    table = page[page.index("| point |") :].split("\n\n")[0]
    named = re.findall(r"^\| (\d+)\. .*$", table, re.MULTILINE)
    assert named == [str(number) for number in range(1, 12)]
    for line in table.splitlines()[2:]:
        tests = re.findall(r"`(test_\w+\.py)::(test_\w+)`", line)
        assert tests, f"no test is named: {line}"
        for file, name in tests:
            (path,) = (ROOT / "tests").rglob(file)
            tree = ast.parse(path.read_text(encoding="utf-8"))
            assert name in [node.name for node in tree.body if isinstance(node, ast.FunctionDef)], f"{file}::{name}"
