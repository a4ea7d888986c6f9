"""Messages and mails for the tests: one announcement with a member in each language, and an independent parser."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from config import Config, Settings
from db.models import Announcement
from db.queries.messages import Member, Said
from tracker.alerts.compose.facts import Facts, facts_of
from tracker.alerts.compose.items import write_item
from tracker.alerts.compose.message import Item, Message

SETTINGS = Settings()
SENDER = "Policy initiative tracker <tracker@example.org>"
ZH, EN = 1, 2
PUBLISHED = datetime(2025, 8, 26, 2, tzinfo=UTC)


def announcement(**fields: Any) -> Announcement:
    """Return the State Council's opinions on AI Plus, as a Chinese page quotes them; `fields` replace parts."""
    told = {
        "id": 7,
        "story_id": fields.get("id", 7),
        "initiative": "ai-plus",
        "act": "issued",
        "body": "state-council",
        "speaker": "总理李强",
        "day": date(2025, 8, 26),
        "timeline_day": date(2025, 8, 26),
        "figures": [{"value": 70, "unit": "%", "what": "应用普及率超70%", "kind": "target", "year": 2027}],
        "headline": "国务院印发《关于深入实施“人工智能+”行动的意见》",
        "quote": "国务院印发《关于深入实施“人工智能+”行动的意见》。",
        "document_id": ZH,
    }
    return Announcement(**(told | fields))


def facts(config: Config, told: Announcement, **member: Any) -> Facts:
    """Return a Chinese member, which the announcement quotes, and an English one; `member` changes the first."""
    chinese = Member(1, ZH, "gov-cn", "https://www.gov.cn/a.html", told.headline, PUBLISHED, "zh")
    english = Member(1, EN, "xinhua-en", "https://english.news.cn/b.html", "AI Plus opinions out", PUBLISHED, "en")
    said = Said(EN, told.initiative, told.act, "The State Council issued opinions on the AI Plus initiative.")
    return facts_of(told, [english, chinese._replace(**member)], [said], {}, config)


def item(config: Config, language: str = "en", **fields: Any) -> Item:
    """Return the announcement as an item of a mail."""
    told = announcement(**fields)
    return replace(write_item(told, facts(config, told), language, config, SETTINGS), why="follows AI Plus")


def letter(*items: Item, language: str = "en", **fields: Any) -> Message:
    """Return a message of items, an immediate one by default."""
    said: Mapping[str, Any] = {
        "alert_id": 3,
        "alert_name": "AI",
        "channel": "email",
        "to": "reader@example.net",
        "message_id": "<delivery-9.abc@example.org>",
        "kind": "news",
        "key": "",
        "late": 0,
        "coverage": "all 5 sources healthy",
        "note": "for the quarterly report",
        "by_mail": "mailto:tracker@example.org?subject=unsubscribe%20abc",
    }
    return Message(items=items, language=language, **{**said, **fields})


def shown(mail: EmailMessage) -> str:
    """Return the HTML of a parsed mail as a mail program shows it: with the pictures that it carries."""
    page = mail.get_body(("html",))
    assert page
    told = str(page.get_content())
    for part in mail.walk():
        if part["Content-ID"]:
            data = b64encode(part.get_content()).decode()
            told = told.replace(
                f"cid:{part['Content-ID'].strip('<>')}", f"data:{part.get_content_type()};base64,{data}"
            )
    return told


def parsed(mail: EmailMessage | bytes) -> tuple[EmailMessage, str, str]:
    """Parse a mail independently: the message, its text, its HTML."""
    content = mail if isinstance(mail, bytes) else mail.as_bytes()
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    text, page = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert text
    assert page
    content_of = (part.get_content().replace("\r\n", "\n") for part in (text, page))
    return message, next(content_of), next(content_of)
