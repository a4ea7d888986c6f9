"""The sample mails, as an installation with these announcements sends them: queued, claimed, written to a folder."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from pydantic import HttpUrl
from sqlalchemy import Engine
from sqlmodel import Session

from config import Config, Settings
from db.engine import writing
from db.models import Announcement, Crawl, Document, Incident, Mention, Page, Story
from db.store.health import open_incident
from db.store.pages import add_page
from tests.factories.announcements import add_alert
from tests.factories.databases import sqlite
from tests.factories.reports import figure, report
from tests.tables import table
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.enqueue import enqueue
from tracker.alerts.matching.incident_alerts import enqueue_incident
from tracker.alerts.matching.rules import Rule
from tracker.announcements.merge import announce
from tracker.health.incidents import Change

TOLD: dict[str, Any] = table(Path(__file__).with_suffix(".yaml"))
NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
WEEK = timedelta(days=7)
PUBLIC = HttpUrl("https://alerts.example.org")
SETTINGS = Settings(
    mail_from="Policy initiative tracker <tracker@example.org>", first_crawl_minutes=0, public_url=PUBLIC
)
STRONG = {"act_at_least": "pledged"}


def tell(engine: Engine, config: Config, story: dict[str, Any], at: datetime = NOW, cause: str = "news") -> int:
    """Write a story with its members, as reading does, and queue its announcement; return the announcement's id."""
    with writing(engine) as session:
        return _tell(session, config, story, at, cause)


def one_item(engine: Engine, config: Config, folder: Path) -> None:
    """One announcement, reported in both languages."""
    rule = Rule(initiatives=("ai-plus",), **STRONG)
    _alert(engine, folder, rule, name="AI Plus", note="For the quarterly report on AI policy")
    tell(engine, config, TOLD["opinions"])


def daily_digest(engine: Engine, config: Config, folder: Path) -> None:
    """A day of several initiatives, with a chart of the two years before."""
    _past(engine, config)
    _alert(engine, folder, Rule(**{"act_at_least": "mentioned"}), name="Industrial policy", rate="daily")
    for story in (*TOLD["others"], TOLD["opinions"], TOLD["clusters"]):
        tell(engine, config, story)


def first_crawl(engine: Engine, config: Config, folder: Path) -> None:
    """What the first crawl of a source finds."""
    _alert(engine, folder, Rule(**{"act_at_least": "mentioned"}), name="Industrial policy")
    for story in archive(config, TOLD["archive"]["count"]):
        tell(engine, config, story, cause="first-crawl")


def stronger(engine: Engine, config: Config, folder: Path) -> None:
    """A known announcement with a stronger act, and figures that have changed since the last report."""
    clusters = TOLD["clusters"]
    tell(engine, config, TOLD["clusters_before"], cause="import")
    _alert(engine, folder, Rule(initiatives=(clusters["initiative"],)), name="Clusters")
    id_ = tell(engine, config, clusters | {"act": "pledged"})
    send(engine, config, SETTINGS, lambda: NOW)
    for file in folder.iterdir():
        file.unlink()
    with writing(engine) as session:
        announcement = session.get_one(Announcement, id_)
        announcement.act = clusters["act"]
        enqueue(session, config, announcement, [session.get_one(Document, announcement.document_id)], "news", at=NOW)


def one_story(engine: Engine, config: Config, folder: Path) -> None:
    """A story of several initiatives, for an alert that knows one of them."""
    _alert(engine, folder, Rule(), name="Industrial policy")
    quote = "The opinions ask for computing power, 6G and embodied AI in every park."
    others = {"ai-plus": {"quote": TOLD["opinions"]["members"][1]["quote"], "act": "issued"}}
    others |= {id_: {"quote": quote} for id_ in ("six-g", "computing-infrastructure", "humanoid-robots")}
    aim = figure(130, "GW", "New-type energy storage is to reach 130 GW", year=2028)
    others["new-energy-storage"] = {"quote": "New-type energy storage is to reach 130 GW by 2028.", "figures": [aim]}
    told = {id_: {"act": "pledged", "body": "state-council", "day": NOW.date()} | said for id_, said in others.items()}
    title = "China issues opinions on AI Plus"
    report(engine, config, NOW, told, source="xinhua-en", language="en", title=title, key="ai-plus-opinions")


def incident(engine: Engine, config: Config, folder: Path) -> None:
    """A source that refuses us, reported to its operator."""
    _alert(engine, folder, Rule(incidents=True), name="Sources")
    began = NOW - timedelta(hours=9)
    reason = "list bmdt: HTTP 412 at 5 crawls in a row, the first at 05:00 Beijing time"
    with writing(engine) as session:
        broken = Incident(source="miit", state="blocked", reason=reason, began_at=began, opened_at=NOW)
        open_incident(session, broken)
    with writing(engine) as session:
        enqueue_incident(session, Change(session.get_one(Incident, 1), "opened"), NOW)


def weekly_digest(engine: Engine, config: Config, folder: Path) -> None:
    """A week in Chinese, with a source that has been silent."""
    rule = Rule(initiatives=("ai-plus", "low-altitude-economy", "advanced-manufacturing-clusters"))
    tell(engine, config, TOLD["clusters_before"], cause="import")
    _past(engine, config)
    _alert(engine, folder, rule, name="产业政策周报", rate="weekly", language="zh", note="周一例会用")
    for story in (TOLD["opinions"], TOLD["clusters"], *TOLD["others"]):
        tell(engine, config, story)


SAMPLES: dict[str, tuple[Callable[[Engine, Config, Path], None], datetime]] = {
    "one-item": (one_item, NOW),
    "daily-digest": (daily_digest, NOW + timedelta(days=1)),
    "first-crawl": (first_crawl, NOW),
    "one-story": (one_story, NOW),
    "stronger-act": (stronger, NOW),
    "incident": (incident, NOW),
    "weekly-digest-zh": (weekly_digest, NOW + WEEK),
}


def sample(name: str, config: Config, folder: Path) -> EmailMessage:
    """Send one of the samples to `folder` and read it as a mail program does."""
    tell_it, at = SAMPLES[name]
    engine = sqlite(folder / "tracker.db")
    mails = folder / "mails"
    _crawls(engine, config, at)
    tell_it(engine, config, mails)
    send(engine, config, SETTINGS, lambda: at)
    engine.dispose()
    (file,) = mails.iterdir()
    mail = message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def archive(config: Config, count: int) -> Iterator[dict[str, Any]]:
    """Many stories at once, like an archive of years."""
    told = TOLD["archive"]
    for n in range(count):
        initiative = told["initiatives"][n % len(told["initiatives"])]
        act = told["acts"][(n + n // 5) % len(told["acts"])]
        day = date(2024, 1, 8) + timedelta(days=5 * n)
        name = config.initiatives[initiative].names.zh
        title = told["titles"][act].format(name=name, n=n + 2, year=day.year)
        url = f"https://www.miit.gov.cn/zwgk/art/{day.year}/art_{n:032x}.html"
        member = {"source": "miit", "title": title, "url": url, "quote": f"{title}。"}
        yield {"initiative": initiative, "act": act, "body": "miit", "day": day, "members": [member]}


def _past(engine: Engine, config: Config) -> None:
    """What was found before the alert was added."""
    for story in [*archive(config, 200)][::4]:
        tell(engine, config, story, cause="import")


def _alert(engine: Engine, folder: Path, rule: Rule, **fields: Any) -> None:
    add_alert(engine, rule, channel="file", recipient=str(folder), created_at=NOW - WEEK, **fields)


def _crawls(engine: Engine, config: Config, at: datetime) -> None:
    """Every source was crawled successfully a while ago."""
    with writing(engine) as session:
        for source in config.sources.values():
            ended = at - timedelta(minutes=20)
            counts = {"lists": {list_.id: {"rows": 20} for list_ in source.lists}}
            session.add(Crawl(source=source.id, started_at=ended, ended_at=ended, verdict="ok", counts=counts))


def _tell(session: Session, config: Config, story: dict[str, Any], at: datetime, cause: str) -> int:
    stored = Story()
    session.add(stored)
    session.flush()
    members = []
    for n, told in enumerate(story["members"]):
        source = config.sources[told["source"]]
        # The quoted member states the act, and so does the one in the other language.
        act = (
            story["act"]
            if n == 0 or source.language != config.sources[story["members"][0]["source"]].language
            else "mentioned"
        )
        page = Page(source=source.id, key=told["url"], url=told["url"], content_type="text/html", fetched_at=at)
        add_page(session, page, told["title"].encode())
        document = Document(
            source=source.id,
            key=told["url"],
            url=told["url"],
            page_id=page.id,
            title=told["title"],
            published=_published(story, at),
            precision="day",
            language=source.language,
            story_id=stored.id,
        )
        session.add(document)
        session.flush()
        mention = Mention(
            document_id=document.id,
            initiative=story["initiative"],
            act=act,
            body=story["body"],
            speaker=story.get("speaker"),
            day=story["day"],
            figures=story.get("figures", []) if n == 0 else [],
            quote=told["quote"],
            start=0,
            end=len(told["quote"]),
        )
        session.add(mention)
        members.append((document, mention))
    announcement = announce(members, config.sources)
    announcement.first_seen_at, announcement.cause = at, cause
    session.add(announcement)
    session.flush()
    enqueue(session, config, announcement, [document for document, _ in members], cause, at=at)
    return announcement.id or 0


def _published(story: dict[str, Any], at: datetime) -> datetime:
    day = story["day"]
    return datetime(day.year, day.month, day.day, 2, tzinfo=UTC) if day else at
