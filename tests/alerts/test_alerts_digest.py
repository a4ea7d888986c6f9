"""Tests what is combined in one mail, and when: every period has its own digest, none is empty or sent twice."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from config import Config
from db.engine import reading
from db.models import Alert, Delivery, Digest
from tests.factories.announcements import NOON, add_alert, announce, utc
from tests.servers.mailserver import MailServer
from tracker.alerts.delivery.sender import send
from tracker.alerts.schedule.periods import next_due, period

DAY = timedelta(days=1)


def periods(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(session.exec(select(Digest.period).order_by(Digest.id)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "learned", "due", "name"),
    [
        ({"rate": "daily"}, "2026-11-23 23:59", "2026-11-24 00:00", "daily 2026-11-24"),
        ({"rate": "daily"}, "2026-11-24 00:00", "2026-11-25 00:00", "daily 2026-11-25"),
        ({"rate": "daily", "hour": 0}, "2026-11-24 15:00", "2026-11-24 16:00", "daily 2026-11-25"),
        ({"rate": "weekly"}, "2026-11-24 04:00", "2026-11-30 00:00", "weekly 2026-11-30"),
        ({"rate": "monthly"}, "2026-11-01 00:00", "2026-12-01 00:00", "monthly 2026-12-01"),
        # The clocks of Berlin go back on 25 October and forward on 29 March; New York is a week apart.
        ({"rate": "daily", "zone": "Europe/Berlin"}, "2026-10-24 06:00", "2026-10-25 07:00", "daily 2026-10-25"),
        ({"rate": "daily", "zone": "Europe/Berlin"}, "2026-03-28 07:00", "2026-03-29 06:00", "daily 2026-03-29"),
        ({"rate": "daily", "zone": "America/New_York"}, "2026-10-25 12:00", "2026-10-26 12:00", "daily 2026-10-26"),
        (
            {"rate": "daily", "zone": "Europe/Berlin", "hour": 2},
            "2026-03-28 12:00",
            "2026-03-29 01:00",
            "daily 2026-03-29",
        ),
    ],
)
def test_a_period_ends_at_the_recipients_hour(fields: dict[str, object], learned: str, due: str, name: str) -> None:
    alert = Alert(**({"name": "AI", "recipient": "a@example.org"} | fields))
    assert next_due(alert, utc(learned)) == utc(due)
    assert period(alert, utc(due)) == name


def test_a_digest_goes_at_its_hour_and_once(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine, rate="daily")
    ids = [announce(engine, config, at=NOON + timedelta(hours=n)) for n in range(3)]
    before, after = utc("2026-11-24 23:59"), utc("2026-11-25 00:00")
    assert send(engine, config, server.settings(), lambda: before) == {}
    assert send(engine, config, server.settings(), lambda: after) == {"sent": 1}
    assert send(engine, config, server.settings(), lambda: after + DAY) == {}
    assert [told for _, told in server.told()] == [f"{id_} issued" for id_ in ids]
    assert server.mails[0]["Subject"] == "AI Plus: State Council issued opinions, and 2 more (25 Nov 2026)"


def test_missed_runs_are_made_up_for(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine, rate="daily")
    add_alert(engine, rate="weekly")
    for day in (0, 1, 3):
        announce(engine, config, at=NOON + day * DAY)
    assert send(engine, config, server.settings(), lambda: NOON + 30 * DAY) == {"sent": 4}
    assert periods(engine) == ["daily 2026-11-25", "daily 2026-11-26", "daily 2026-11-28", "weekly 2026-11-30"]


def test_what_comes_too_late_for_a_digest_is_in_the_next(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine, rate="daily")
    announce(engine, config)
    send(engine, config, server.settings(), lambda: NOON + DAY)
    late = announce(engine, config, at=NOON + timedelta(hours=1))
    assert send(engine, config, server.settings(), lambda: NOON + DAY) == {}
    assert send(engine, config, server.settings(), lambda: NOON + 2 * DAY) == {"sent": 1}
    assert server.told()[-1][1] == f"{late} issued"


def test_a_flood_is_folded(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    settings = server.settings(immediate_most=3)
    for _ in range(10):
        announce(engine, config)
    assert send(engine, config, settings, lambda: NOON) == {"sent": 4}
    assert server.mails[-1]["Subject"] == "AI Plus: State Council issued opinions, and 6 more (24 Nov 2026)"
    for _ in range(2):
        announce(engine, config)
    assert send(engine, config, settings, lambda: NOON) == {}
    assert send(engine, config, settings, lambda: NOON + timedelta(hours=1)) == {"sent": 1}
    announce(engine, config, at=NOON + DAY)
    assert send(engine, config, settings, lambda: NOON + DAY) == {"sent": 1}
    told = server.told()
    assert len(told) == len(set(told)) == 13


def test_first_finds_are_listed_once_they_have_settled(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    settings = server.settings(first_crawl_minutes=10)
    for minute in (0, 8):
        announce(engine, config, cause="first-crawl", at=NOON + timedelta(minutes=minute))
    assert send(engine, config, settings, lambda: NOON + timedelta(minutes=11)) == {}
    assert send(engine, config, settings, lambda: NOON + timedelta(minutes=18)) == {"sent": 1}
    assert send(engine, config, settings, lambda: NOON + DAY) == {}
    assert server.mails[0]["Subject"] == "AI Plus: State Council issued opinions, and 1 more (found in first crawls)"


def test_late_finds_are_one_line_of_the_next_mail(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    for cause in ("rule", "import", "rule"):
        announce(engine, config, cause=cause)
    assert send(engine, config, server.settings(), lambda: NOON) == {}
    server.at_rcpt["reader@example.org"] = ["450 later"]
    for minutes in (0, 5, 10):
        announce(engine, config)
        send(engine, config, server.settings(), lambda minutes=minutes: NOON + timedelta(minutes=minutes))  # type: ignore[misc]
    line = "found by a changed rule or an import: 3"
    said = [line in mail.get_body(("plain",)).get_content() for mail in server.mails]  # type: ignore[union-attr]
    assert sorted(said) == [False, False, True]
    with reading(engine) as session:
        late = session.exec(select(Delivery.sent_at).where(Delivery.kind == "late-rule")).all()
    assert all(late)
