"""Fills a database for the pages for readers: some initiatives, both languages, targets, series, stored pages."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from db.beijing import beijing_today
from db.engine import writing
from db.models import Announcement, Document, Mention, Page, Story
from db.store.pages import add_page
from db.store.stamps import move
from tracker.search.indexing import index_missing

TODAY = beijing_today()
ISSUED = date(2025, 8, 26)
MENTION = "The State Council issued opinions on deepening the AI Plus initiative, which set a goal for 2027."
CHINESE = "国务院印发《关于深入实施“人工智能+”行动的意见》，提出到2027年智能终端普及率超过70%。"


@dataclass
class Written:
    """Everything that is written for one story."""

    initiative: str
    act: str
    body: str | None
    day: date
    told: list[tuple[str, str, str, str]]
    """Source, title, language and quote of each member; the first one's quote is the announcement's."""
    figures: list[dict[str, Any]] = field(default_factory=list)
    more: str = ""


def stories() -> list[Written]:
    """Return the stories that the pages show, the oldest first."""
    target = {"value": 70.0, "unit": "%", "what": "智能终端普及率超过70%", "kind": "target", "year": 2027}
    return [
        Written(
            "ai-plus",
            "issued",
            "state-council",
            ISSUED,
            [
                ("gov-cn", "国务院关于深入实施“人工智能+”行动的意见", "zh", CHINESE),
                ("global-times", "China maps out AI Plus", "en", MENTION),
            ],
            [target],
        ),
        *(
            Written(
                "charging-infrastructure",
                "progress",
                "nea",
                ISSUED + timedelta(days=60 * number),
                [("nea", f"充电设施总数达{count}万个", "zh", f"截至月底，我国电动汽车充电设施总数达到{count}万个。")],
                [
                    {
                        "value": count * 1e4,
                        "unit": "count",
                        "what": "我国电动汽车充电设施总数",
                        "kind": "result",
                        "year": None,
                    }
                ],
            )
            for number, count in enumerate((1734.8, 1864.5, 2009.2))
        ),
        Written(
            "quantum",
            "pledged",
            "most",
            TODAY - timedelta(days=20),
            [("most", "加快量子科技攻关", "zh", "科技部表示，将加快量子科技攻关，布局6G。")],
        ),
        Written(
            "six-g",
            "launched",
            "miit",
            TODAY - timedelta(days=2),
            [
                ("miit", "6G技术试验启动", "zh", "工业和信息化部启动第二阶段6G技术试验。"),
                (
                    "xinhua-en",
                    "China launches second stage of 6G trials",
                    "en",
                    "MIIT launched a second stage of 6G trials.",
                ),
            ],
        ),
        Written(
            "ai-plus",
            "progress",
            "miit",
            TODAY - timedelta(days=1),
            [("miit", "“人工智能+”行动取得进展", "zh", "工业和信息化部通报，“人工智能+”行动取得进展。")],
            more="\u202eevil\u202c <script>alert(1)</script>",
        ),
    ]


def fill(engine: Engine) -> dict[str, int]:
    """Write all stories; return the number of the newest announcement of each initiative, and "gone" for one."""
    numbers: dict[str, int] = {}
    with writing(engine) as session:
        for number, story in enumerate(stories()):
            numbers[story.initiative] = write(session, story, number)
    index_missing(engine)
    return numbers


def write(session: Session, written: Written, number: int) -> int:
    """Write one story with its pages, documents, mentions and announcement; return the announcement's number."""
    story = Story()
    session.add(story)
    session.flush()
    documents = [_document(session, story, written, number, at) for at in range(len(written.told))]
    _, title, _, quote = written.told[0]
    announcement = Announcement(
        story_id=story.id or 0,
        initiative=written.initiative,
        act=written.act,
        body=written.body,
        day=written.day,
        timeline_day=written.day,
        figures=written.figures,
        headline=title,
        quote=quote,
        document_id=documents[0].id or 0,
        first_seen_at=_noon(written.day),
    )
    session.add(announcement)
    session.flush()
    move(session, [announcement.initiative])
    return announcement.id or 0


def revise(session: Session, page: Page, quote: str) -> Page:
    """Let the address of a page answer with another quote a day later."""
    same = "<p>第一段不变，讲的是智能制造的总体要求、重点任务和保障措施，各地要结合实际认真贯彻落实。</p>" * 3
    body = f"<h1>关于智能制造的通知</h1><article>{same}<p>{quote}</p></article>"
    content = f"<!DOCTYPE html><title>关于智能制造的通知</title><body>{body}</body>".encode()
    newer = Page(source=page.source, key=page.key, url=page.url, content_type=page.content_type)
    newer.fetched_at = newer.checked_at = page.fetched_at + timedelta(days=1)
    add_page(session, newer, content)
    session.flush()
    return newer


def _document(session: Session, story: Story, written: Written, number: int, at: int) -> Document:
    source, title, language, quote = written.told[at]
    url = f"https://{source}.example.gov.cn/{number}-{at}.html"
    text = f"{title}\n本报讯。{quote}{written.more}以上。\n另一段。"
    page = Page(source=source, key=url, url=url, content_type="text/html; charset=utf-8", listed_title=title)
    content = f"<!DOCTYPE html><title>{title}</title><script>document.title='run'</script><p>{quote}</p>".encode()
    page.sha256, page.fetched_at, page.checked_at = sha256(content).hexdigest(), _noon(written.day), _noon(written.day)
    add_page(session, page, content)
    session.flush()
    document = Document(
        source=source,
        key=url,
        url=url,
        page_id=page.id,
        title=title,
        text=text,
        published=_noon(written.day),
        precision="day",
        language=language,
        story_id=story.id,
    )
    session.add(document)
    session.flush()
    start = text.index(quote)
    session.add(
        Mention(
            document_id=document.id,
            initiative=written.initiative,
            act=written.act,
            body=written.body,
            day=written.day,
            quote=quote,
            start=start,
            end=start + len(quote),
            figures=written.figures,
            rule="words.zh.issue.印发",
        )
    )
    return document


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(4), UTC)
