"""Tests the emergency brake: what exceeds it waits, operators are notified once, and nothing is lost."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import select

from config import Config
from db.engine import reading, writing
from db.models import Delivery, Incident
from db.store.outbox import release
from tests.factories.announcements import NOON, add_alert, announce, send_at
from tests.processes.running import Tracker
from tests.servers.mailserver import MailServer
from tracker.alerts.delivery.record import record
from tracker.alerts.matching.rules import Rule

HOUR = timedelta(hours=1)


def states(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return sorted(session.exec(select(Delivery.state)).all())


def incidents(engine: Engine) -> list[tuple[str, str, bool]]:
    with reading(engine) as session:
        return [(one.source, one.state, one.closed_at is None) for one in session.exec(select(Incident))]


def test_the_installation_sends_so_many_a_day_and_no_more(engine: Engine, config: Config, server: MailServer) -> None:
    settings = server.settings(brake_most=3)
    add_alert(engine, Rule(incidents=True), recipient="operator@example.org")
    for name in ("one", "two", "three", "four", "five"):
        add_alert(engine, recipient=f"{name}@example.org")
    announce(engine, config)
    assert send_at(engine, config, settings, NOON) == {"sent": 3, "held": 2}
    # Operators are notified although the brake holds, and once, however often it is reached.
    assert send_at(engine, config, settings, NOON + HOUR) == {"sent": 1}
    announce(engine, config, at=NOON + HOUR)
    assert send_at(engine, config, settings, NOON + HOUR) == {"held": 5}
    told = [mail for mail in server.mails if mail["To"] == "operator@example.org"]
    assert [str(mail["Subject"]) for mail in told] == ["Outbox: held by the emergency brake since 24 November 2026"]
    assert incidents(engine) == [("outbox", "brake", True)]
    for day in range(1, 5):
        send_at(engine, config, settings, NOON + timedelta(days=day, hours=day))
    assert states(engine).count("sent") == 12, "10 mails, and both turns of the incident"
    assert incidents(engine) == [("outbox", "brake", False)]
    asked = [told for told in server.told() if told[1] != ""]
    assert len(asked) == len(set(asked)) == 10


def test_one_recipient_gets_so_many_a_day_and_others_are_not_held_up(
    engine: Engine, config: Config, server: MailServer
) -> None:
    settings = server.settings(brake_recipient_most=2)
    for name in ("AI", "policy"):
        add_alert(engine, name=name, recipient="Flooded@example.org")
    add_alert(engine, recipient="calm@example.org")
    for _ in range(2):
        announce(engine, config)
    assert send_at(engine, config, settings, NOON) == {"sent": 4, "held": 2}
    assert sorted(str(mail["To"]) for mail in server.mails) == ["Flooded@example.org"] * 2 + ["calm@example.org"] * 2
    assert send_at(engine, config, settings, NOON + 23 * HOUR) == {}
    assert send_at(engine, config, settings, NOON + 25 * HOUR) == {"sent": 2}


SPELLED = ("Some One <ME@example.org>", "me@example.org", '"Me" <me@Example.org>', "Me@Example.Org")


def test_one_recipient_is_one_however_it_is_spelled(engine: Engine, config: Config, server: MailServer) -> None:
    settings = server.settings(brake_recipient_most=2)
    for spelled in SPELLED:
        add_alert(engine, recipient=spelled)
    announce(engine, config)
    assert send_at(engine, config, settings, NOON) == {"sent": 2, "held": 2}
    assert send_at(engine, config, settings, NOON + HOUR) == {}
    for spelled in SPELLED:
        with reading(engine) as session:
            assert len(record(session, None, spelled, at=NOON)) == 4
            assert len(record(session, 1, spelled, config, at=NOON)) == 4
    for hours, (spelled, released) in enumerate(zip(SPELLED, (2, 0, 0, 0), strict=True), 1):
        with writing(engine) as session:
            assert release(session, spelled, NOON + hours * HOUR) == released
    assert send_at(engine, config, settings, NOON + 4 * HOUR) == {"sent": 2}


def test_what_is_held_says_why_and_goes_when_it_is_released(engine: Engine, config: Config, server: MailServer) -> None:
    settings = server.settings(brake_recipient_most=1)
    add_alert(engine)
    for _ in range(3):
        announce(engine, config)
    assert send_at(engine, config, settings, NOON) == {"sent": 1, "held": 2}
    with reading(engine) as session:
        rows = record(session, None, "reader@example.org", at=NOON)
    assert rows[0]["answer"] == (
        "held by the brake: 1 mail went to reader@example.org in 24 hours, the most for one recipient "
        "(brake_recipient_most); "
        "is sent after 2026-11-25 04:00 UTC"
    )
    with writing(engine) as session:
        assert release(session, "other@example.org", NOON + HOUR) == 0
        assert release(session, "Reader@example.org", NOON + HOUR) == 2
    assert send_at(engine, config, settings, NOON + HOUR) == {"sent": 1, "held": 1}, "as many as a day may have again"
    with writing(engine) as session:
        assert release(session, None, NOON + 2 * HOUR) == 1
    assert send_at(engine, config, settings, NOON + 2 * HOUR) == {"held": 1}, "for all is not for one"


def test_nothing_is_braked_where_no_most_is_set(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    for _ in range(5):
        announce(engine, config)
    settings = server.settings(brake_most=0, brake_recipient_most=0)
    assert send_at(engine, config, settings, NOON) == {"sent": 5}


def test_the_commands_show_the_brake_and_release_it(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path, {"TRACKER_BRAKE_MOST": "1"})
    folder = str(tmp_path / "mails")
    tracker.run("alerts", "add", folder, "--channel", "file", "--initiative", "ai-plus")
    from config import load
    from db.engine import open_database
    from db.models import now

    for _ in range(2):
        announce(open_database(tracker.environment["TRACKER_DATABASE"]), load(), at=now())
    sent = tracker.run("alerts", "send", code=1)
    assert sent.stdout.strip() == "1 sent; 1 held by the brake"
    assert "the brake holds 1 delivery; `tracker alerts release` sends what it holds" in sent.stderr
    assert "1 delivery released" in tracker.run("alerts", "release").stdout
    assert tracker.run("alerts", "send").stdout.strip() == "1 sent"
    assert "the brake holds no deliveries" in tracker.run("alerts", "release").stdout
