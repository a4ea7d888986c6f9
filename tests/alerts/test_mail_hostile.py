"""Tests that nothing written into a page, a note or an address makes a mail say more, or reach other people."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

import html5lib
import pytest
from aiosmtpd.controller import Controller
from lxml import html
from sqlalchemy import Engine

from config import Config, Settings
from db.engine import writing
from db.models import Document
from tests.alerts.letters import SENDER, SETTINGS, announcement, facts, item, letter, parsed
from tests.factories.announcements import NOON, add_alert, announce
from tests.factories.databases import sqlite
from tests.factories.hostile import ADDRESSES, LINKS, TEXTS
from tests.servers.mailserver import free_port
from tests.sizes import POSTGRESQL_BY_NIGHT, size
from tracker.alerts.compose.items import write_item
from tracker.alerts.compose.mail import compose
from tracker.alerts.compose.mail_addresses import address_of
from tracker.alerts.compose.message import Message
from tracker.alerts.compose.sanitize import HARMFUL, clean, web_address
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.rules import Rule

OF_ANNOUNCEMENT = ("headline", "quote", "speaker", "body", "initiative", "figures")
OF_MEMBER = ("title", "url", "source")
OF_LETTER = ("alert_name", "note", "coverage")
FIELDS = (*OF_ANNOUNCEMENT, *OF_MEMBER, *OF_LETTER, "why", "changed")
LINE = 998
# The elements of one item: a text that is longer, or empty, may add or remove some of them.
OF_AN_ITEM = Counter(p=2, strong=2, br=2, span=2, a=2, blockquote=1, tr=2, td=4, div=4)
# What may be between two words of a text that was broken into lines.
GAPS = str.maketrans("", "", " \n>")


def hostile_letter(config: Config, field: str, text: str) -> Message:
    """Return a message with one hostile text in one place; half of them in Chinese, so that both encodings occur."""
    language = "zh" if len(text) % 2 else "en"
    value = [{"value": text, "unit": text, "what": text}] if field == "figures" else text
    told = announcement(**({field: value} if field in OF_ANNOUNCEMENT else {}))
    found = facts(config, told, **({field: text} if field in OF_MEMBER else {}))
    written = replace(write_item(told, found, language, config, SETTINGS), why="follows AI Plus")
    if field in ("why", "changed"):
        written = replace(written, **{field: clean(text, 500)})
    said = {field: clean(text, 500)} if field in OF_LETTER else {}
    return letter(written, item(config, language), language=language, kind="daily", key="2026-11-24", **said)


def tags(page: str) -> Counter[str]:
    return Counter(element.tag for element in html.fromstring(page).iter() if isinstance(element.tag, str))


@pytest.fixture(scope="module")
def fair(config: Config) -> dict[str, tuple[EmailMessage, str, str]]:
    """Return the same mail by field, without anything harmful."""
    return {field: parsed(compose(hostile_letter(config, field, "fair"), SENDER)) for field in FIELDS}


# By day every text in a third of the places, and every place with a third of the texts.
PLACED = [
    (field, name)
    for at, name in enumerate(TEXTS)
    for beside, field in enumerate(FIELDS)
    if (at + beside) % size(1, 3) == 0
]


@pytest.mark.parametrize(("field", "name"), PLACED)
def test_a_hostile_text_stays_text(
    config: Config, fair: dict[str, tuple[EmailMessage, str, str]], field: str, name: str
) -> None:
    mail = compose(hostile_letter(config, field, TEXTS[name]), SENDER)
    fair_message, _, fair_page = fair[field]
    message, text, page = parsed(mail)
    assert message.keys() == fair_message.keys()
    assert [part.get_content_type() for part in message.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert [part.defects for part in message.walk()] == [[], [], []]
    assert [header.defects for header in message.values()] == [()] * len(message)
    assert message["To"] == "reader@example.net"
    assert len(message["Subject"]) <= 200
    assert not HARMFUL.search(text + page)
    html5lib.HTMLParser(strict=True).parse(page)
    assert tags(page) - tags(fair_page) <= OF_AN_ITEM
    links = set(html.fromstring(page).xpath("//@href")) - set(html.fromstring(fair_page).xpath("//@href"))
    assert links <= {url for url, safe in LINKS.items() if safe}
    lines = mail.as_bytes().split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines), "no bare line ends"
    assert all(len(line) <= LINE and line != b"." for line in lines)
    assert mail.as_bytes().isascii()


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_shown_as_it_is(config: Config, name: str) -> None:
    shown = clean(TEXTS[name], 1500)
    _, text, page = parsed(compose(hostile_letter(config, "quote", TEXTS[name]), SENDER))
    assert shown.translate(GAPS) in text.translate(GAPS)
    quotes = [" ".join(quote.itertext()) for quote in html.fromstring(page).iter("blockquote")]
    assert any(quote.startswith(shown) for quote in quotes)


@pytest.mark.parametrize("url", LINKS)
def test_only_plain_web_addresses_are_links(config: Config, url: str) -> None:
    assert (web_address(url) == url) is LINKS[url]
    _, text, page = parsed(compose(hostile_letter(config, "url", url), SENDER))
    assert (url in html.fromstring(page).xpath("//@href")) is LINKS[url]
    assert not LINKS[url] or url in text


class Sink:
    """What a mail server received: sender, recipient, and the bytes."""

    def __init__(self) -> None:
        self.took: list[tuple[str, list[str], bytes]] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Accept it."""
        self.took.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 kept"


@contextmanager
def sink() -> Iterator[tuple[Sink, Settings]]:
    """A mail server that accepts everything, and settings that send to it."""
    server, port = Sink(), free_port()
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield server, Settings(smtp_host="127.0.0.1", smtp_port=port, immediate_most=1000, mail_from=SENDER)
    finally:
        controller.stop()


def storable(text: str) -> str:
    """What a database accepts; surrogate halves and NULs never reach a table."""
    return text.encode("utf-8", "ignore").decode().replace("\x00", "")


@POSTGRESQL_BY_NIGHT
def test_hostile_mails_reach_only_their_recipient(engine: Engine, config: Config) -> None:
    """From the database through the outbox and a real server: each case has an alert, a name, a note and pages."""
    wanted: dict[int, str] = {}
    parents = {initiative.parent for initiative in config.initiatives.values()}
    initiatives = [one for one in config.initiatives.values() if not one.parent and one.id not in parents]
    cases = [storable(text) for text in TEXTS.values()]
    for number, initiative in enumerate(initiatives):
        reader = f"reader{number}@example.org"
        mine = cases[number :: len(initiatives)]
        add_alert(engine, Rule(initiatives=(initiative.id,)), recipient=reader, name=mine[0], note=mine[0])
        for text in mine:
            for field in ("headline", "quote", "speaker", "url", "body"):
                id_ = announce(engine, config, initiative=initiative.id, **{field: text})
                wanted[id_] = reader
    with writing(engine) as session:
        assert session.get(Document, 1)
    with sink() as (server, settings):
        outcomes = send(engine, config, settings, lambda: NOON)
    assert outcomes == {"sent": len(wanted)}
    assert len(server.took) == len(wanted) > 200
    told = {}
    for origin, recipients, content in server.took:
        message, text, page = parsed(content)
        id_ = int(str(message["X-Tracker-Announcement"]).split()[0])
        told[id_] = recipients
        assert origin == "tracker@example.org"
        assert message["To"] == wanted[id_]
        assert [part.defects for part in message.walk()] == [[], [], []]
        assert message["List-Unsubscribe"].count("<mailto:") == 1
        assert set(message.keys()) & {"Cc", "Bcc", "Sender", "Resent-To"} == set()
        assert text
        assert page
    assert told == {id_: [reader] for id_, reader in wanted.items()}


@pytest.mark.parametrize(
    "name",
    ["", "Tracker", '"Tracker, Inc."', "A long name of a service that reports industrial policy of China every day",
     "中国产业政策追踪平台每日提醒与摘要服务中心"],
)  # fmt: skip
def test_a_sender_keeps_its_address_however_long_its_name(engine: Engine, config: Config, name: str) -> None:
    add_alert(engine, recipient="reader@example.org")
    announce(engine, config)
    with sink() as (server, settings):
        named = settings.model_copy(update={"mail_from": f"{name} <tracker@example.org>".strip()})
        assert send(engine, config, named, lambda: NOON) == {"sent": 1}
    ((sender, recipients, _),) = server.took
    assert (sender, recipients) == ("tracker@example.org", ["reader@example.org"])


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_one_or_none(tmp_path: Path, config: Config, address: str) -> None:
    engine = sqlite(tmp_path / "tracker.db")
    try:
        known = address_of(address)
    except ValueError:
        with pytest.raises(ValueError, match=r"^[^\n]*address[^\n]*$"):
            add_alert(engine, recipient=address)
        with pytest.raises(ValueError, match="address"):
            compose(letter(item(config), to=address), SENDER)
        return
    assert not set(known.username) & set("@%!")
    add_alert(engine, recipient=address)
    announce(engine, config)
    with sink() as (server, settings):
        assert send(engine, config, settings, lambda: NOON) == {"sent": 1}
    ((_, recipients, content),) = server.took
    assert recipients == [known.addr_spec]
    message, _, _ = parsed(content)
    assert [one.addr_spec for one in message["To"].addresses] == [known.addr_spec]
    assert message["To"].defects == ()


@pytest.mark.parametrize(
    "sender", ["追踪 <tracker@example.org>", '"a, b" <tracker@example.org>', "Tracker " * 20 + "<t@x.org>"]
)
def test_the_senders_name_is_written_as_it_is(config: Config, sender: str) -> None:
    content = compose(letter(item(config)), sender).as_bytes()
    message, _, _ = parsed(content)
    assert message["From"].addresses[0] == address_of(sender)
    assert message["From"].defects == ()
    assert max(map(len, content.split(b"\r\n\r\n")[0].split(b"\r\n"))) <= 78


def test_a_subject_in_any_letters_is_folded_and_read_again(config: Config) -> None:
    for length in range(1, 60):
        for headline in ("国" * length, "é国x" * length, "word " * length, "x" * length * 3):
            told = replace(item(config, "zh", act="pledged", headline=headline), headline=headline.strip())
            mail = compose(letter(told, language="zh"), SENDER)
            head = mail.as_bytes().split(b"\r\n\r\n")[0].decode("ascii")
            assert max(map(len, head.split("\r\n"))) <= 250
            read = parsed(mail)[0]["Subject"]
            assert read.startswith("人工智能+：国务院提出相关举措 · ")
            assert headline.strip().startswith(read.partition(" · ")[2].rstrip("…"))
            assert SMTP.header_factory("Subject", str(read)).defects == ()
