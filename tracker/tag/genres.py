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
# Before the words "government work report" stand a year, a place or nothing.
OF_WHOM = re.compile(r"(?:^|[年省市区县州民院])\s*$")
RELEASE = re.compile(r"[^，：:《]{2,30}(?:印发|发布|公布|出台)《[^》]+》$")


def genre(title: str, text: str, p: Patterns) -> str:
    """`report` (a government's yearly one), `list` (a notice of names), `paper` (a paper's own page) or `news`."""
    if (named := p.report.search(title)) and OF_WHOM.search(title[: named.start()]):
        return "report"
    if PAPER.search(title.strip()) and ABOUT.search(title) and not NEWSY.search(text[:HEAD]):
        return "list" if LIST.search(title) else "paper"
    return "news"


def home(document: Document, kind: str, register: Register) -> str | None:
    """The body whose own text a document is: its report, its paper, or its word that it issued one."""
    title = document.title or ""
    if kind == "report":
        local = PLACE.search(title) or OURS.search(document.text) or _before_march(document)
        return "local" if local else "state-council"
    if kind == "news" and not RELEASE.match(title):
        return None
    return named_in(title, register) or document.body


def named_in(title: str, register: Register) -> str | None:
    """The first body that `title` names."""
    return next((voice.body for voice in voices(title, register, None)), None)


def _before_march(document: Document) -> bool:
    """The people's congresses of provinces and cities meet before the National one, which meets in March."""
    return document.published is not None and document.published.month < MARCH
