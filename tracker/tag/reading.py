"""What acts, bodies, speakers and days are read from: one document, taken apart once."""

import re
from dataclasses import dataclass
from datetime import date

from db.models import Document
from tracker.days import Day, days
from tracker.items import items
from tracker.tag.bodies import Register, Voice, voices
from tracker.tag.lexicon import Patterns
from tracker.text import Span, paragraphs, sentences
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class Reading:
    """A document's text with its sentences, paragraphs, items, voices and days, and what kind of text it is."""

    title: str
    text: str
    language: str
    published: date | None
    patterns: Patterns
    register: Register
    sentences: list[Span]
    paragraphs: list[Span]
    items: list[Span]
    voices: list[Voice]
    days: list[Day]
    kind: str
    home: str | None

    def around(self, place: int, spans: list[Span]) -> Span:
        """The one of `spans` that holds `place`, or the whole text."""
        return next((Span(*s) for s in spans if s[0] <= place < s[1]), Span(0, len(self.text)))


def take_apart(document: Document, patterns: Patterns, register: Register) -> Reading:
    """Prepare `document` for reading."""
    title, text = document.title or "", document.text
    published = document.published.astimezone(BEIJING).date() if document.published else None
    year = published.year if published else None
    found = [v for v in voices(text, register, year) if not patterns.oblique.search(text[max(0, v.start - 4) : v.start])] if document.language == "zh" else voices(text, register, year)
    kind = kind_of(title, text, patterns)
    return Reading(
        title, text, document.language, published, patterns, register,
        sentences(text), paragraphs(text), [Span(*i) for i in items(text)], found,
        list(days(text, document.language, published)), kind, home_of(document, title, kind, register, year),
    )


def kind_of(title: str, text: str, p: Patterns) -> str:
    """`report` (a government's yearly report), `list` (a notice of names), `paper` (a paper's page) or `news`."""
    if p.report.search(title):
        return "report"
    head = text[:1500]
    if p.letterhead.search(head) and re.search(r"(?:通知|公告|通告|意见|办法|函|规定|方案|计划|规划|指南|纲要|公示|细则|要点)》?(?:（.*）)?$", title.strip()):
        return "list" if re.search(r"公布.*(?:名单|名录|结果|单位)|(?:名单|名录).*(?:公布|公示|通知|通告|公告)", title) else "paper"
    return "news"


def home_of(document: Document, title: str, kind: str, register: Register, year: int | None) -> str | None:
    """The body that a document speaks for as a whole, where it says so."""
    named = voices(title, register, year)
    if kind == "report":
        return "local" if any(v.body == "local" for v in named) or "省" in title else "state-council"
    if named:
        return named[0].body
    return document.body
