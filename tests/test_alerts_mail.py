"""Tests that a mail says what it should, and that nothing in a page can make it say more."""

from collections import Counter
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from lxml import html
from sqlalchemy import Engine

from config import Config, Settings
from db.models import Announcement, Delivery, Document
from tests.announcements import NOON, add_alert, announce
from tracker.alerts.items import write_item
from tracker.alerts.letter import Letter
from tracker.alerts.mail import compose
from tracker.alerts.safe import web_address
from tracker.alerts.sender import send

SENDER = "Policy initiative tracker <tracker@example.org>"
HOSTILE = [
    "Plan\r\nBcc: everybody@example.net",
    "Plan\n\nBcc: everybody@example.net",
    "Plan\x0bBcc: everybody@example.net\x85X: 1\u2028Y: 2",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    '"><a href="javascript:alert(1)">click</a>',
    "{{ letter.to }} {% raw %} ${7*7}",
    "=?utf-8?q?=0D=0ABcc:_everybody=40example.net?=",
    "=?utf-8?b?DQpCY2M6IGV2ZXJ5Ym9keUBleGFtcGxlLm5ldA==?=",
    "\u202egnp.exe\u202c \u2066\u200f\u061c",
    "half a character \ud83d and a nul \x00",
    "人工智能" * 2500,
    "x" * 10_000,
    "&lt;b&gt; & &#0; ]]> --> <!--",
    "",
]


def letter(config: Config, language: str = "en", **fields: object) -> Letter:
    announcement = Announcement(
        **(
            {
                "id": 7,
                "story_id": 1,
                "initiative": "ai-plus",
                "act": "issued",
                "body": "state-council",
                "speaker": "Zhao Zhiguo",
                "day": date(2025, 8, 26),
                "figures": [{"value": 70, "unit": "%", "what": "penetration by 2027"}],
                "headline": "Opinions on AI Plus",
                "quote": "The State Council issued opinions.",
                "document_id": 1,
            }
            | fields
        )
    )
    tellers = [
        Document(source="global-times", key="b", url="https://www.globaltimes.cn/b.html", title="Told"),
        Document(source="gov-cn", key="a", url="https://www.gov.cn/a.html", title=announcement.headline),
    ]
    delivery = Delivery(alert_id=3, announcement_id=7, act="issued", kind="news", why="follows AI Plus")
    return Letter(
        alert_id=3,
        alert_name="AI",
        channel="email",
        to="reader@example.net",
        language=language,
        message_id="<delivery-9.abc@example.org>",
        kind="news",
        key="",
        items=(write_item(delivery, announcement, tellers, language, config),),
        late=0,
        coverage="5 sources crawled, all ok",
        note="for the quarterly report",
    )


def parsed(mail: EmailMessage) -> tuple[EmailMessage, str, str]:
    """The mail as a stranger reads it: the message, its text, the text of its HTML."""
    message = message_from_bytes(mail.as_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    text, page = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert text
    assert page
    return message, text.get_content(), page.get_content()


def tags(page: str) -> Counter[str]:
    return Counter(element.tag for element in html.fromstring(page).iter())


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("en", "AI Plus: State Council issued · Opinions on AI Plus"),
        ("zh", "人工智能+: 国务院印发 · Opinions on AI Plus"),
    ],
)
def test_a_mail_says_who_did_what_and_how_we_know(config: Config, language: str, subject: str) -> None:
    message, text, page = parsed(compose(letter(config, language), SENDER))
    assert message["Subject"] == subject
    assert message["Message-ID"] == "<delivery-9.abc@example.org>"
    assert message["References"] == "<ai-plus.alert-3@example.org>"
    assert message["List-Unsubscribe"] == "<mailto:tracker@example.org?subject=unsubscribe%203>"
    assert message["X-Tracker-Announcement"] == "7 issued"
    for words in (
        "The State Council issued opinions.",
        "2025-08-26",
        "Zhao Zhiguo",
        "70% penetration by 2027",
        "https://www.gov.cn/a.html",
        "https://www.globaltimes.cn/b.html",
        "follows AI Plus",
        "5 sources crawled, all ok",
        "for the quarterly report",
    ):
        assert words in text
        assert words in page
    assert text.index("gov.cn/a.html") < text.index("globaltimes.cn/b.html"), "primary sources come first"


@pytest.mark.parametrize("field", ["headline", "quote", "speaker", "body", "figures"])
@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_in_a_page_breaks_out_of_its_place(config: Config, field: str, hostile: str) -> None:
    value = [{"value": hostile, "unit": hostile, "what": hostile}] if field == "figures" else hostile
    fair, _, fair_page = parsed(compose(letter(config), SENDER))
    message, text, page = parsed(compose(letter(config, **{field: value}), SENDER))
    assert message.keys() == fair.keys()
    assert not message.defects
    assert message["To"] == "reader@example.net"
    assert len(message["Subject"]) <= 180
    assert tags(page) <= tags(fair_page)
    assert html.fromstring(page).xpath("//@href") == html.fromstring(fair_page).xpath("//@href")
    assert not set(text + page) & set("\x00\x0b\x85\u2028\u202e\u2066\u200f\u061c\ud83d")
    assert len(text) < 10_000
    assert all(len(line) <= 998 for line in compose(letter(config, **{field: value}), SENDER).as_bytes().split(b"\r\n"))


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://www.gov.cn/a.html", True),
        ("http://www.gov.cn/a?b=人工智能", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https:///nowhere", False),
        ("https://www.gov.cn/a b", False),
        ("https://www.gov.cn/\r\nBcc: x", False),
        ("https://www.gov.cn/\u202e", False),
        ("https://[", False),
        ("https://www.gov.cn/" + "a" * 3000, False),
    ],
)
def test_only_plain_web_addresses_are_links(url: str, safe: bool) -> None:
    assert (web_address(url) == url) is safe


def test_a_mail_goes_into_a_folder_once(engine: Engine, config: Config, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    add_alert(engine, recipient=str(folder), channel="file")
    announce(engine, config)
    for _ in range(2):
        send(engine, config, Settings(), lambda: NOON)
    (file,) = folder.iterdir()
    assert file.suffix == ".eml"
    assert "State Council issued" in str(message_from_bytes(file.read_bytes(), policy=default)["Subject"])


def test_a_folder_that_cannot_be_written_costs_no_try(engine: Engine, config: Config, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file stands where the folder should be")
    add_alert(engine, recipient=str(tmp_path / "taken"), channel="file")
    announce(engine, config)
    assert send(engine, config, Settings(), lambda: NOON) == {"away": 1}
