"""Tests that every announcement reaches every alert that matches once, whatever the mail server does."""

import time
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from config import Config, Settings
from db.engine import reading, writing
from db.models import Announcement, Attempt, Delivery
from db.queries.outbox import units
from tests.factories.announcements import NOON, add_alert, announce, deliveries, send_at, strengthen
from tests.servers.mailserver import MailServer, free_port
from tracker.alerts.compose.composer import Composer
from tracker.alerts.delivery.claim import claim_messages
from tracker.alerts.delivery.digest import plan


def test_an_announcement_is_mailed_once(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    id_ = announce(engine, config)
    assert send_at(engine, config, server.settings(), NOON) == {"sent": 1}
    assert send_at(engine, config, server.settings(), NOON) == {}
    assert server.told() == [("reader@example.org", f"{id_} issued")]
    (delivery,) = deliveries(engine)
    assert (delivery.state, delivery.answer, delivery.sent_at) == ("sent", "250 queued as 1", NOON)
    assert server.mails[0]["Message-ID"] == delivery.message_id


def test_one_line_carries_many_mails(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    for _ in range(5):
        announce(engine, config)
    assert send_at(engine, config, server.settings(), NOON) == {"sent": 5}
    assert server.connections == 1


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        ("450 greylisted", "pending"),
        ("550 no such user", "failed"),
    ],
)
@pytest.mark.parametrize("stage", ["at_rcpt", "at_data"])
def test_a_refusal_stops_one_recipient_alone(
    engine: Engine, config: Config, server: MailServer, stage: str, reply: str, state: str
) -> None:
    add_alert(engine, recipient="bad@example.org")
    add_alert(engine, recipient="good@example.org")
    announce(engine, config)
    getattr(server, stage)["bad@example.org"] = [reply]
    send_at(engine, config, server.settings(), NOON)
    bad, good = deliveries(engine)
    assert (bad.state, bad.answer, bad.attempts) == (state, reply, 1)
    assert good.state == "sent"
    send_at(engine, config, server.settings(), NOON + timedelta(minutes=2))
    assert deliveries(engine)[0].state == ("sent" if state == "pending" else "failed")


def test_what_is_put_off_too_often_is_given_up(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    announce(engine, config)
    server.at_rcpt["reader@example.org"] = ["450 later"] * 99
    for day in range(20):
        send_at(engine, config, server.settings(), NOON + timedelta(days=day))
    (delivery,) = deliveries(engine)
    assert (delivery.state, delivery.attempts) == ("failed", 10)
    assert delivery.answer == "given up after 10 attempts: 450 later"


def test_a_lost_answer_gives_one_message_twice(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    announce(engine, config)
    announce(engine, config)
    server.at_data["reader@example.org"] = ["drop"]
    assert send_at(engine, config, server.settings(), NOON) == {"later": 1, "sent": 1}
    assert send_at(engine, config, server.settings(), NOON + timedelta(minutes=2)) == {"sent": 1}
    first, _, again = (mail["Message-ID"] for mail in server.mails)
    assert first == again


def test_a_server_that_is_away_costs_no_try(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    for _ in range(5):
        announce(engine, config)
    nowhere = Settings(smtp_host="127.0.0.1", smtp_port=free_port())
    for week in range(20):
        assert send_at(engine, config, nowhere, NOON + timedelta(weeks=week)) == {"away": 3}
    assert {delivery.attempts for delivery in deliveries(engine)} == {0}
    assert send_at(engine, config, server.settings(), NOON + timedelta(weeks=21)) == {"sent": 5}


def test_the_claim_of_a_dead_sender_runs_out(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    announce(engine, config)
    with writing(engine) as session:
        delivery = session.exec(select(Delivery)).one()
        delivery.state, delivery.holder, delivery.attempts = "sending", "dead", 1
        delivery.lease_until = NOON + timedelta(minutes=5)
    assert send_at(engine, config, server.settings(), NOON) == {}
    assert send_at(engine, config, server.settings(), NOON + timedelta(minutes=6)) == {"sent": 1}


def test_a_stronger_act_is_news_and_says_so(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    id_ = announce(engine, config, act="pledged")
    send_at(engine, config, server.settings(), NOON)
    for act in ("pledged", "mentioned", "issued", "issued"):
        strengthen(engine, config, id_, act)
    send_at(engine, config, server.settings(), NOON)
    assert [told for _, told in server.told()] == [f"{id_} pledged", f"{id_} issued"]
    assert "Now issued; on 24 Nov 2026 we reported it as pledged" in server.mails[1].get_body(("plain",)).get_content()  # type: ignore[union-attr]


def test_what_no_rule_finds_any_more_is_not_sent(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    id_ = announce(engine, config)
    with writing(engine) as session:
        session.get_one(Announcement, id_).withdrawn = True
    assert send_at(engine, config, server.settings(), NOON) == {}
    assert [d.state for d in deliveries(engine)] == ["withdrawn"]


def test_what_a_dead_sender_held_is_reported_with_the_stronger_act(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine)
    id_ = announce(engine, config, act="pledged")
    with writing(engine) as session:
        delivery = session.exec(select(Delivery)).one()
        delivery.state, delivery.holder, delivery.attempts = "sending", "dead", 1
        delivery.lease_until = NOON + timedelta(minutes=5)
    strengthen(engine, config, id_, "issued")
    for minutes in (0, 6):
        send_at(engine, config, server.settings(), NOON + timedelta(minutes=minutes))
    assert [told for _, told in server.told()] == [f"{id_} issued"]
    assert [d.state for d in deliveries(engine)] == ["withdrawn", "sent"]


def test_a_server_that_stalls_is_left_before_the_lease_of_its_mail_ends(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine)
    announce(engine, config)
    announce(engine, config)
    server.at_data["reader@example.org"] = ["stall"]
    began = time.monotonic()
    assert send_at(engine, config, server.settings(lease_seconds=2), NOON) == {"later": 1, "sent": 1}
    assert time.monotonic() - began < 15, "an answer may take longer than the lease; we do not wait for it"
    assert deliveries(engine)[0].answer.startswith("no answer after DATA")  # type: ignore[union-attr]


def test_what_a_dead_sender_left_is_on_record_and_goes_mail_by_mail(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine)
    for _ in range(3):
        announce(engine, config)
    with writing(engine) as session:
        dead = Composer("dead", server.settings(), config)
        assert len(claim_messages(session, dead, plan(session, dead.settings, NOON), NOON)) == 3
    later = NOON + timedelta(minutes=6)
    with reading(engine) as session:
        assert [unit.orphan for unit in units(session, later)] == [True] * 3
    assert send_at(engine, config, server.settings(), later) == {"sent": 3}
    assert {delivery.attempts for delivery in deliveries(engine)} == {1}, "a death is no refusal"
    with reading(engine) as session:
        outcomes = session.exec(select(Attempt.outcome).order_by(Attempt.message_id, Attempt.id)).all()  # type: ignore[arg-type]
    assert outcomes == ["died", "sent"] * 3


def test_what_a_dead_sender_may_have_sent_keeps_its_name_whatever_comes_then(
    engine: Engine, config: Config, server: MailServer
) -> None:
    """It may have arrived: in a digest, or under another id, no mail program would recognise the duplicate."""
    add_alert(engine)
    announce(engine, config)
    send_at(engine, config, server.settings(), NOON)
    announce(engine, config)
    with writing(engine) as session:
        dead = Composer("dead", server.settings(), config)
        (claim,) = claim_messages(session, dead, plan(session, dead.settings, NOON), NOON)
    nowhere = Settings(smtp_host="127.0.0.1", smtp_port=free_port())
    assert send_at(engine, config, nowhere, NOON + timedelta(minutes=6)) == {"away": 1}
    for _ in range(5):
        announce(engine, config)
    settings = server.settings(immediate_most=1)
    send_at(engine, config, settings, NOON + timedelta(minutes=12))
    again = [mail for mail in server.mails if mail["Message-ID"] == claim.message.message_id]
    assert [str(mail["X-Tracker-Announcement"]) for mail in again] == ["2 issued"]
    assert len(server.told()) == 7


def test_a_claim_is_had_by_one_and_left_by_the_other(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    for _ in range(4):
        announce(engine, config)
    desks = [Composer(name, server.settings(), config) for name in ("one", "other")]
    with writing(engine) as session:
        due = plan(session, server.settings(), NOON)
        assert [claim.unit for claim in claim_messages(session, desks[0], due[:2], NOON)] == due[:2]
    with writing(engine) as session:
        assert [claim.unit for claim in claim_messages(session, desks[1], due, NOON)] == due[2:]


def test_a_channel_that_is_away_gives_back_what_it_claimed(engine: Engine, config: Config) -> None:
    add_alert(engine)
    for _ in range(10):
        announce(engine, config)
    send_at(engine, config, Settings(smtp_host="127.0.0.1", smtp_port=free_port()), NOON)
    assert {(delivery.state, delivery.holder, delivery.attempts) for delivery in deliveries(engine)} == {
        ("pending", None, 0)
    }


def test_every_try_is_on_record(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    announce(engine, config)
    server.at_rcpt["reader@example.org"] = ["450 greylisted", "450 greylisted"]
    for minutes in (0, 2, 10):
        send_at(engine, config, server.settings(), NOON + timedelta(minutes=minutes))
    with reading(engine) as session:
        tries = session.exec(select(Attempt).order_by(Attempt.id)).all()  # type: ignore[arg-type]
    assert [(one.at - NOON, one.answer) for one in tries] == [
        (timedelta(0), "450 greylisted"),
        (timedelta(minutes=2), "450 greylisted"),
        (timedelta(minutes=10), "250 queued as 1"),
    ]
    assert {(one.server, one.recipient) for one in tries} == {(f"127.0.0.1:{server.port}", "reader@example.org")}
