"""Tests that an address is asked before it is mailed, once and in time, and that nothing waits in vain or is lost."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlmodel import col, create_engine, select

from config import Config
from db.engine import open_database, reading, writing
from db.migrations.upgrade import upgrade
from db.models import Alert, Delivery, Digest, Incident, Recipient
from db.queries.recipients import find, standing
from db.store.alerts import remove_alert
from tests.factories.announcements import NOON, add_alert, announce
from tests.processes.running import Tracker
from tests.servers.mailserver import MailServer
from tracker.alerts.delivery.record import record
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.recipients import confirm, end_waits, give_up_silent, resume, state, suspend
from tracker.alerts.subscriptions.unsubscribe import end

pytestmark = pytest.mark.once_on_postgresql

DAY = timedelta(days=1)
READER = "reader@example.org"


def mails_at(engine: Engine, config: Config, server: MailServer, at: datetime) -> list[EmailMessage]:
    """Return what one round of sending at `at` mails."""
    before = len(server.mails)
    send(engine, config, server.settings(public_url="https://alerts.example.org/"), lambda: at)
    return server.mails[before:]


def subjects(mails: list[EmailMessage]) -> list[str]:
    return [str(mail["Subject"]) for mail in mails]


def recipient(engine: Engine, address: str = READER, channel: str = "email") -> Recipient:
    with reading(engine) as session:
        found = find(session, channel, address)
    assert found
    return found


def deliveries(engine: Engine, kind: str = "news") -> list[Delivery]:
    with reading(engine) as session:
        return list(session.exec(select(Delivery).where(Delivery.kind == kind).order_by(col(Delivery.id))))


def agree(engine: Engine, at: datetime, address: str = READER) -> bool:
    with writing(engine) as session:
        known = find(session, "email", address)
        assert known
        return confirm(session, known, "mail", at)


def asking(engine: Engine, **fields: object) -> int:
    return add_alert(engine, confirmed=False, created_at=NOON, **fields)


def test_nothing_but_the_question_is_mailed_before_it_is_answered(
    engine: Engine, config: Config, server: MailServer
) -> None:
    asking(engine, recipient="Reader <Reader@Example.org>", name="AI and <chips>")
    for _ in range(3):
        announce(engine, config)
    (mail,) = mails_at(engine, config, server, NOON)
    assert mail["Subject"] == "Please confirm that you want these alerts"
    assert mail["To"] == "Reader <Reader@Example.org>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Unsubscribe"] is None
    token = recipient(engine).confirm_token
    words = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    page = mail.get_body(("html",)).get_content()  # type: ignore[union-attr]
    assert "AI and <chips>" in words
    assert "AI and &lt;chips&gt;" in page
    for link in (
        f"mailto:tracker@localhost?subject=confirm%20{token}",
        f"https://alerts.example.org/confirm/{token}",
    ):
        assert link in words
        assert link in page
    assert mails_at(engine, config, server, NOON + DAY) == []
    assert [delivery.state for delivery in deliveries(engine)] == ["pending"] * 3


@pytest.mark.parametrize(
    ("name", "rule", "asked"),
    [
        ("AI Plus", Rule(initiatives=("ai-plus",)), "AI Plus: at once"),
        ("every announcement", Rule(), "every announcement: at once"),
        ("for the desk", Rule(initiatives=("ai-plus",)), "for the desk: AI Plus; at once"),
        (
            "AI Plus",
            Rule(initiatives=("ai-plus",), act_at_least="issued"),
            "AI Plus: issued, or a stronger act; at once",
        ),
    ],
    ids=["its rule", "everything", "a name", "more than its name"],
)
def test_the_question_says_once_what_is_asked_for(
    engine: Engine, config: Config, server: MailServer, name: str, rule: Rule, asked: str
) -> None:
    add_alert(engine, rule, confirmed=False, created_at=NOON, name=name)
    (mail,) = mails_at(engine, config, server, NOON)
    words = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert asked in [line.strip() for line in words.splitlines()]


def test_the_question_is_repeated_twice_and_then_the_order_lapses(
    engine: Engine, config: Config, server: MailServer
) -> None:
    asking(engine)
    operator = add_alert(engine, Rule(incidents=True), recipient="operator@example.org")
    announce(engine, config)
    sent = {}
    for day in range(40):
        at = NOON + day * DAY
        with writing(engine) as session:
            give_up_silent(session, at)
        for mail in mails_at(engine, config, server, at):
            sent.setdefault(str(mail["To"]), []).append(day)
    assert sent == {READER: [0, 3, 7], "operator@example.org": [15]}
    assert subjects(server.mails)[-1] == "reader@example.org: given up as unconfirmed on 9 December 2026"
    told = server.mails[-1].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "not confirmed within 14 days; its alerts ended" in told
    with reading(engine) as session:
        assert [alert.id for alert in session.exec(select(Alert).where(col(Alert.removed_at).is_(None)))] == [operator]
    (lost,) = [delivery for delivery in deliveries(engine) if delivery.alert_id != operator][:1]
    assert (lost.state, lost.answer) == ("withdrawn", "the alert was ended: its address was not confirmed")
    assert state(recipient(engine), NOON + 40 * DAY) == "given up"


def test_no_recipient_is_given_up_without_being_asked(engine: Engine, config: Config, server: MailServer) -> None:
    asking(engine)
    asked, silent = [], []
    for day in range(16, 60):
        at = NOON + day * DAY
        with writing(engine) as session:
            silent += [day for _ in give_up_silent(session, at)]
        asked += [day for _ in mails_at(engine, config, server, at)]
    assert asked == [16, 19, 22]
    assert silent == [29]


def test_what_waited_goes_as_one_digest(engine: Engine, config: Config, server: MailServer) -> None:
    asking(engine)
    asking(engine, name="daily", rate="daily")
    ids = [announce(engine, config, at=NOON + n * DAY) for n in range(4)]
    mails_at(engine, config, server, NOON + 4 * DAY)
    at = NOON + 5 * DAY
    assert agree(engine, at)
    digests = mails_at(engine, config, server, at)
    assert subjects(digests) == [
        "AI Plus: State Council issued opinions, and 3 more (held back until now)",
        "AI Plus: State Council issued opinions, and 3 more (held back until now)",
    ]
    assert {id_ for mail in digests for id_ in str(mail["X-Tracker-Announcement"]).split(", ")} == {
        f"{id_} issued" for id_ in ids
    }
    assert not agree(engine, at + DAY), "confirming twice does no harm"
    assert mails_at(engine, config, server, at + DAY) == []
    assert {delivery.state for delivery in deliveries(engine)} == {"sent"}
    assert [delivery.state for delivery in deliveries(engine, "confirmation")] == ["sent", "withdrawn", "withdrawn"]


def test_one_that_waited_goes_as_news(engine: Engine, config: Config, server: MailServer) -> None:
    asking(engine)
    announce(engine, config)
    mails_at(engine, config, server, NOON)
    agree(engine, NOON + DAY)
    (mail,) = mails_at(engine, config, server, NOON + DAY)
    assert mail["Subject"].startswith("AI Plus: State Council issued")


def test_an_address_is_asked_once_for_all_its_alerts(engine: Engine, config: Config, server: MailServer) -> None:
    first = asking(engine, name="AI")
    asking(engine, recipient="READER@example.org", name="chips")
    assert len(mails_at(engine, config, server, NOON)) == 1
    with writing(engine) as session:
        remove_alert(session, session.get_one(Alert, first), NOON + DAY)
    (again,) = mails_at(engine, config, server, NOON + 3 * DAY)
    assert "chips" in again.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    agree(engine, NOON + 4 * DAY)
    asking(engine, name="ships")
    assert mails_at(engine, config, server, NOON + 20 * DAY) == []


def test_an_order_that_was_taken_back_is_asked_about_no_more(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine, Rule(incidents=True), recipient="operator@example.org")
    id_ = asking(engine)
    with writing(engine) as session:
        remove_alert(session, session.get_one(Alert, id_), NOON)
    assert mails_at(engine, config, server, NOON) == []
    with writing(engine) as session:
        assert give_up_silent(session, NOON + 20 * DAY) == []
    assert mails_at(engine, config, server, NOON + 20 * DAY) == []


@pytest.mark.parametrize(
    ("channel", "address"),
    [("file", "/tmp/mails"), ("webhook", "https://example.org/hook")],  # noqa: S108
)
def test_other_channels_need_no_question(engine: Engine, channel: str, address: str) -> None:
    asking(engine, channel=channel, recipient=address)
    assert state(recipient(engine, address, channel), NOON) == "confirmed"
    assert deliveries(engine, "confirmation") == []


def test_who_left_is_asked_before_being_mailed_again(engine: Engine, config: Config, server: MailServer) -> None:
    id_ = add_alert(engine)
    with writing(engine) as session:
        end(session, session.get_one(Alert, id_), "by mail", NOON)
    assert state(recipient(engine), NOON) == "left"
    old = recipient(engine).confirm_token
    asking(engine)
    assert recipient(engine).confirm_token != old
    announce(engine, config)
    assert subjects(mails_at(engine, config, server, NOON)) == ["Please confirm that you want these alerts"]


def test_a_suspended_recipient_waits_and_operators_are_notified(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine, Rule(incidents=True), recipient="operator@example.org", language="zh")
    add_alert(engine, Rule(incidents=True, sources=("miit",)), recipient="miit@example.org")
    add_alert(engine)
    with writing(engine) as session:
        known = session.get_one(Recipient, recipient(engine).id)
        assert suspend(session, known, "bounce: 5.1.1 user unknown", NOON)
        assert not suspend(session, known, "complaint", NOON)
    for _ in range(2):
        announce(engine, config)
    assert [str(mail["To"]) for mail in mails_at(engine, config, server, NOON)] == ["operator@example.org"]
    with reading(engine) as session:
        told = {row["answer"] for row in record(session, None, READER)}
        (one,) = [one for one in standing(session) if one.recipient.address == READER]
    assert told == {"waits: the recipient has been suspended since 2026-11-24 04:00 UTC: bounce: 5.1.1 user unknown"}
    assert (one.alerts, one.waiting) == (1, 2)
    with writing(engine) as session:
        known = session.get_one(Recipient, one.recipient.id)
        assert resume(session, known, NOON + DAY)
        assert not resume(session, known, NOON + DAY)
    mails = mails_at(engine, config, server, NOON + DAY)
    assert {(str(mail["To"]), str(mail["Subject"])) for mail in mails} == {
        ("operator@example.org", "reader@example.org：已恢复正常；此前自2026年11月24日起暂停向该收件人发信"),
        (READER, "AI Plus: State Council issued opinions, and 1 more (held back until now)"),
    }
    with reading(engine) as session:
        (incident,) = session.exec(select(Incident)).all()
    assert (incident.state, incident.reason) == ("suspended", "bounce: 5.1.1 user unknown")


@pytest.mark.parametrize(
    ("reply", "mails"),
    [
        ("550 5.1.1 no mailbox here", 1),
        ("550 No such user", 1),
        ("553 5.2.1 disabled", 1),
        ("550 5.7.1 looks like spam", 3),
        ("554 not today", 3),
        ("552 5.1.7 bad sender", 3),
    ],
)
def test_a_server_that_refuses_for_good_suspends(
    engine: Engine, config: Config, server: MailServer, reply: str, mails: int
) -> None:
    add_alert(engine, Rule(incidents=True), recipient="operator@example.org")
    add_alert(engine)
    server.at_rcpt[READER] = [reply] * 9
    for n in range(1, 5):
        announce(engine, config)
        mails_at(engine, config, server, NOON + n * DAY)
        assert state(recipient(engine), NOON) == ("confirmed" if n < mails else "suspended")
    assert recipient(engine).suspended_why == f"refused: {reply}"
    assert [str(mail["To"]) for mail in server.mails] == ["operator@example.org"]
    assert len(server.at_rcpt[READER]) == 9 - mails, "a suspended recipient is not tried"


def test_a_mail_that_is_taken_ends_a_row_of_refusals(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    server.at_rcpt[READER] = ["554 no", "554 no", "250 OK", "554 no", "554 no", "250 OK"]
    for n in range(6):
        announce(engine, config)
        mails_at(engine, config, server, NOON + n * DAY)
    assert state(recipient(engine), NOON) == "confirmed"


def test_a_digest_that_is_refused_is_one_refusal(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine, rate="daily")
    for _ in range(5):
        announce(engine, config)
    server.at_rcpt[READER] = ["554 no"]
    mails_at(engine, config, server, NOON + DAY)
    assert {delivery.state for delivery in deliveries(engine)} == {"failed"}
    assert state(recipient(engine), NOON) == "confirmed"


def test_a_wait_ends_by_itself(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    with writing(engine) as session:
        known = session.get_one(Recipient, recipient(engine).id)
        known.soft_bounces, known.bounced_at, known.waits_until = 1, NOON, NOON + timedelta(hours=2)
    for _ in range(3):
        announce(engine, config)
    assert mails_at(engine, config, server, NOON + timedelta(hours=1)) == []
    (mail,) = mails_at(engine, config, server, NOON + timedelta(hours=2))
    assert mail["Subject"] == "AI Plus: State Council issued opinions, and 2 more (held back until now)"
    with writing(engine) as session:
        end_waits(session, NOON + DAY)
    assert recipient(engine).soft_bounces == 1


def test_a_digest_of_what_waited_is_fixed_once(engine: Engine, config: Config) -> None:
    asking(engine)
    for _ in range(3):
        announce(engine, config)
    agree(engine, NOON)
    with reading(engine) as session:
        assert [digest.period for digest in session.exec(select(Digest))] == ["waited 2026-11-24T04:00:00"]


def test_recipients_before_the_upgrade_are_notified_after_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    old = create_engine(url)
    upgrade(old, to="0001")
    columns = "name, recipient, channel, rate, hour, zone, rule, language, note, created_at"
    with old.begin() as connection:
        for channel, address in (("email", "A <a@Example.org>"), ("email", "a@example.org"), ("file", "/mails/A")):
            values = "'AI', :to, :channel, 'daily', 8, 'UTC', '{}', 'en', '', '2026-01-01'"
            insert = text(f"INSERT INTO alert ({columns}) VALUES ({values})")  # noqa: S608
            connection.execute(insert, {"to": address, "channel": channel})
    old.dispose()
    new = open_database(url)
    with reading(new) as session:
        alerts = session.exec(select(Alert).order_by(col(Alert.id))).all()
        known = [(one.recipient.address, one.alerts, state(one.recipient, NOON)) for one in standing(session)]
    assert known == [("a@example.org", 2, "confirmed"), ("/mails/A", 1, "confirmed")]
    new.dispose()
    assert len({alert.token for alert in alerts}) == 3


def test_the_commands_show_and_change_recipients(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    added = tracker.run("alerts", "add", "You@example.org", "--act", "issued")
    assert "you@example.org is asked to confirm first" in added.stderr
    sure = tracker.run("alerts", "add", "sure@example.org", "--act", "issued", "--confirmed")
    assert sure.stderr == ""
    rows = tracker.json("alerts", "recipients")
    assert [(row["address"], row["state"], row["alerts"]) for row in rows] == [
        ("you@example.org", "unconfirmed", 1),
        ("sure@example.org", "confirmed", 1),
    ]
    assert not [key for row in rows for key in row if "token" in key]
    assert "is confirmed" in tracker.run("alerts", "confirm", "YOU@example.org").stdout
    assert "was confirmed before" in tracker.run("alerts", "confirm", "you@example.org").stdout
    assert "was not suspended" in tracker.run("alerts", "resume", "you@example.org").stdout
    assert "no recipient is called" in tracker.run("alerts", "resume", "else@example.org", code=2).stderr
    assert "no mailbox is set" in tracker.run("alerts", "mailbox").stdout
    table = tracker.run("alerts", "recipients").stdout
    assert "by the operator" in table
