"""Tells what kind of text a document is, and whose: a report, a paper's own page, a list or news."""

import re

from db.models import Document
from tracker.tag.bodies import Register, voices
from tracker.tag.lexicon import Patterns

PAPER = re.compile(
    r"(?:通知|公告|通告|意见|办法|决定|函|规定|方案|计划|规划|指南|纲要|公示|细则|要点|条例|指引|批复)》?(?:（[^）]*）)?\s*$"
)
ABOUT = re.compile(r"关于|印发|公告")
LIST = re.compile(r"(?:公布|公示|发布|印发)[^》]*(?:名单|名录|结果|入围|单位|备案信息|案例)|(?:名单|名录)[^》]*(?:公布|公示|通知|通告|公告)")
NEWSY = re.compile(r"央视网|新华社|新华网|人民网|中新网|本报|记者|本台|电\s|近日|日前")
PLACE = re.compile(r"[省市区县]")
OURS = re.compile(r"我省|我市|我区|全省|全区各|省委|市委|自治区党委")
MARCH = 3
HEAD = 120


def genre(title: str, text: str, p: Patterns) -> str:
    """`report` (a government's yearly one), `list` (a notice of names), `paper` (a paper's own page) or `news`."""
    if p.report.search(title):
        return "report"
    if PAPER.search(title.strip()) and ABOUT.search(title) and not NEWSY.search(text[:HEAD]):
        return "list" if LIST.search(title) else "paper"
    return "news"


def home(document: Document, kind: str, register: Register) -> str | None:
    """The body that a document speaks for as a whole, where its title or its source says so."""
    title = document.title or ""
    named = voices(title, register, None)
    if kind == "report":
        return "local" if PLACE.search(title) or OURS.search(document.text) or _before_march(document) else "state-council"
    return named[0].body if named else document.body


def _before_march(document: Document) -> bool:
    """The people's congresses of provinces and cities meet before the National one, which meets in March."""
    return document.published is not None and document.published.month < MARCH
