"""Tests that an incident of a source, and its end, are recorded and reported once, through database, mail and CLI."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from config import Config
from config.schema.source import Source
from db.engine import reading, writing
from db.models import Alert, Canary, Crawl, Delivery, Document, Incident, Page, now
from db.store.documents import save_document
from db.store.health import close_incident, open_incident
from db.store.pages import add_page
from tests.factories.announcements import add_alert, announce
from tests.factories.declared import source
from tests.factories.reports import report
from tests.processes.running import Tracker
from tests.servers.mailserver import MailServer
from tracker.alerts.compose.coverage import coverage
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.rules import Rule
from tracker.pipeline.sources_health import watch

AT = datetime(2026, 11, 24, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def one(config: Config) -> Config:
    """The declarations with one source only."""
    return replace(config, sources={"example": Source.model_validate(source())})


def crawled(engine: Engine, verdict: str, at: datetime, id_: str = "example") -> None:
    """A crawl of a source that ended at `at`."""
    lists = {"news": {"rows": 20 if verdict == "ok" else 0}}
    reason = None if verdict == "ok" else "list news: HTTP 403"
    with writing(engine) as session:
        session.add(
            Crawl(source=id_, started_at=at, ended_at=at, verdict=verdict, reason=reason, counts={"lists": lists})
        )


def read_document(engine: Engine, key: str = "1", **fields: Any) -> None:
    """A page that a crawl brought, with what reading found in it."""
    found: dict[str, Any] = {
        "title": "Notice",
        "published": AT,
        "precision": "day",
        "text": "It says much. " * 9,
        "layout": "layout 1",
    }
    with writing(engine) as session:
        crawl = session.exec(select(Crawl.id)).first()
        url = f"https://www.example.gov.cn/a/{key}.html"
        page = Page(source="example", list_id="news", key=key, url=url, crawl_id=crawl, fetched_at=AT)
        add_page(session, page, key.encode())
        stored = session.exec(select(Page.id).where(Page.key == key)).one()
        document = Document(source="example", key=key, url=url, page_id=stored, first_seen_at=AT, **(found | fields))
        save_document(session, document)


def turns(engine: Engine) -> list[tuple[str, bool]]:
    """The incidents on record, and whether they are over."""
    with reading(engine) as session:
        return [(one.state, one.closed_at is not None) for one in session.exec(select(Incident).order_by(Incident.id))]


def test_an_incident_is_opened_once_and_closed_once(engine: Engine, one: Config) -> None:
    for hours, verdict, known in (
        (0, "ok", []),
        (1, "blocked", []),
        (8, "blocked", [("blocked", False)]),
        (9, "blocked", [("blocked", False)]),
        (10, "ok", [("blocked", True)]),
        (11, "ok", [("blocked", True)]),
        (12, "blocked", [("blocked", True)]),
        (19, "blocked", [("blocked", True), ("blocked", False)]),
    ):
        crawled(engine, verdict, AT + hours * HOUR)
        watch(engine, one, AT + hours * HOUR)
        watch(engine, one, AT + hours * HOUR)
        assert turns(engine) == known, hours


def test_two_checks_at_once_note_a_turn_once(engine: Engine) -> None:
    with writing(engine) as session:
        assert open_incident(session, Incident(source="example", state="down"))
        assert not open_incident(session, Incident(source="example", state="down"))
        assert open_incident(session, Incident(source="example", state="quiet"))
        assert open_incident(session, Incident(source="other", state="down"))
        incident = session.get_one(Incident, 1)
        assert close_incident(session, incident, AT)
        assert not close_incident(session, incident, AT + HOUR)
        assert incident.closed_at == AT
        assert open_incident(session, Incident(source="example", state="down"))


def test_operators_get_a_mail_of_each_turn(engine: Engine, one: Config, server: MailServer) -> None:
    add_alert(engine, Rule(incidents=True), name="sources", recipient="operator@example.org")
    add_alert(engine, Rule(incidents=True, sources=("other",)), name="other", recipient="else@example.org")
    add_alert(engine, Rule(), recipient="reader@example.org")
    for hours, verdict in ((0, "blocked"), (8, "blocked"), (9, "blocked"), (10, "ok"), (11, "ok")):
        at = AT + hours * HOUR
        crawled(engine, verdict, at)
        watch(engine, one, at)
        send(engine, one, server.settings(), lambda at=at: at)
    assert [mail["To"] for mail in server.mails] == ["operator@example.org"] * 2
    assert [mail["Subject"] for mail in server.mails] == [
        "Example: blocked since 24 November 2026",
        "Example: well again; it was blocked since 24 November 2026",
    ]
    text = server.mails[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "list news: HTTP 403" in text
    assert "https://www.example.gov.cn/news/" in text
    assert server.mails[0]["References"] == server.mails[1]["References"]


def test_the_end_is_reported_to_those_who_heard_of_the_beginning(engine: Engine, one: Config) -> None:
    for hours in (0, 8):
        crawled(engine, "down", AT + hours * HOUR)
    watch(engine, one, AT + 8 * HOUR)
    add_alert(engine, Rule(incidents=True))
    crawled(engine, "ok", AT + 9 * HOUR)
    watch(engine, one, AT + 9 * HOUR)
    with reading(engine) as session:
        assert turns(engine) == [("down", True)]
        assert session.exec(select(Delivery)).all() == []


def test_an_operators_alert_hears_of_no_announcement(engine: Engine, config: Config) -> None:
    add_alert(engine, Rule(incidents=True))
    announce(engine, config)
    with reading(engine) as session:
        assert session.exec(select(Delivery)).all() == []


def test_a_digest_gathers_incidents(engine: Engine, one: Config, server: MailServer) -> None:
    add_alert(engine, Rule(incidents=True), name="sources", rate="daily", language="zh")
    for hours, verdict in ((0, "down"), (8, "down"), (9, "ok")):
        crawled(engine, verdict, AT + hours * HOUR)
        watch(engine, one, AT + hours * HOUR)
    send(engine, one, server.settings(), lambda: AT + timedelta(days=1))
    (mail,) = server.mails
    text = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "自2026年11月24日起无法访问" in text
    assert "已恢复正常；此前自2026年11月24日起无法访问" in text


@pytest.mark.parametrize(
    ("verdicts", "en", "zh"),
    [
        ([], "no source of this alert has been crawled yet", "本提醒涉及的来源尚未抓取"),
        (["ok", "ok"], "1 of 1 sources of this alert healthy", "本提醒涉及的 1 个来源全部正常"),
        (["ok", "down"], "1 of 1 sources of this alert healthy", "本提醒涉及的 1 个来源全部正常"),
        (
            ["down", "down"],
            "0 of 1 sources of this alert healthy: Example down since 23 November 2026",
            "本提醒涉及的 1 个来源中 0 个正常：例自2026年11月23日起无法访问",
        ),
    ],
)
def test_mails_say_how_well_we_see(engine: Engine, one: Config, verdicts: list[str], en: str, zh: str) -> None:
    for n, verdict in enumerate(verdicts):
        crawled(engine, verdict, AT - (len(verdicts) - n) * 12 * HOUR)
    for language, said in (("en", en), ("zh", zh)):
        assert covered(engine, one, AT - 6 * HOUR, language) == said


def covered(engine: Engine, config: Config, at: datetime, language: str = "en", **rule: object) -> str:
    """Return what a mail to an alert with a rule says of the sources."""
    alert = Alert(name="", recipient="", language=language, rule=rule)
    with reading(engine) as session:
        return coverage(session, config, at).line(session, alert, config)


def test_mails_say_who_is_silent(engine: Engine, one: Config) -> None:
    crawled(engine, "ok", AT)
    for n in range(30):
        read_document(engine, str(n), published=AT - timedelta(days=n), backfilled=True)
    later = AT + timedelta(days=6)
    crawled(engine, "ok", later)
    silent = "0 of 1 sources of this alert healthy: Example silent for 6 days, usual gap 1"
    assert covered(engine, one, later) == silent
    assert covered(engine, one, later, sources=["example"]) == silent
    assert covered(engine, one, later, sources=["other"]) == "no source of this alert has been crawled yet"


def test_no_silence_is_reported_from_before_a_source_was_followed(engine: Engine, one: Config) -> None:
    crawled(engine, "ok", AT)
    for n in range(30):
        read_document(engine, str(n), published=AT - timedelta(days=n + 300), backfilled=True)
    assert covered(engine, one, AT) == "1 of 1 sources of this alert healthy"
    later = AT + timedelta(days=12)
    crawled(engine, "ok", later)
    assert "Example silent for 312 days" in covered(engine, one, later)


def test_coverage_is_of_sources_that_report_the_initiatives(engine: Engine, config: Config) -> None:
    for id_, verdict in (("miit", "down"), ("gov-cn", "ok")):
        for hours in (24, 12):
            crawled(engine, verdict, AT - hours * HOUR, id_)
    report(engine, config, AT, {"ai-plus": {}}, source="gov-cn")
    report(engine, config, AT, {"six-g": {}}, source="miit")
    said = [covered(engine, config, AT - 6 * HOUR, initiatives=[id_]) for id_ in ("ai-plus", "six-g", "quantum")]
    assert said[0] == "1 of 1 sources of this alert healthy"
    assert said[1].startswith("0 of 1 sources of this alert healthy: Ministry of Industry")
    assert said[2].startswith("1 of 2 sources of this alert healthy: Ministry of Industry")


def test_the_canary_shows_that_our_own_reading_broke(engine: Engine, one: Config) -> None:
    crawled(engine, "ok", AT)
    read_document(engine)
    watch(engine, one, AT)
    with reading(engine) as session:
        assert session.get_one(Canary, "example").fields == ["title", "date", "text", "layout"]
    read_document(engine, published=None, layout="general")
    watch(engine, one, AT + HOUR)
    watch(engine, one, AT + timedelta(hours=2))
    with reading(engine) as session:
        (incident,) = session.exec(select(Incident)).all()
    assert incident.state == "changed"
    assert incident.reason == "date and layout no longer found in the stored page https://www.example.gov.cn/a/1.html"
    read_document(engine)
    watch(engine, one, AT + timedelta(hours=3))
    assert turns(engine) == [("changed", True)]


def test_the_command_shows_the_state_of_sources(tmp_path: Path, database_url: str, engine: Engine) -> None:
    tracker = Tracker(tmp_path, database=database_url)
    tracker.run("alerts", "add", "operator@example.org", "--incidents", "--confirmed")
    assert {row["state"] for row in tracker.json("health")} == {"new"}
    assert re.fullmatch(r"nothing is wrong with \d+ sources", tracker.run("health").stdout.splitlines()[-1])
    for hours in (8, 1):
        crawled(engine, "down", now() - hours * HOUR, "ndrc")
    assert "1 of " in tracker.run("health", code=1).stdout.splitlines()[-1]
    with reading(engine) as session:
        assert session.exec(select(Incident)).all() == []
    tracker.run("health", "--tell")
    (incident,) = tracker.json("health", "--past")
    assert (incident["source"], incident["state"], incident["reason"]) == ("ndrc", "down", "list news: HTTP 403")
    crawled(engine, "ok", now(), "ndrc")
    (row,) = [row for row in tracker.json("health") if row["source"] == "ndrc"]
    assert (row["state"], row["findings"]) == ("ok", [])
    tracker.run("health", "--tell")
    assert [row["act"] for row in tracker.json("alerts", "log")] == ["closed", "opened"]
