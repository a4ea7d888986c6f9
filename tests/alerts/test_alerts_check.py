"""Tests the independent check: it finds what was lost, and does not report what waits for a reason."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, delete, update
from sqlmodel import col, select

from config import Config, Settings
from db.engine import open_database, reading, writing
from db.models import Alert, AlertInitiative, Announcement, Delivery, Incident, Recipient, now
from db.queries.outbox import units
from db.store.alerts import pause_alert, resume_alert
from tests.factories.announcements import NOON, add_alert, announce, strengthen
from tests.processes.running import Tracker
from tests.processes.terminal import on_terminal
from tests.servers.mailserver import free_port, mail_server
from tests.sizes import POSTGRESQL_BY_NIGHT
from tracker.alerts.delivery.check import Difference, Window, check, tell
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.recipients import suspend

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BEFORE = NOON - DAY


def found(engine: Engine, config: Config, at: datetime = NOON + 3 * HOUR) -> list[Difference]:
    with reading(engine) as session:
        return check(session, config, Window(at, 2 * DAY, HOUR))


def problems(engine: Engine, config: Config, at: datetime = NOON + 3 * HOUR) -> list[str]:
    return [one.problem for one in found(engine, config, at)]


def send_all(engine: Engine, config: Config, at: datetime = NOON, **settings: Any) -> None:
    with mail_server() as server:
        send(engine, config, server.settings(**settings), lambda: at)


def change(engine: Engine, **values: Any) -> None:
    with writing(engine) as session:
        session.connection().execute(update(Delivery).values(**values))


@POSTGRESQL_BY_NIGHT
def test_what_was_sent_is_in_order(engine: Engine, config: Config) -> None:
    for rate in ("immediate", "daily", "weekly", "monthly"):
        add_alert(engine, rate=rate, created_at=BEFORE)
    add_alert(engine, Rule(initiatives=("low-altitude-economy",)), created_at=BEFORE)
    add_alert(engine, Rule(incidents=True), created_at=BEFORE)
    announce(engine, config)
    announce(engine, config, cause="rule")
    announce(engine, config, cause="first-crawl")
    for hours in range(0, 24 * 34, 6):
        at = NOON + hours * HOUR
        send_all(engine, config, at)
        assert problems(engine, config, at) == []
        assert problems(engine, config, at + HOUR / 2) == []


def test_a_delivery_that_was_never_written_is_found(engine: Engine, config: Config) -> None:
    add_alert(engine, recipient="lost@example.org", created_at=BEFORE)
    add_alert(engine, recipient="kept@example.org", created_at=BEFORE)
    id_ = announce(engine, config)
    send_all(engine, config)
    assert problems(engine, config) == []
    with writing(engine) as session:
        session.connection().execute(delete(Delivery).where(col(Delivery.alert_id) == 1))
    (difference,) = found(engine, config)
    assert str(difference) == (
        f"alert 1 to lost@example.org, announcement {id_} (issued): found 2026-11-24 04:00 UTC, "
        "and no delivery was written"
    )
    assert problems(engine, config, NOON + HOUR / 2) == [], "it may still be busy"
    assert problems(engine, config, NOON + 3 * DAY) == [], "out of the window"


def test_an_alert_that_is_looked_up_under_nothing_is_found(engine: Engine, config: Config) -> None:
    add_alert(engine, Rule(initiatives=("ai-plus",)), created_at=BEFORE)
    with writing(engine) as session:
        session.connection().execute(delete(AlertInitiative))
    announce(engine, config)
    assert problems(engine, config) == ["found 2026-11-24 04:00 UTC, and no delivery was written"]


def test_a_digest_that_was_never_made_is_found(engine: Engine, config: Config) -> None:
    for rate in ("daily", "weekly", "monthly"):
        add_alert(engine, rate=rate, created_at=BEFORE)
    announce(engine, config)
    assert problems(engine, config, NOON + 20 * HOUR) == []
    assert problems(engine, config, NOON + 22 * HOUR) == ["the digest daily 2026-11-25 was never made"]
    assert problems(engine, config, NOON + 60 * DAY) == [
        "the digest daily 2026-11-25 was never made",
        "the digest weekly 2026-11-30 was never made",
        "the digest monthly 2026-12-01 was never made",
    ]
    send_all(engine, config, NOON + 60 * DAY)
    assert problems(engine, config, NOON + 60 * DAY) == []


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"kind": "news"}, "due 2026-11-24 04:00 UTC"),
        ({"due_at": datetime(2999, 1, 1, tzinfo=UTC)}, "due 2999-01-01 00:00 UTC, since more mails went at once"),
        ({"state": "sending", "holder": "dead", "lease_until": NOON}, "its sender dead stopped before"),
        ({"state": "sent"}, "marked as sent, and no answer is on record"),
        (
            {"state": "withdrawn", "answer": "today's rules no longer find the announcement"},
            "withdrawn, although the announcement is not",
        ),
        ({"act": "mentioned"}, "found 2026-11-24 04:00 UTC, and only a weaker act was reported"),
    ],
)
def test_a_row_that_is_stuck_or_lies_is_found(
    engine: Engine, config: Config, values: dict[str, Any], problem: str
) -> None:
    add_alert(engine, created_at=BEFORE)
    announce(engine, config)
    change(engine, **values)
    first, *more = problems(engine, config, NOON + 4 * HOUR)
    assert first.startswith(problem)
    assert bool(more) is ("act" in values)


def test_a_digest_that_does_not_go_is_found(engine: Engine, config: Config) -> None:
    add_alert(engine, rate="daily", created_at=BEFORE)
    announce(engine, config)
    send_all(engine, config, NOON + DAY)
    change(engine, state="pending", message_id=None)
    assert problems(engine, config, NOON + DAY + 3 * HOUR) == [
        "in the digest daily 2026-11-25, due 2026-11-25 00:00 UTC"
    ]


@POSTGRESQL_BY_NIGHT
def test_who_is_busy_is_not_broken(engine: Engine, config: Config) -> None:
    """Greylisted, suspended, braked, withdrawn, removed, permanently refused, added later: all in order."""
    for name in ("greylisted", "suspended", "refused", "removed", "flooded"):
        add_alert(engine, recipient=f"{name}@example.org", created_at=BEFORE)
    announce(engine, config)
    with writing(engine) as session:
        gone = session.exec(select(Alert).where(Alert.recipient == "removed@example.org")).one()
        gone.removed_at = NOON
        stopped = session.exec(select(Recipient).where(Recipient.address == "suspended@example.org")).one()
        suspend(session, stopped, "550 no such user, three times", NOON)
    with mail_server() as server:
        server.at_rcpt["greylisted@example.org"] = ["450 later"] * 99
        server.at_rcpt["refused@example.org"] = ["550 no"]
        for hours in range(0, 50):
            at = NOON + hours * HOUR
            settings = server.settings(brake_recipient_most=1)
            send(engine, config, settings, lambda at=at: at)  # type: ignore[misc]
            assert problems(engine, config, at) == []
            if hours % 8 == 0:
                announce(engine, config, at=at + HOUR / 2, initiative="6g", act="pledged")
                send(engine, config, settings, lambda at=at: at + HOUR / 2)  # type: ignore[misc]
    add_alert(engine, recipient="late@example.org", created_at=NOON + 60 * HOUR)
    assert problems(engine, config, NOON + 50 * HOUR) == []


@POSTGRESQL_BY_NIGHT
def test_quiet_hours_caps_and_pauses_are_in_order(engine: Engine, config: Config) -> None:
    """By the hour for three days, with three new ones at times; what is lost in between is found."""
    add_alert(engine, recipient="quiet@example.org", quiet="22-7", created_at=BEFORE)
    add_alert(engine, recipient="capped@example.org", most=1, created_at=BEFORE)
    add_alert(engine, recipient="both@example.org", quiet="22-7", rate="daily", hour=21, created_at=BEFORE)
    paused = add_alert(engine, recipient="paused@example.org", created_at=BEFORE)
    add_alert(
        engine, Rule(changes=("figures", "stronger", "state")), recipient="changes@example.org", created_at=BEFORE
    )
    with mail_server() as server:
        for hours in range(72):
            at = NOON + hours * HOUR
            if hours % 5 == 0:
                for _ in range(3):
                    announce(engine, config, at=at)
            if hours in (21, 41):
                with writing(engine) as session:
                    (pause_alert if hours == 21 else resume_alert)(session, session.get_one(Alert, paused), at)
            send(engine, config, server.settings(), lambda at=at: at)  # type: ignore[misc]
            assert problems(engine, config, at + HOUR / 2) == []
    change(engine, state="withdrawn", answer="today's rules no longer find the announcement", sent_at=None)
    told = {one.alert.recipient.split("@")[0] for one in found(engine, config, NOON + 72 * HOUR)}
    assert told == {"quiet", "capped", "both", "paused"}


@POSTGRESQL_BY_NIGHT
def test_a_mail_server_that_is_away_for_hours_is_an_alarm(engine: Engine, config: Config) -> None:
    add_alert(engine, created_at=BEFORE)
    announce(engine, config)
    nowhere = Settings(smtp_host="127.0.0.1", smtp_port=free_port())
    for minutes in range(0, 120, 5):
        at = NOON + timedelta(minutes=minutes)
        send(engine, config, nowhere, lambda at=at: at)  # type: ignore[misc]
    assert problems(engine, config, NOON + HOUR / 2) == []
    (problem,) = problems(engine, config, NOON + 2 * HOUR)
    assert problem.startswith("tried ")
    assert "no mail server accepts mails: 127.0.0.1:" in problem


def test_what_comes_too_late_for_a_digest_rightly_waits_for_the_next(engine: Engine, config: Config) -> None:
    add_alert(engine, rate="daily", created_at=BEFORE)
    announce(engine, config)
    send_all(engine, config, NOON + DAY)
    announce(engine, config, at=NOON + HOUR)
    send_all(engine, config, NOON + DAY)
    assert problems(engine, config, NOON + DAY + 12 * HOUR) == []
    assert problems(engine, config, NOON + 2 * DAY) == ["the digest daily 2026-11-26 was never made"]


def test_a_stronger_act_that_was_not_reported_is_found(engine: Engine, config: Config) -> None:
    add_alert(engine, created_at=BEFORE)
    id_ = announce(engine, config, act="pledged")
    send_all(engine, config)
    strengthen(engine, config, id_, "issued")
    send_all(engine, config)
    assert problems(engine, config) == []
    with writing(engine) as session:
        session.get_one(Announcement, id_).act = "issued"
        session.connection().execute(delete(Delivery).where(col(Delivery.act) == "issued"))
    assert problems(engine, config) == ["found 2026-11-24 04:00 UTC, and only a weaker act was reported"]


def test_operators_are_notified_once_and_once_more_when_it_is_over(engine: Engine, config: Config) -> None:
    add_alert(engine, Rule(incidents=True), recipient="operator@example.org", created_at=BEFORE)
    add_alert(engine, created_at=BEFORE)
    announce(engine, config)
    for hours in (2, 3, 4):
        with writing(engine) as session:
            tell(session, found(engine, config, NOON + hours * HOUR), NOON + hours * HOUR)
    send_all(engine, config, NOON + 4 * HOUR)
    for hours in (5, 6):
        with writing(engine) as session:
            tell(session, found(engine, config, NOON + hours * HOUR), NOON + hours * HOUR)
    with reading(engine) as session:
        (incident,) = session.exec(select(Incident)).all()
        turns = session.exec(select(Delivery.act).where(Delivery.incident_id == incident.id)).all()
        assert units(session, NOON + 6 * HOUR)[0].operators
    assert (incident.state, incident.opened_at, incident.closed_at) == (
        "undelivered",
        NOON + 2 * HOUR,
        NOON + 5 * HOUR,
    )
    assert incident.reason.startswith("alert 2 to reader@example.org, announcement 1 (issued): due")
    assert turns == ["opened", "closed"]


def test_the_command_says_what_is_wrong_in_a_line_each(tmp_path: Path, config: Config) -> None:
    tracker = Tracker(tmp_path)
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    at = now() - 3 * HOUR
    add_alert(engine, recipient=str(tmp_path / "mails"), channel="file", created_at=at - DAY)
    announce(engine, config, at=at)
    (line,) = tracker.run("alerts", "check", code=1).stdout.splitlines()
    assert line.startswith(f"alert 1 to {tmp_path / 'mails'}, announcement 1 (issued): due ")
    assert tracker.run("alerts", "check", "--until", "5h").stdout == ""
    (row,) = json.loads(tracker.run("alerts", "check", "--format", "json", code=1).stdout)
    assert (row["alert"], row["announcement"], row["delivery"]) == (1, 1, 1)
    assert "not a length of time" in tracker.run("alerts", "check", "--since", "soon", code=2).stderr
    tracker.run("alerts", "send")
    assert tracker.run("alerts", "check").stdout == "", "cron would mail it"
    well = b"every alert that was due from 2d to 1h ago was delivered, or waits for a valid reason"
    assert on_terminal(tracker, "alerts", "check").strip() == well
