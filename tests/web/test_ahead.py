"""Tests the coming days of papers: on the page of what lies ahead, on initiatives' pages, in calendars."""

import asyncio
import re
from datetime import date, timedelta

import httpx
import pytest
from icalendar import Calendar
from sqlalchemy import Engine
from starlette.applications import Starlette

from config import Config, Settings
from db.beijing import beijing_today
from db.engine import reading
from tests.factories.announcements import announce
from tracker.views.deadlines import deadlines
from tracker.web.app import make_app

TODAY = beijing_today()
SOON, LATER, LAST = (TODAY + timedelta(days=days) for days in (14, 40, 2000))
PASSED, LONG_PASSED = TODAY - timedelta(days=10), TODAY - timedelta(days=400)
DRAFT = {
    "stage": "draft",
    "comment_until": SOON,
    "initiative": "hydrogen",
    "headline": "氢能 <draft>",
    "day": TODAY - timedelta(days=30),
}
ISSUED = {"stage": "issued", "effective": LATER, "expires": LAST, "headline": "Opinions", "day": PASSED}
OLD = {"stage": "draft", "comment_until": LONG_PASSED, "initiative": "hydrogen", "day": LONG_PASSED}
JUST_OVER = {"stage": "draft", "comment_until": PASSED, "initiative": "hydrogen", "day": LONG_PASSED}


@pytest.fixture
def app(engine: Engine, config: Config) -> Starlette:
    """Return pages over some drafts and papers, on each database."""
    for fields in (DRAFT, ISSUED, OLD, JUST_OVER):
        announce(engine, config, **fields)
    return make_app(engine, config, Settings())


def ask(app: Starlette, path: str) -> str:
    """Return the text of an answer."""

    async def get() -> str:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://localhost") as client:
            answer = await client.get(path)
            assert answer.status_code == 200
            return answer.text

    return asyncio.run(get())


def day(one: date) -> str:
    """Return a day as an English page writes it."""
    return f"{one.day} {one:%B} {one.year}"


def test_the_page_has_the_days_that_the_command_lists(app: Starlette, engine: Engine, config: Config) -> None:
    page = ask(app, "/targets?lang=en")
    shown = re.findall(r"<strong>((?:Comments|In force)[^<]*)</strong>", page)
    assert shown == [f"Comments until {day(SOON)}", f"In force from {day(LATER)}", f"In force until {day(LAST)}"]
    assert "氢能 &lt;draft&gt;" in page
    with reading(engine) as session:
        assert [row["day"] for row in deadlines(session, config, (), TODAY, None, targets=False)] == [SOON, LATER, LAST]


def test_an_initiative_has_its_own_above_its_timeline(app: Starlette) -> None:
    page = ask(app, "/initiatives/hydrogen?lang=zh")
    assert re.findall(r"<strong>征求意见至([^<]*)</strong>", page) == [f"{SOON.year}年{SOON.month}月{SOON.day}日"]
    assert "<strong>征求意见" not in ask(app, "/initiatives/hydrogen?lang=zh&act=issued"), "filters leave it out"
    assert "Comments until" not in ask(app, "/initiatives/ai-plus?lang=en")


def test_a_calendar_has_them(app: Starlette) -> None:
    calendar = Calendar.from_ical(ask(app, "/news.ics"))
    events = {event.start: str(event["summary"]) for event in calendar.walk("VEVENT")}
    assert events.keys() == {PASSED, SOON, LATER, LAST}, "what is over stays for a while"
    assert events[SOON].endswith("comments until this day, 氢能 <draft>")
    assert events[LATER].startswith("AI Plus: in force, ")
    names = [str(event["uid"]) for event in calendar.walk("VEVENT")]
    assert len(set(names)) == 4
    own = Calendar.from_ical(ask(app, "/initiatives/hydrogen.ics"))
    assert {event.start for event in own.walk("VEVENT")} == {PASSED, SOON}
