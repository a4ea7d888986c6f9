"""Tests that an alert that is changed while something waits for it reports all of that, once, and not later."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from config import Config
from db.engine import reading, writing
from db.models import Alert, Digest
from tests.factories.announcements import NOON, add_alert, announce, deliveries, utc
from tests.servers.mailserver import MailServer
from tracker.alerts.compose.composer import Composer
from tracker.alerts.delivery.claim import claim_messages
from tracker.alerts.delivery.digest import plan
from tracker.alerts.delivery.sender import send
from tracker.alerts.subscriptions.subscribe import edit

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def change(engine: Engine, id_: int, at: Any, **changes: Any) -> None:
    with writing(engine) as session:
        edit(session, session.get_one(Alert, id_), at, **changes)


@pytest.mark.parametrize("rate", ["daily", "weekly", "monthly"])
@pytest.mark.parametrize("left_by", ["a refusal for now", "a lost answer", "a dead sender"])
def test_what_was_tried_alone_goes_alone_whatever_the_rate_is_now(
    engine: Engine, config: Config, server: MailServer, left_by: str, rate: str
) -> None:
    alert = add_alert(engine)
    id_ = announce(engine, config)
    server.at_rcpt["reader@example.org"] = ["450 greylisted"] if left_by == "a refusal for now" else []
    server.at_data["reader@example.org"] = ["drop"] if left_by == "a lost answer" else []
    if left_by == "a dead sender":
        with writing(engine) as session:
            dead = Composer("dead", server.settings(), config)
            claim_messages(session, dead, plan(session, dead.settings, NOON), NOON)
    else:
        assert send(engine, config, server.settings(), lambda: NOON) == {"later": 1}
    (before,) = deliveries(engine)
    change(engine, alert, NOON + MINUTE / 2, rate=rate)
    assert send(engine, config, server.settings(), lambda: NOON + 10 * MINUTE) == {"sent": 1}
    (after,) = deliveries(engine)
    assert (after.state, after.message_id) == ("sent", before.message_id)
    assert {told for _, told in server.told()} == {f"{id_} issued"}


@pytest.mark.parametrize(
    "changes",
    [{"note": "why"}, {"name": "AI Plus"}, {"language": "zh"}, {"rate": "monthly"}, {"hour": 9}, {"rate": "weekly"}],
    ids=str,
)
def test_what_is_due_goes_whatever_is_changed(
    engine: Engine, config: Config, server: MailServer, changes: dict[str, Any]
) -> None:
    alert = add_alert(engine, rate="monthly")
    id_ = announce(engine, config)
    due = utc("2026-12-01 00:05")
    change(engine, alert, due, **changes)
    assert send(engine, config, server.settings(), lambda: due + MINUTE) == {"sent": 1}
    assert [told for _, told in server.told()] == [f"{id_} issued"]


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        ({"note": "why"}, "2026-12-01 00:00"),
        ({"hour": 8, "rate": "monthly"}, "2026-12-01 00:00"),
        ({"hour": 9}, "2026-12-01 01:00"),
        ({"rate": "weekly"}, "2026-11-30 00:00"),
        ({"zone": "Europe/Berlin"}, "2026-12-01 07:00"),
    ],
    ids=str,
)
def test_what_waits_moves_where_the_times_change(
    engine: Engine, config: Config, changes: dict[str, Any], due: str
) -> None:
    alert = add_alert(engine, rate="monthly")
    announce(engine, config)
    change(engine, alert, NOON + HOUR, **changes)
    assert [one.due_at for one in deliveries(engine)] == [utc(due)]


def test_an_hour_that_is_changed_after_the_days_digest_has_another(
    engine: Engine, config: Config, server: MailServer
) -> None:
    """There was one at 8, at noon the hour becomes 20: what is found at 13 is sent at 20 and not a day later."""
    alert = add_alert(engine, rate="daily", hour=8, created_at=NOON - 10 * DAY)
    announce(engine, config, at=NOON - 10 * HOUR)
    assert send(engine, config, server.settings(), lambda: NOON - 3 * HOUR) == {"sent": 1}
    change(engine, alert, NOON, hour=20)
    announce(engine, config, at=NOON + HOUR)
    assert send(engine, config, server.settings(), lambda: NOON + 8 * HOUR) == {"sent": 1}
    announce(engine, config, at=NOON + 9 * HOUR)
    assert send(engine, config, server.settings(), lambda: NOON + 30 * HOUR) == {}
    assert send(engine, config, server.settings(), lambda: NOON + 32 * HOUR) == {"sent": 1}
    with reading(engine) as session:
        named = session.exec(select(Digest.period).order_by(col(Digest.id))).all()
    assert named == ["daily 2026-11-24", "daily 2026-11-24T20", "daily 2026-11-25"]
    assert str(server.mails[1]["Subject"]).endswith("(24 Nov 2026)")
