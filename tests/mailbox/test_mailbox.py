"""Tests the results of mails in the mailbox: over a hundred, honest and hostile, in a real maildir and database."""

import os
import shutil
from base64 import encodebytes
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from config import Config
from db.engine import reading, writing
from db.models import Alert, InboundMail, Recipient
from db.queries.recipients import inbound
from db.store.recipients import note_mail
from tests.factories.announcements import NOON, add_alert, announce
from tests.factories.databases import sqlite
from tests.factories.office import BOUNCES, READ_AT, Office, furnish, make_maildir
from tests.mailbox.inbound import CASES
from tests.mailbox.inbound.mails import SOFT, Case, answer, feedback, report
from tests.processes.running import Tracker
from tests.servers.mailserver import mail_server
from tracker.alerts.delivery.record import record
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.recipients import gather, resume, state

pytestmark = pytest.mark.once_on_postgresql

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, config: Config) -> tuple[Path, dict[str, str]]:
    """An office's database, to be copied for each of the cases, and its names and secrets."""
    file = tmp_path_factory.mktemp("office") / "tracker.db"
    engine = sqlite(file)
    names = furnish(engine, config)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return file, names


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    """An empty maildir."""
    return make_maildir(tmp_path)


@pytest.fixture
def office(engine: Engine, config: Config, maildir: Path) -> Office:
    """A separate office."""
    return Office(engine, maildir, names=furnish(engine, config))


@pytest.fixture
def copy(prepared: tuple[Path, dict[str, str]], maildir: Path, tmp_path: Path) -> Iterator[Office]:
    """A copy of the office, which is faster to make than a separate one."""
    file, names = prepared
    shutil.copy(file, tmp_path / "copy.db")
    engine = sqlite(tmp_path / "copy.db")
    yield Office(engine, maildir, names=names)
    engine.dispose()


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 100
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mail_does_what_it_may_and_no_more(copy: Office, case: Case) -> None:
    assert copy.changes() == ""
    copy.marked = case.marked
    copy.arrive(case.raw)
    counts = copy.read()
    noted = copy.noted()
    assert (noted.kind, copy.changes(), bool(counts.get("for you"))) == (case.kind, case.change, case.for_people), noted
    assert copy.read(READ_AT + HOUR) == {}, "a mail is read once"
    left = [file.name for file in (copy.maildir / "new").iterdir()]
    assert left == (["1"] if case.for_people else [])


def climb(office: Office, at: datetime, name: str, config: Config) -> str:
    """Send what is due at a moment, let it bounce temporarily two hours later, and return what was recorded."""
    with mail_server() as server:
        send(office.engine, config, server.settings(mail_from="Tracker <tracker@example.org>"), lambda: at)
        ids = [str(mail["Message-ID"]) for mail in server.mails if mail["To"] == office.names["reader"]]
    for number, message_id in enumerate(ids):
        office.arrive(f"X-Number: {name}\n" + report(SOFT, returned=f"Message-ID: {message_id}"), f"{name}-{number}")
    office.read(at + 2 * HOUR)
    return office.noted().outcome if ids else "nothing sent"


def test_soft_bounces_climb_a_ladder_and_then_suspend(office: Office, config: Config) -> None:
    add_alert(office.engine, Rule(incidents=True), recipient="operator@example.org")
    office.arrive(report(SOFT))
    office.read(READ_AT)
    waits, at = [], READ_AT
    for rung in range(7):
        known = office.person()
        if known.waits_until is None:
            break
        waits.append(round((known.waits_until - at) / HOUR))
        assert climb(office, known.waits_until - timedelta(minutes=1), f"early {rung}", config) == "nothing sent"
        at = known.waits_until + 2 * HOUR
        climb(office, known.waits_until, str(rung), config)
    assert waits == [2, 4, 8, 16, 32, 64]
    known = office.person()
    assert state(known, at) == "suspended"
    assert known.suspended_why == "7 soft bounces in a row, the last: 4.2.2 452 4.2.2 Mailbox full"
    with mail_server() as server:
        send(office.engine, config, server.settings(), lambda: at)
    (mail,) = server.mails
    assert mail["Subject"] == "reader@example.org: nothing mailed to this recipient since 30 November 2026"
    assert "7 soft bounces" in mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]


def test_what_comes_back_for_one_trouble_climbs_once(office: Office, config: Config) -> None:
    for _ in range(5):
        announce(office.engine, config)
    assert climb(office, NOON, "all", config).startswith("soft, about the same problem")
    assert office.person().soft_bounces == 1


def test_a_mail_that_stays_away_brings_down_from_the_ladder(office: Office, config: Config) -> None:
    office.arrive(report(SOFT))
    office.read(READ_AT)
    with mail_server() as server:
        send(office.engine, config, server.settings(), lambda: READ_AT + 3 * HOUR)
    office.read(READ_AT + 6 * DAY)
    assert office.person().soft_bounces == 1, "it may still come back"
    office.read(READ_AT + 8 * DAY)
    assert office.person().soft_bounces == 0


def test_a_delivery_that_is_reported_brings_down_at_once(office: Office) -> None:
    office.arrive(report(SOFT))
    office.read()
    office.arrive(report("Action: delivered\nStatus: 2.0.0"), "2")
    office.read()
    assert (office.person().soft_bounces, office.noted().outcome) == (
        0,
        "delivered; soft bounces are counted from 0 again",
    )


def test_what_came_back_is_sent_once_more(office: Office, config: Config) -> None:
    office.arrive(report())
    office.read()
    with reading(office.engine) as session:
        (row,) = record(session, 1, office.names["reader"])
    assert row["state"] == "pending"
    assert row["message_id"] == office.names["reader_id"]
    assert "; came back: 5.1.1 550 5.1.1 User unknown; waits: the recipient has been suspended since" in row["answer"]
    announce(office.engine, config)
    with writing(office.engine) as session:
        assert resume(session, session.get_one(Recipient, office.person().id), READ_AT + DAY)
    with mail_server() as server:
        send(office.engine, config, server.settings(), lambda: READ_AT + DAY)
    mails = [mail for mail in server.mails if mail["To"] == office.names["reader"]]
    assert [str(mail["X-Tracker-Announcement"]) for mail in mails] == ["1 issued, 2 issued"]


def test_what_was_passed_on_is_not_sent_twice(office: Office) -> None:
    office.arrive(report(final="Final-Recipient: rfc822; dead@example.net\n"))
    office.read()
    with reading(office.engine) as session:
        assert record(session, 1, office.names["reader"])[0]["state"] == "sent"
    assert "passed on to dead@example.net" in office.noted().outcome


def test_a_complaint_is_reported_and_its_mail_not_sent_again(office: Office, config: Config) -> None:
    add_alert(office.engine, Rule(incidents=True), recipient="operator@example.org")
    office.arrive(feedback())
    office.read()
    with mail_server() as server:
        send(office.engine, config, server.settings(), lambda: READ_AT)
    text = server.mails[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "complaint: the recipient reported our mail as abuse" in text
    with reading(office.engine) as session:
        assert record(session, 1, office.names["reader"])[0]["state"] == "sent"


def test_what_waits_too_long_is_withdrawn(office: Office, config: Config) -> None:
    office.arrive(report())
    office.read()
    for days in (20, 32):
        announce(office.engine, config, at=READ_AT + days * DAY)
    office.read(READ_AT + 51 * DAY)
    with reading(office.engine) as session:
        rows = record(session, None, office.names["reader"])
    assert [(row["announcement"], row["state"]) for row in rows] == [(3, "pending"), (2, "withdrawn"), (1, "withdrawn")]
    assert "was suspended for 30 days: bounce: 5.1.1" in rows[1]["answer"]


def test_who_leaves_ends_one_alert_alone(office: Office, config: Config) -> None:
    other = add_alert(office.engine, recipient="reader@example.org", name="chips")
    office.arrive(answer("unsubscribe", "In-Reply-To: {reader_id}\n"))
    office.read()
    with reading(office.engine) as session:
        ended = session.exec(select(Alert).where(col(Alert.removed_at).is_not(None))).one()
        assert (ended.name, ended.removed_why) == ("reader", "unsubscribed by mail")
        assert record(session, 1, office.names["reader"])[0]["state"] == "sent", "the record stays"
        assert session.get_one(Alert, other).removed_at is None
    assert state(office.person(), READ_AT) == "confirmed"


def test_an_answer_to_a_digest_is_understood(office: Office, config: Config) -> None:
    for _ in range(3):
        announce(office.engine, config)
    with writing(office.engine) as session:
        gather(session, session.get_one(Recipient, office.person().id), READ_AT)
    with mail_server() as server:
        send(office.engine, config, server.settings(), lambda: READ_AT)
    (digest,) = [mail for mail in server.mails if mail["To"] == office.names["reader"]]
    office.arrive(answer("退订", f"In-Reply-To: {digest['Message-ID']}\nContent-Type: text/plain; charset=utf-8\n"))
    office.read()
    assert office.changes() == "reader's ended"


def test_a_mail_that_is_too_large_is_read_in_part(office: Office) -> None:
    file = office.maildir / "new" / "huge"
    file.write_bytes(b"From: a@example.org\nAuto-Submitted: auto-replied\n\n")
    os.truncate(file, 2**30)
    assert office.read() == {"automatic": 1}


def test_what_is_no_mail_in_a_maildir_is_left_alone(office: Office, tmp_path: Path) -> None:
    os.mkfifo(office.maildir / "new" / "pipe")
    (office.maildir / "new" / "folder").mkdir()
    (office.maildir / "new" / "link").symlink_to("/etc/passwd")
    (office.maildir / "new" / ".hidden").write_text("x")
    assert office.read() == {}
    assert office.noted_count() == 0


def test_a_flood_is_read_in_turns(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.mailbox.read.MOST_MAILS", 10)
    for n in range(25):
        office.arrive(f"Auto-Submitted: auto-replied\nSubject: {n}\n\n", f"{n:03}")
    assert [office.read() for _ in range(4)] == [{"automatic": 10}, {"automatic": 10}, {"automatic": 5}, {}]


def test_the_command_reads_a_maildir(office: Office, tmp_path: Path) -> None:
    database = office.engine.url.render_as_string(hide_password=False)
    tracker = Tracker(tmp_path, {"TRACKER_MAILDIR": str(office.maildir), "TRACKER_DATABASE": database})
    office.arrive(report())
    office.arrive(answer("Could you add shipbuilding?"), "2")
    assert tracker.run("alerts", "mailbox").stdout == "1 bounce, 1 for you, 1 other\n"
    assert tracker.run("alerts", "mailbox").stdout == "nothing new\n"
    assert set(tracker.json("alerts", "mailbox").values()) == {0}
    past = tracker.json("alerts", "mailbox", "--past")
    assert [row["kind"] for row in past] == ["other", "bounce"]
    assert "reader@example.org" in tracker.run("alerts", "recipients").stdout
    (row,) = [row for row in tracker.json("alerts", "recipients") if row["state"] == "suspended"]
    assert row["why"] == "bounce: 5.1.1 550 5.1.1 User unknown"
    tracker.extra["TRACKER_MAILDIR"] = str(tmp_path / "nowhere")
    failed = tracker.run("alerts", "mailbox", code=1)
    assert "is not a maildir" in failed.stderr
    assert len(failed.stderr.splitlines()) == 1


def test_the_envelope_carries_the_secret_and_the_heads_the_links(office: Office, config: Config) -> None:
    announce(office.engine, config)
    settings = {"bounce_address": BOUNCES, "public_url": "https://alerts.example.org", "mail_from": "T <t@example.org>"}
    with mail_server() as server:
        send(office.engine, config, server.settings(**settings), lambda: READ_AT)
    (mail,) = [mail for mail in server.mails if mail["To"] == office.names["reader"]]
    token = office.names["reader_token"]
    assert server.senders[server.mails.index(mail)] == office.names["reader_verp"]
    assert mail["From"] == "T <t@example.org>"
    assert " ".join(str(mail["List-Unsubscribe"]).split()) == (
        f"<https://alerts.example.org/unsubscribe/{token}>, <mailto:{BOUNCES}?subject=unsubscribe%20{token}>"
    )
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


# Each took from a minute to half an hour, and the database was locked meanwhile.
BUSY = {
    "newlines": b"\n" * 180_000,
    "blanks": b"-_* \t" * 36_000,
    "heads": b"message-id:" + b" \n" * 90_000,
}


@pytest.mark.parametrize("name", BUSY)
def test_a_mail_that_would_keep_us_busy_is_read_within_the_limit(office: Office, name: str) -> None:
    heads = b"From: a@example.net\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
    office.arrive(heads + encodebytes(BUSY[name]))
    assert office.read() == {"other": 1, "for you": 1}
    assert office.noted().outcome == "not a request or a bounce"


def test_a_mail_that_exceeds_the_limit_is_left_for_a_person_and_not_tried_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.mailbox.read.SECONDS", 0.01)
    office.arrive("From: a@example.net\nContent-Type: text/html\n\n" + "<p>a\n" * 50_000)
    assert office.read() == {"other": 1, "for you": 1}
    assert office.noted().outcome.startswith("cannot be read: it takes more than 0.01 seconds")
    monkeypatch.undo()
    assert office.read() == {}
    assert office.changes() == ""


def test_what_an_ended_reader_had_tried_is_acted_on_at_last(office: Office) -> None:
    office.arrive(report(), "1")
    office.arrive("Auto-Submitted: auto-replied\n\n", "2")
    folder = f"maildir {office.maildir.absolute()}"
    with writing(office.engine) as session:
        note_mail(session, InboundMail(folder=folder, mark="1", sha256="", read_at=READ_AT))
    assert list(office.read()) == ["automatic", "bounce"]
    with reading(office.engine) as session:
        assert [mail.kind for mail in inbound(session, 9)] == ["automatic", "bounce"]
    assert office.read() == {}
