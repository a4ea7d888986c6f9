"""Tests that every announcement reaches every alert that wants it once, whatever the mail server does."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from config import Config, Settings
from db.engine import reading, writing
from db.models import Announcement, Delivery
from tests.announcements import NOON, add_alert, announce, strengthen
from tests.mailserver import MailServer, free_port, mail_server
from tracker.alerts.sender import send


@pytest.fixture
def server() -> Iterator[MailServer]:
    """A mail server that takes everything unless told otherwise."""
    with mail_server() as running:
        yield running


def deliveries(engine: Engine) -> list[Delivery]:
    with reading(engine) as session:
        return list(session.exec(select(Delivery)))


def send_at(engine: Engine, config: Config, settings: Settings, at: datetime) -> dict[str, int]:
    return dict(send(engine, config, settings, lambda: at))


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
    assert delivery.answer == "given up after 10 tries: 450 later"


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
    assert "stronger than" in server.mails[1].get_body(("plain",)).get_content()  # type: ignore[union-attr]


def test_what_no_rule_finds_any_more_is_not_sent(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    id_ = announce(engine, config)
    with writing(engine) as session:
        session.get_one(Announcement, id_).withdrawn = True
    assert send_at(engine, config, server.settings(), NOON) == {}
    assert [d.state for d in deliveries(engine)] == ["withdrawn"]
