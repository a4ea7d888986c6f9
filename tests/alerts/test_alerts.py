"""Tests which alerts an announcement concerns, how it is reported, and what records and previews show."""

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from config import Config
from db.engine import reading, writing
from db.models import Alert, Announcement, Delivery, Document
from db.store.alerts import remove_alert
from tests.factories.announcements import NOON, add_alert, announce, strengthen
from tracker.alerts.delivery.record import record
from tracker.alerts.matching.match import lineage, matches
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.subscribe import subscribe


def deliveries(engine: Engine) -> list[tuple[str, str, str]]:
    with reading(engine) as session:
        return [(d.act, d.kind, d.state) for d in session.exec(select(Delivery).order_by(Delivery.id))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (Rule(), True),
        (Rule(initiatives=("ai-manufacturing",)), True),
        (Rule(initiatives=("low-altitude-economy",)), False),
        (Rule(act_at_least="issued"), False),
        (Rule(act_at_least="pledged"), True),
        (Rule(act_at_least="progress"), True),
        (Rule(bodies=("miit",)), True),
        (Rule(bodies=("ndrc", "mof")), False),
        (Rule(sources=("miit",)), True),
        (Rule(sources=("ndrc",)), False),
        (Rule(tier="primary"), True),
        (Rule(tier="media"), False),
        (Rule(languages=("zh",)), True),
        (Rule(languages=("en",)), False),
        (Rule(sources=("miit",), languages=("en",)), False),
    ],
)
def test_a_rule_wants_what_it_asks_for(config: Config, rule: Rule, wanted: bool) -> None:
    announcement = Announcement(story_id=1, initiative="ai-manufacturing", act="pledged", body="miit", document_id=1)
    document = Document(source="miit", key="1", url="https://www.miit.gov.cn/1", language="zh")
    for language in ("en", "zh"):
        assert bool(matches(rule, announcement, [document], config, language)) is wanted


def test_a_parent_is_followed_with_its_children(config: Config) -> None:
    child, parent = next((i.id, i.parent) for i in config.initiatives.values() if i.parent)
    assert lineage(child, config)[:2] == [child, parent]
    announcement = Announcement(story_id=1, initiative=child, act="issued", document_id=1)
    document = Document(source="gone", key="1", url="")
    assert matches(Rule(initiatives=(parent or "",)), announcement, [document], config, "en")


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("news", ("issued", "news", "pending")),
        ("first-crawl", ("issued", "first-crawl", "pending")),
        ("rule", ("issued", "late-rule", "backfilled")),
        ("import", ("issued", "late-rule", "backfilled")),
    ],
)
def test_how_it_was_found_decides_how_it_is_reported(
    engine: Engine, config: Config, cause: str, told: tuple[str, str, str]
) -> None:
    add_alert(engine, Rule(initiatives=("ai-plus",)))
    add_alert(engine, Rule(initiatives=("low-altitude-economy",)))
    announce(engine, config, cause=cause)
    assert deliveries(engine) == [told]


def test_acts_that_wait_are_reported_together_as_the_strongest(engine: Engine, config: Config) -> None:
    add_alert(engine)
    id_ = announce(engine, config, act="mentioned")
    for act in ("pledged", "progress", "issued"):
        strengthen(engine, config, id_, act)
    assert deliveries(engine) == [
        ("mentioned", "news", "withdrawn"),
        ("pledged", "news", "withdrawn"),
        ("issued", "news", "pending"),
    ]


def test_news_that_waits_stays_news_when_a_changed_rule_finds_more(engine: Engine, config: Config) -> None:
    add_alert(engine)
    id_ = announce(engine, config, act="pledged")
    strengthen(engine, config, id_, "issued", cause="rule")
    assert deliveries(engine)[1] == ("issued", "news", "pending")


def test_a_removed_alert_reports_nothing_more(engine: Engine, config: Config) -> None:
    id_ = add_alert(engine)
    announce(engine, config)
    with writing(engine) as session:
        remove_alert(session, session.get_one(Alert, id_))
    announce(engine, config)
    assert deliveries(engine) == [("issued", "news", "withdrawn")]


@pytest.mark.parametrize(
    "fields",
    [
        {"recipient": "nobody"},
        {"recipient": "a@example.org, b@example.org"},
        {"recipient": "a@example.org\r\nBcc: b@example.org"},
        {"recipient": "名@example.org"},
        {"recipient": "\udce9@example.org"},
        {"channel": "pigeon"},
        {"rate": "hourly"},
        {"language": "fr"},
        {"zone": "Mars/Base"},
        {"hour": 24},
    ],
)
def test_a_rule_that_cannot_match_is_refused_in_one_line(engine: Engine, fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$"), writing(engine) as session:
        subscribe(session, Alert(**({"name": "AI", "recipient": "a@example.org"} | fields)), Rule())


def test_the_record_says_why_nothing_went(engine: Engine, config: Config) -> None:
    add_alert(engine)
    first = announce(engine, config)
    late = announce(engine, config, cause="rule")
    with reading(engine) as session:
        assert [(row["announcement"], row["answer"]) for row in record(session, None, "reader@example.org")] == [
            (late, "found late: only counted in the next mail"),
            (first, f"due {NOON:%Y-%m-%d %H:%M} UTC"),
        ]
        assert record(session, first, None)[0]["state"] == "pending"
        assert record(session, None, "other@example.org") == []
