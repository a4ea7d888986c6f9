"""Tests that a preview shows what the last days would have sent, in how many mails, by what came and when."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from config import Config
from db.engine import reading, writing
from db.models import Alert, Incident
from db.queries.due import anything_due
from tests.factories.announcements import add_alert, announce
from tests.factories.reports import figure, report
from tests.servers.mailserver import mail_server
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.forecast import forecast, weeks
from tracker.alerts.matching.preview import Preview, preview
from tracker.alerts.matching.rules import Rule

pytestmark = pytest.mark.once_on_postgresql

AT = datetime(2026, 11, 24, 4, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def seen(engine: Engine, config: Config, rule: Rule, days: int = 30, **fields: Any) -> Preview:
    """Return a preview at noon in Beijing."""
    alert = Alert(name="", recipient="", **fields)
    with reading(engine) as session:
        return preview(session, rule, config, days, alert=alert, at=AT)


@pytest.mark.parametrize(
    ("rule", "told", "summary"),
    [
        (Rule(act_at_least="issued"), 1, "1 of 2 announcements in 30 days, 0.2 a week"),
        (
            Rule(initiatives=("commercial-space",)),
            0,
            "this rule matches 0 of 2 announcements of the last 30 days",
        ),
        (Rule(), 2, "this rule matches 2 of 2 announcements of the last 30 days"),
    ],
)
def test_a_preview_counts_before_anything_is_sent(
    engine: Engine, config: Config, rule: Rule, told: int, summary: str
) -> None:
    announce(engine, config, at=AT - 31 * DAY)
    announce(engine, config, at=AT - DAY)
    announce(engine, config, at=AT - 2 * DAY, act="mentioned", cause="import")
    found = seen(engine, config, rule)
    assert (found.told, found.summary) == (told, summary)


def test_what_was_found_late_counts_as_come_when_it_was_published(engine: Engine, config: Config) -> None:
    for cause in ("first-crawl", "news"):
        for days in (3, 300):
            report(engine, config, AT - DAY, {"commercial-space": {}}, cause=cause, published=AT - days * DAY)
    assert seen(engine, config, Rule()).told == 3


def test_a_preview_has_stronger_acts_and_members_that_came_later(engine: Engine, config: Config) -> None:
    story = report(engine, config, AT - 40 * DAY, {"commercial-space": {"act": "mentioned"}})
    report(engine, config, AT - 9 * DAY, {"commercial-space": {"act": "issued"}}, story=story, source="ndrc")
    report(
        engine,
        config,
        AT - 8 * DAY,
        {"commercial-space": {"act": "issued"}},
        story=story,
        source="global-times",
        language="en",
    )
    report(engine, config, AT - 7 * DAY, {"ai-plus": {"figures": [figure(45, "count", "建成集群")]}})
    report(engine, config, AT - 6 * DAY, {"ai-plus": {"act": "launched", "figures": [figure(80, "count", "建成集群")]}})
    told = {
        "all": [(6, "launched"), (7, "pledged"), (9, "issued")],
        "en": [(8, "issued")],
        "stronger": [(9, "issued")],
        "figures": [(6, "launched")],
        "state": [(6, "launched"), (7, "pledged"), (9, "issued")],
    }
    rules = {"all": Rule(), "en": Rule(languages=("en",))}
    rules |= {change: Rule.model_validate({"changes": (change,)}) for change in ("stronger", "figures", "state")}
    for name, rule in rules.items():
        found = seen(engine, config, rule)
        assert [((AT - row["at"]).days, row["act"]) for row in found.samples] == told[name], name


def test_incidents_have_their_preview(engine: Engine, config: Config) -> None:
    with writing(engine) as session:
        for source, days in (("miit", 3), ("ndrc", 4), ("mof", 40)):
            session.add(
                Incident(
                    source=source, state="down", began_at=AT - days * DAY, opened_at=AT - days * DAY, reason="gone"
                )
            )
    assert seen(engine, config, Rule(incidents=True)).summary == (
        "this rule matches 2 of 2 incidents of the last 30 days"
    )
    assert seen(engine, config, Rule(incidents=True, sources=("miit",))).told == 1


@pytest.mark.parametrize(
    ("fields", "hours", "mails"),
    [
        ({}, [0, 1, 30, 200], {"immediate": (4, 0), "daily": (0, 3), "weekly": (0, 2), "monthly": (0, 2)}),
        ({}, [], {"immediate": (0, 0), "daily": (0, 0), "weekly": (0, 0), "monthly": (0, 0)}),
        ({"most": 1}, [0, 0, 0, 1, 24], {"immediate": (2, 2), "daily": (0, 2), "weekly": (0, 1), "monthly": (0, 1)}),
        (
            {"quiet": "22-7"},
            [0, 11, 12, 34],
            {"immediate": (2, 1), "daily": (0, 2), "weekly": (0, 1), "monthly": (0, 1)},
        ),
        (
            {"weekday": 2, "hour": 9},
            [0, 24, 30],
            {"immediate": (3, 0), "daily": (0, 2), "weekly": (0, 2), "monthly": (0, 1)},
        ),
    ],
)
def test_the_mails_of_each_rate_are_counted(
    fields: dict[str, Any], hours: list[int], mails: dict[str, tuple[int, int]]
) -> None:
    alert = Alert(name="", recipient="", **fields)
    assert forecast(alert, [(AT + hour * HOUR, story) for story, hour in enumerate(hours)], 20) == mails


def test_weeks_are_counted_back_from_the_end() -> None:
    told = [AT - days * DAY for days in (0.5, 6.9, 7.1, 29)]
    assert [count for _, count in weeks(told, AT - 30 * DAY, AT)] == [1, 0, 0, 1, 2]
    assert [count for _, count in weeks(told, AT - 7 * DAY, AT)] == [2]


@pytest.mark.parametrize("rate", ["immediate", "daily", "weekly"])
def test_a_forecast_comes_true(engine: Engine, config: Config, rate: str) -> None:
    fields: dict[str, Any] = {"rate": rate, "quiet": "22-7", "zone": "Europe/Berlin"}
    add_alert(engine, Rule(), **fields, most=3 if rate == "immediate" else None, created_at=AT - 30 * DAY)
    hours = [200, 150, 149, 148, 147, 146, 145, 100, 90, 89, 60, 59, 20]
    with mail_server() as server:
        for back in range(240, -1, -1):
            at = AT - back * HOUR
            for _ in range(hours.count(back)):
                announce(engine, config, at=at)
            with reading(engine) as session:
                due = anything_due(session.connection(), at)
            if due:
                send(engine, config, server.settings(), lambda at=at: at)  # type: ignore[misc]
        mails = len(server.mails)
    fields["most"] = 3 if rate == "immediate" else None
    found = seen(engine, config, Rule(), **fields).mails[rate]
    assert found.alone + found.digests - mails in ((0,) if rate == "immediate" else (0, 1)), "the last is yet to go"
