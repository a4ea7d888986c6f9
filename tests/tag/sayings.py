"""Tag a text for the tests of acts, bodies and days: as a document, read by the shipped rules."""

import re
from datetime import date, datetime

import config
from db.beijing import BEIJING
from db.models import Document, Mention
from tracker.tag.rules import compile_rules
from tracker.tag.tagger import tag

RULES = compile_rules(config.load())
PUBLISHED = date(2025, 9, 3)


def document(language: str, text: str) -> Document:
    """Return a text of news as a document of PUBLISHED; of two lines the first is its title."""
    title, _, text = text.rpartition("\n")
    day = datetime(PUBLISHED.year, PUBLISHED.month, PUBLISHED.day, tzinfo=BEIJING)
    url = "https://www.gov.cn/1"
    return Document(source="gov-cn", key="1", url=url, title=title or None, published=day, language=language, text=text)


def said(text: str, initiative: str, title: str | None = None, published: date | None = PUBLISHED) -> Mention:
    """Return what `text`, published on a Beijing day (by default a Wednesday), says of `initiative`."""
    day = datetime(published.year, published.month, published.day, tzinfo=BEIJING) if published else None
    document = Document(
        source="gov-cn",
        key="1",
        url="https://www.gov.cn/1",
        title=title,
        published=day,
        language="zh" if re.search(r"[\u4e00-\u9fff]", text) else "en",
        text=text,
    )
    return next(mention for mention in tag(document, RULES) if mention.initiative == initiative)
