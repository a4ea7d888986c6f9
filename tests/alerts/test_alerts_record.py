"""Tests that the record shows for every delivery when it was sent and what was answered, or why it was not sent."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from config import Config
from db.engine import open_database, reading, writing
from db.models import Alert, Announcement, now
from db.store.alerts import remove_alert
from tests.factories.announcements import NOON, add_alert, announce
from tests.processes.running import Tracker
from tests.servers.mailserver import MailServer, mail_server
from tracker.alerts.delivery.record import record
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.rules import Rule

READER = "reader@example.org"
HOUR = timedelta(hours=1)


def rows(
    engine: Engine, config: Config, announcement: int | None = None, to: str | None = READER
) -> list[dict[str, Any]]:
    with reading(engine) as session:
        return record(session, announcement, to, config, NOON)


def test_it_shows_what_the_server_answered_at_each_try(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    id_ = announce(engine, config)
    server.at_rcpt[READER] = ["450 greylisted", "450 greylisted still"]
    for minutes in (0, 2, 10):
        send(engine, config, server.settings(), lambda minutes=minutes: NOON + timedelta(minutes=minutes))  # type: ignore[misc]
    (row,) = rows(engine, config, id_)
    assert (row["state"], row["answer"], row["sent_at"]) == ("sent", "250 queued as 1", NOON + timedelta(minutes=10))
    assert row["message_id"] == server.mails[0]["Message-ID"]
    assert [(one["at"] - NOON, one["answer"]) for one in row["tries"]] == [
        (timedelta(), "450 greylisted"),
        (timedelta(minutes=2), "450 greylisted still"),
        (timedelta(minutes=10), "250 queued as 1"),
    ]
    assert {one["server"] for one in row["tries"]} == {f"127.0.0.1:{server.port}"}


@pytest.mark.parametrize(
    ("fields", "cause", "answer"),
    [
        ({}, "news", "due 2026-11-24 04:00 UTC"),
        ({"rate": "daily"}, "news", "waits for the digest daily 2026-11-25, due 2026-11-25 00:00 UTC"),
        ({"rate": "weekly"}, "news", "waits for the digest weekly 2026-11-30, due 2026-11-30 00:00 UTC"),
        ({}, "rule", "found late: only counted in the next mail"),
        ({}, "first-crawl", "is listed with other first finds, not before 2026-11-24 04:00 UTC"),
        ({"confirmed": False}, "news", "waits: the recipient has not confirmed yet"),
    ],
)
def test_it_says_why_nothing_went(
    engine: Engine, config: Config, fields: dict[str, Any], cause: str, answer: str
) -> None:
    add_alert(engine, **fields)
    id_ = announce(engine, config, cause=cause)
    assert [row["answer"] for row in rows(engine, config, id_)] == [answer]


@pytest.mark.parametrize("fields", [{}, {"rate": "daily"}], ids=["immediate", "daily"])
def test_reminders_differ_from_what_a_limit_postpones(engine: Engine, config: Config, fields: dict[str, Any]) -> None:
    add_alert(engine, confirmed=False, created_at=NOON, **fields)
    reminder = "a reminder, due 2026-{} 04:00 UTC, sent only if the address is not confirmed by then"
    assert {row["answer"] for row in rows(engine, config)} == {
        "asks the address to confirm, due 2026-11-24 04:00 UTC",
        reminder.format("11-27"),
        reminder.format("12-01"),
    }


def test_it_says_what_a_mail_waits_for_after_a_refusal(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    announce(engine, config)
    server.at_rcpt[READER] = ["452 mailbox full"]
    send(engine, config, server.settings(), lambda: NOON)
    (row,) = rows(engine, config)
    assert row["answer"].startswith("tried 1 time, next after 2026-11-24 04:0")
    assert row["answer"].endswith("UTC; the answer was 452 mailbox full")


def test_it_says_why_an_alert_reported_nothing(engine: Engine, config: Config) -> None:
    old = add_alert(engine, Rule(initiatives=("6g",)), created_at=NOON - HOUR)
    gone = add_alert(engine, created_at=NOON - 2 * HOUR)
    with writing(engine) as session:
        remove_alert(session, session.get_one(Alert, gone), NOON - HOUR)
    id_ = announce(engine, config)
    young = add_alert(engine, created_at=NOON + HOUR)
    lost = add_alert(engine, created_at=NOON - HOUR)
    assert {row["alert"]: row["answer"] for row in rows(engine, config, id_)} == {
        old: "the alert does not ask for it",
        gone: "the alert was removed at 2026-11-24 03:00 UTC, before this was found",
        young: "the alert was added at 2026-11-24 05:00 UTC, after this was found",
        lost: "the alert asks for it, and no delivery was written; see `tracker alerts check`",
    }
    with writing(engine) as session:
        session.get_one(Announcement, id_).withdrawn = True
    assert {row["answer"] for row in rows(engine, config, id_)} == {"today's rules no longer find the announcement"}
    assert rows(engine, config, id_ + 1) == []


def test_what_went_alone_and_then_in_a_digest_has_all_its_tries(
    engine: Engine, config: Config, server: MailServer
) -> None:
    from sqlalchemy import update

    from db.models import Delivery
    from db.store.outbox import fix_digest

    add_alert(engine)
    announce(engine, config)
    server.at_rcpt[READER] = ["450 later"]
    send(engine, config, server.settings(), lambda: NOON)
    with writing(engine) as session:
        session.connection().execute(update(Delivery).values(attempts=0, due_at=NOON))
        fix_digest(session, 1, "waited 2026-11-24T04:00:00", [session.get_one(Delivery, 1)], NOON)
    send(engine, config, server.settings(), lambda: NOON + HOUR)
    (row,) = rows(engine, config)
    assert [one["answer"] for one in row["tries"]] == ["450 later", "250 queued as 1"]
    assert str(server.mails[0]["Message-ID"]).startswith("<digest-1."), "another mail than the one that was tried"


def test_the_command_shows_the_tries_and_says_when_nothing_is_known(tmp_path: Path, config: Config) -> None:
    with mail_server() as server:
        tracker = Tracker(tmp_path, {"TRACKER_SMTP_HOST": "127.0.0.1", "TRACKER_SMTP_PORT": str(server.port)})
        engine = open_database(tracker.environment["TRACKER_DATABASE"])
        add_alert(engine)
        id_ = announce(engine, config, at=now())
        server.at_rcpt[READER] = ["450 greylisted"]
        tracker.run("alerts", "send", code=1)
    shown = tracker.run("alerts", "log", "--announcement", str(id_), "--recipient", "Reader@example.org").stdout
    assert f"127.0.0.1:{server.port}:" in shown
    assert "450 greylisted" in shown
    (row,) = tracker.json("alerts", "log", "--announcement", str(id_))
    assert row["tries"][0]["answer"] == "450 greylisted"
    for unknown in (("--announcement", "99"), ("--recipient", "nobody@example.org")):
        tracker.run("alerts", "log", *unknown, code=1)
