"""Tests that no one can act for another person by mail: by a guessed or old Message-ID, or a sender's name alone."""

import re
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import Engine, update
from sqlmodel import select

from config import Config
from db.engine import reading, writing
from db.models import Alert, Delivery
from tests.alerts.letters import parsed
from tests.factories.announcements import NOON, add_alert, announce, deliveries
from tests.factories.office import READ_AT, Office, furnish, make_maildir
from tests.mailbox.inbound.mails import answer, feedback, report
from tests.servers.mailserver import mail_server
from tracker.alerts.compose.mail import is_proof
from tracker.alerts.delivery.sender import send

pytestmark = pytest.mark.once_on_postgresql

DAY = timedelta(days=1)
LINKS = "https://alerts.example.org"


@pytest.fixture
def office(engine: Engine, config: Config, tmp_path: Path) -> Office:
    """An office whose mails carry no secret as envelope sender: a Message-ID alone is proof."""
    return Office(engine, make_maildir(tmp_path), names=furnish(engine, config))


def guesses(office: Office) -> list[str]:
    """Return guesses from the Message-ID of `reader`, the delivery's moment and the next number at that of `other`."""
    own = office.names["reader_id"]
    proof = re.sub(r"^<delivery-\d+\.|@.*", "", own)
    (theirs,) = [one for one in deliveries(office.engine) if one.message_id == office.names["other_id"]]
    born = f"{round(theirs.created_at.timestamp() * 1e6):x}"
    last = f"{int(proof, 16) + 1:0{len(proof)}x}"
    return [f"<delivery-{theirs.id}.{part}@example.org>" for part in (proof, born, last, "0" * 32)]


FORGED = {
    "bounce": lambda guess: report(final="Final-Recipient: rfc822; {other}\n", returned=f"Message-ID: {guess}"),
    "complaint": lambda guess: feedback(returned=f"Message-ID: {guess}", fields="Source-IP: 192.0.2.1"),
    "answer": lambda guess: answer("unsubscribe", f"In-Reply-To: {guess}\n", sender="{other}"),
}


@pytest.mark.parametrize("kind", FORGED)
@pytest.mark.parametrize("marked", [False, True])
def test_a_recipient_cannot_name_a_mail_of_another(office: Office, kind: str, marked: bool) -> None:
    office.marked = marked
    for number, guess in enumerate(guesses(office)):
        office.arrive(FORGED[kind](guess), f"{kind} {number}")
    office.read()
    assert office.changes() == ""


def age(office: Office, name: str) -> str:
    """Let a mail have been sent by an earlier version, whose Message-IDs could be guessed; return its own."""
    (row,) = [one for one in deliveries(office.engine) if one.message_id == office.names[f"{name}_id"]]
    old = f"<delivery-{row.id}.{round(row.created_at.timestamp() * 1e6):x}@example.org>"
    with writing(office.engine) as session:
        session.connection().execute(update(Delivery).where(Delivery.id == row.id).values(message_id=old))  # type: ignore[arg-type]
    return old


@pytest.mark.parametrize("kind", FORGED)
def test_the_message_id_of_an_earlier_version_proves_nothing(office: Office, kind: str) -> None:
    old = age(office, "other")
    assert not is_proof(old)
    office.arrive(FORGED[kind](old))
    told = office.read()
    assert office.changes() == ""
    assert bool(told.get("for you")) is (kind != "answer"), "a person reads what came back, and the address is asked"


def test_the_secret_of_the_address_still_proves_an_old_mail(office: Office) -> None:
    office.marked = True
    heads = "Delivered-To: {other_verp}\nTo: tracker@example.org"
    office.arrive(report(final="", heads=heads, returned=f"Message-ID: {age(office, 'other')}"))
    office.read()
    assert office.changes() == "other suspended"


def test_a_letter_that_an_earlier_version_tried_keeps_its_name(office: Office, config: Config) -> None:
    old = age(office, "other")
    with writing(office.engine) as session:
        again = update(Delivery).where(Delivery.message_id == old)  # type: ignore[arg-type]
        session.connection().execute(again.values(state="pending", sent_at=None))
    with mail_server() as server:
        send(office.engine, config, server.settings(mail_from="Tracker <tracker@example.org>"), lambda: READ_AT)
    assert [mail["Message-ID"] for mail in server.mails] == [old]


def ask(office: Office, config: Config, at: timedelta = timedelta(0), **settings: str) -> list[EmailMessage]:
    """Write in the name of `other`, send what is due then, and return what `other` gets."""
    office.arrive(answer("unsubscribe", f"X-Number: {at}\n", sender="{other}"), f"forged {at}")
    office.read(READ_AT + at)
    with mail_server() as server:
        settings = {"mail_from": "Tracker <tracker@example.org>"} | settings
        send(office.engine, config, server.settings(**settings), lambda: READ_AT + at)
    return [mail for mail in server.mails if mail["To"] == office.names["other"]]


def test_who_cannot_prove_it_is_asked_by_mail_once_a_week(office: Office, config: Config) -> None:
    (mail,) = ask(office, config, public_url=LINKS)
    assert office.changes() == ""
    assert (mail["Auto-Submitted"], mail["List-Unsubscribe"]) == ("auto-generated", None)
    _, text, page = parsed(mail)
    link = f"{LINKS}/unsubscribe/{office.names['other_token']}"
    assert link in text
    assert f'href="{link}"' in page
    assert not any(ask(office, config, days * DAY) for days in (0, 1, 6))
    assert office.noted().outcome == "not proven to be from that address, which was asked this week"
    assert len(ask(office, config, 8 * DAY)) == 1


def test_the_answer_to_that_question_ends_all(office: Office, config: Config) -> None:
    add_alert(office.engine, recipient=office.names["other"], name="chips", created_at=NOON)
    (mail,) = ask(office, config)
    _, text, _ = parsed(mail)
    assert text.count("mailto:tracker@example.org?subject=unsubscribe%20") == 2, "each alert has its own link"
    office.arrive(answer("unsubscribe", f"In-Reply-To: {mail['Message-ID']}\n", sender="{reader}"), "not theirs")
    office.arrive(answer("unsubscribe", f"In-Reply-To: {mail['Message-ID']}\n", sender="{other}"), "theirs")
    office.read(READ_AT + DAY)
    with reading(office.engine) as session:
        standing = session.exec(select(Alert.recipient).where(Alert.removed_at == None)).all()  # noqa: E711
    assert sorted(standing) == ["asked@example.org", "reader@example.org"]


def test_who_is_not_mailed_is_not_asked_either(office: Office, config: Config) -> None:
    office.arrive(report())
    office.arrive(answer("unsubscribe"), "2")
    assert office.read()["for you"] == 1
    announce(office.engine, config)
    assert [one.kind for one in deliveries(office.engine) if one.kind == "leaving"] == []


def test_the_same_mail_has_the_same_name_whenever_it_is_made_again(office: Office, config: Config) -> None:
    """As after a restored back-up: recipients who have the mail already see that it is the same."""
    with writing(office.engine) as session:
        forgotten = {"state": "pending", "sent_at": None, "message_id": None}
        again = update(Delivery).where(Delivery.message_id == office.names["other_id"])  # type: ignore[arg-type]
        session.connection().execute(again.values(**forgotten))
    with mail_server() as server:
        send(office.engine, config, server.settings(mail_from="Tracker <tracker@example.org>"), lambda: READ_AT)
    assert [mail["Message-ID"] for mail in server.mails] == [office.names["other_id"]]
