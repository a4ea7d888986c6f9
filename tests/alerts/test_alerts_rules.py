"""Tests what rules require beyond names: words, changed figures, stronger acts, states, and members that come later."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlmodel import col, select

from config import Config, Settings
from db.engine import open_database, reading, writing
from db.migrations.upgrade import upgrade
from db.models import Alert, Announcement, Delivery, Document
from db.queries.alerts import alerts_for
from db.store.alerts import pause_alert, resume_alert
from tests.factories.announcements import add_alert
from tests.factories.reports import figure, report
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.changes import NOTHING
from tracker.alerts.matching.keywords import read_words
from tracker.alerts.matching.lookup import INCIDENTS, asking
from tracker.alerts.matching.match import matches
from tracker.alerts.matching.rules import Rule

AT = datetime(2026, 3, 2, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)
TEXT = (
    "工业和信息化部发布《低空经济發展意見》。The plan covers low-altitude flying, solid-state batteries and AIs in 6G."
)


def told(engine: Engine) -> list[tuple[int, str, str]]:
    """Return alert, act and reason of every delivery, in the order in which they were written."""
    with reading(engine) as session:
        return [(d.alert_id, d.act, d.why) for d in session.exec(select(Delivery).order_by(col(Delivery.id)))]


def since(rule: Rule, engine: Engine, **fields: Any) -> int:
    """Add an alert that was in force from the start."""
    return add_alert(engine, rule, created_at=AT - HOUR, **fields)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("固态电池 量产", ("固态电池", "量产")),
        ('"solid state" 电池', ("solid state", "电池")),
        ("“low altitude” 「低空經濟」", ("low altitude", "低空經濟")),
        ("6G", ("6G",)),
        ("  ", ()),
        ('""', ("",)),
    ],
)
def test_words_are_read_as_in_a_search(written: str, words: tuple[str, ...]) -> None:
    assert read_words(written) == words


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("低空经济",), True),
        (("空",), True),
        (("低空经济", "意见"), True),
        (("低空经济", "航天"), False),
        (("low altitude",), True),
        (("Low-Altitude",), True),
        (("solid-state batteries",), True),
        (("solid batteries",), False),
        (("altitude low",), False),
        (("AI",), True),
        (("ltitude",), False),
        (("IN",), True),
        (("6g",), True),
        (("６Ｇ",), True),
        (("6",), False),
        (("plan cover",), True),
        (("headline",), True),
        (("quote",), True),
        (("headline", "plan", "发布"), True),
    ],
)
def test_each_word_has_to_stand_somewhere(config: Config, words: tuple[str, ...], wanted: bool) -> None:
    document = Document(id=5, source="miit", key="1", url="", title="通知", text=TEXT, language="zh")
    announcement = Announcement(
        story_id=1, initiative="commercial-space", act="issued", document_id=5, headline="A headline", quote="Its quote"
    )
    assert bool(matches(Rule(words=words), announcement, [document], config, "en")) is wanted


def test_words_stand_in_a_member_that_the_rule_takes(engine: Engine, config: Config) -> None:
    alert = since(Rule(words=("plan", "低空"), languages=("en",)), engine)
    story = report(engine, config, AT, {"commercial-space": {}}, text="plan 低空", language="zh")
    assert told(engine) == []
    report(
        engine,
        config,
        AT + HOUR,
        {"commercial-space": {}},
        story=story,
        text="The plan. (低空)",
        language="en",
        source="ndrc",
    )
    assert told(engine) == [(alert, "pledged", "reported in English; contains plan, 低空")]


CLUSTERS, CARS, SHARE = "建成国家先进制造业集群", "汽车产量", "普及率超过"


@pytest.mark.parametrize(
    ("earlier", "now", "why"),
    [
        ([(45, "count", CLUSTERS)], (80, "count", CLUSTERS), "target raised to 80 from 45"),
        ([(80, "count", CLUSTERS)], (45, "count", CLUSTERS), "target lowered to 45 from 80"),
        (
            [(70, "%", SHARE, "target", 2027)],
            (70, "%", SHARE, "target", 2028),
            "target with a new date: 70% (2028), previously 70% (2027)",
        ),
        (
            [(70, "%", SHARE, "target", 2027)],
            (90, "%", SHARE, "target", 2030),
            "target raised to 90% (2030) from 70% (2027)",
        ),
        (
            [(591.4, "万辆", CARS, "result")],
            (600, "万辆", CARS, "result"),
            "6,000,000 辆, previously 5,914,000 辆: 汽车产量",
        ),
        # Restated, in any order, unit or language: no change.
        (
            [(70, "%", SHARE, "target", 2027), (90, "%", SHARE, "target", 2030)],
            (70, "%", SHARE, "target", 2027),
            None,
        ),
        ([(690, "亿元", "核心产业规模")], (69, "billion yuan", "the core industry reaches"), None),
        ([(5, "万辆", CARS, "result", 2025)], (5, "万辆", CARS, "result", 2026), None),
        # Other measures, units and kinds, other batches: nothing to compare with.
        ([(45, "count", CLUSTERS)], (80, "count", "开通低空航线"), None),
        ([(45, "count", CLUSTERS)], (80, "%", CLUSTERS), None),
        ([(45, "count", CLUSTERS, "result")], (80, "count", CLUSTERS), None),
        ([(30, "%", CARS + "增长30%", "result")], (36, "%", CARS + "占比36%", "result"), None),
        ([(45, "count", "商业航天企业")], (80, "count", "商业航天发射"), None),
        ([(45, "count", "第一批" + CLUSTERS)], (80, "count", "第二批" + CLUSTERS), None),
        ([], (80, "count", CLUSTERS), None),
    ],
)
def test_a_figure_that_differs_from_the_last_one_is_reported(
    engine: Engine, config: Config, earlier: list[Any], now: Any, why: str | None
) -> None:
    alert = since(Rule(initiatives=("commercial-space",), changes=("figures",)), engine)
    report(engine, config, AT, {"commercial-space": {"figures": [figure(*one) for one in earlier]}})
    report(engine, config, AT + 24 * HOUR, {"commercial-space": {"figures": [figure(*now)]}})
    assert [id_ for id_, _, _ in told(engine)] == ([alert] if why else [])
    assert (why or "") in "".join(reason for _, _, reason in told(engine))


def test_figures_that_come_with_a_later_member_are_reported_once(engine: Engine, config: Config) -> None:
    since(Rule(changes=("figures",)), engine)
    report(engine, config, AT, {"commercial-space": {"figures": [figure(45, "count", "建成集群")]}})
    story = report(engine, config, AT + 24 * HOUR, {"commercial-space": {}})
    assert told(engine) == []
    for hours, value in ((25, 80), (26, 90)):
        said = {"commercial-space": {"figures": [figure(value, "count", "建成集群")]}}
        report(engine, config, AT + hours * HOUR, said, story=story, source="ndrc")
    assert [why for _, _, why in told(engine)] == ["target raised to 80 from 45: 建成集群"]


@pytest.mark.parametrize(
    ("acts", "why"),
    [
        (["pledged"], ["state of Commercial spaceflight: pledged, previously not mentioned"]),
        (["pledged", "pledged", "mentioned"], ["state of Commercial spaceflight: pledged, previously not mentioned"]),
        (
            ["mentioned", "issued", "launched", "progress"],
            [
                "state of Commercial spaceflight: spoken of, previously not mentioned",
                "state of Commercial spaceflight: paper issued, previously spoken of",
                "state of Commercial spaceflight: results reported, previously paper issued",
            ],
        ),
    ],
)
def test_a_state_is_reported_when_it_is_reached(
    engine: Engine, config: Config, acts: list[str], why: list[str]
) -> None:
    since(Rule(initiatives=("commercial-space",), changes=("state",)), engine)
    for number, act in enumerate(acts):
        report(engine, config, AT + number * 24 * HOUR, {"commercial-space": {"act": act}})
    assert [reason.removeprefix("follows Commercial spaceflight; ") for _, _, reason in told(engine)] == why


@pytest.mark.parametrize(
    ("first", "then", "acts"),
    [
        (("issued", "ndrc"), ("progress", "miit"), ["issued"]),
        (("issued", "miit"), ("progress", "ndrc"), ["issued", "progress"]),
        (("progress", "miit"), ("issued", "ndrc"), ["progress", "issued"]),
    ],
)
def test_announcements_of_one_day_change_the_state_in_the_order_of_the_timeline(
    engine: Engine, config: Config, first: tuple[str, str], then: tuple[str, str], acts: list[str]
) -> None:
    """By source, whichever was found first: results that come before a paper of the day are not its results."""
    since(Rule(changes=("state",)), engine)
    for hours, (act, source) in enumerate((first, then)):
        report(engine, config, AT + hours * HOUR, {"commercial-space": {"act": act}}, source=source)
    assert [act for _, act, _ in told(engine)] == acts


def test_a_story_that_grows_stronger_changes_the_state(engine: Engine, config: Config) -> None:
    since(Rule(changes=("state", "stronger")), engine)
    story = report(engine, config, AT, {"commercial-space": {"act": "pledged"}})
    report(engine, config, AT + HOUR, {"commercial-space": {"act": "issued"}}, story=story, source="ndrc")
    assert [(act, why) for _, act, why in told(engine)] == [
        ("pledged", "state of Commercial spaceflight: pledged, previously not mentioned"),
        ("issued", "now issued, previously pledged; state of Commercial spaceflight: paper issued, previously pledged"),
    ]


def test_an_initiative_is_superseded_by_news_of_its_successor(engine: Engine, config: Config) -> None:
    old, new = next((i.id, i.successor or "") for i in config.initiatives.values() if i.successor)
    names = config.initiatives[old].names.en
    alert = since(Rule(initiatives=(old,), changes=("state",)), engine)
    report(engine, config, AT, {old: {"act": "issued"}})
    for years, act in ((1, "pledged"), (3, "pledged"), (3.1, "issued")):
        report(engine, config, AT + timedelta(days=365 * years), {new: {"act": act}})
    assert [(id_, why.partition(f"state of {names}: ")[2]) for id_, _, why in told(engine)] == [
        (alert, "paper issued, previously not mentioned"),
        (alert, "superseded, previously paper issued"),
    ]


@pytest.mark.parametrize(
    ("acts", "changes", "told_acts"),
    [
        (["pledged", "issued"], ("stronger",), ["issued"]),
        (["issued", "issued", "pledged"], ("stronger",), []),
        (["mentioned", "pledged", "launched"], ("stronger",), ["pledged", "launched"]),
        (["mentioned", "pledged"], (), ["mentioned", "pledged"]),
    ],
)
def test_only_strengthenings_can_be_asked_for(
    engine: Engine, config: Config, acts: list[str], changes: Any, told_acts: list[str]
) -> None:
    since(Rule(initiatives=("commercial-space",), changes=changes), engine)
    story = None
    for number, act in enumerate(acts):
        at = AT + number * HOUR
        story = report(
            engine, config, at, {"commercial-space": {"act": act}}, story=story, source=("miit", "ndrc", "mof")[number]
        )
    assert [act for _, act, _ in told(engine)] == told_acts


def test_a_story_that_only_grows_is_reported_to_alerts_that_match_now(engine: Engine, config: Config) -> None:
    english, everybody = since(Rule(languages=("en",)), engine), since(Rule(), engine)
    story = report(engine, config, AT, {"commercial-space": {}})
    late, paused = add_alert(engine, created_at=AT + HOUR), since(Rule(tier="media"), engine)
    with writing(engine) as session:
        resting = session.get_one(Alert, paused)
        pause_alert(session, resting, AT - HOUR / 2)
        resume_alert(session, resting, AT + HOUR)
    report(engine, config, AT + 2 * HOUR, {"commercial-space": {}}, story=story, source="english-gov-cn", language="en")
    report(engine, config, AT + 3 * HOUR, {"commercial-space": {}}, story=story, source="global-times", language="en")
    assert [id_ for id_, _, _ in told(engine)] == [everybody, english]
    assert late not in {id_ for id_, _, _ in told(engine)}


@pytest.mark.parametrize("cause", ["news", "rule"])
def test_reading_again_reports_nothing_twice(engine: Engine, config: Config, cause: str) -> None:
    for rule in (Rule(), Rule(changes=("figures",)), Rule(changes=("state",)), Rule(words=("notice",))):
        since(rule, engine)
    said = [{"commercial-space": {"figures": [figure(value, "count", "建成集群")]}} for value in (45, 80)]
    for number in (0, 1):
        report(engine, config, AT + number * HOUR, said[number], key=str(number))
    before = told(engine)
    for number in (0, 1, 1, 0):
        report(engine, config, AT + 5 * HOUR, said[number], key=str(number), cause=cause)
    assert told(engine) == before
    assert len(before) == 6


@pytest.mark.parametrize("again", [False, True])
def test_an_act_that_a_mail_reported_is_not_reported_again(
    engine: Engine, config: Config, tmp_path: Path, again: bool
) -> None:
    since(Rule(languages=("zh",)), engine, channel="file", recipient=str(tmp_path / "mails"), rate="daily")
    story = report(engine, config, AT, {"ai-plus": {"act": "mentioned"}}, key="1")
    report(engine, config, AT, {}, story=story, key="1", cause="rule")
    # No one reports it in Chinese when it becomes stronger, so that alone is not reported.
    report(engine, config, AT, {"ai-plus": {"act": "issued"}}, story=story, language="en", source="global-times")
    assert [act for _, act, _ in told(engine)] == ["mentioned"]
    if again:
        report(engine, config, AT, {"ai-plus": {"act": "mentioned"}}, story=story, key="1", cause="rule")
    for days in range(1, 4):
        send(engine, config, Settings(), lambda days=days: AT + days * 24 * HOUR)  # type: ignore[misc]
        report(engine, config, AT + days * 25 * HOUR, {"ai-plus": {"act": "issued"}}, story=story, source="ndrc")
    with reading(engine) as session:
        standing = select(Delivery.act, Delivery.state).where(Delivery.state != "withdrawn")
        assert session.exec(standing).all() == [("issued", "sent")]
    assert len(list((tmp_path / "mails").iterdir())) == 1


def test_a_paused_alert_reports_nothing_of_its_pause(engine: Engine, config: Config) -> None:
    id_ = since(Rule(), engine)
    report(engine, config, AT, {"commercial-space": {}})
    with writing(engine) as session:
        pause_alert(session, session.get_one(Alert, id_), AT + HOUR)
    report(engine, config, AT + 2 * HOUR, {"commercial-space": {}})
    with writing(engine) as session:
        resume_alert(session, session.get_one(Alert, id_), AT + 3 * HOUR)
    report(engine, config, AT + 4 * HOUR, {"commercial-space": {}})
    with reading(engine) as session:
        states = session.exec(select(Delivery.announcement_id, Delivery.state).order_by(col(Delivery.id))).all()
    assert list(states) == [(1, "withdrawn"), (3, "pending")]


def test_alerts_that_cannot_match_are_not_even_loaded(engine: Engine, config: Config) -> None:
    child, parent = next((i.id, i.parent or "") for i in config.initiatives.values() if i.parent)
    rules = {
        "its initiative": Rule(initiatives=(child,)),
        "its parent": Rule(initiatives=(parent, "commercial-space")),
        "its act": Rule(act_at_least="pledged"),
        "a stronger act": Rule(act_at_least="issued"),
        "its body": Rule(bodies=("miit",)),
        "another body": Rule(bodies=("ndrc",)),
        "one of two bodies": Rule(bodies=("ndrc", "miit")),
        "its source": Rule(sources=("miit",)),
        "another source": Rule(sources=("ndrc",)),
        "a word": Rule(words=("notice", "of")),
        "another word": Rule(words=("decree", "of")),
        "another initiative": Rule(initiatives=("commercial-space",)),
        "figures": Rule(changes=("figures",)),
        "state": Rule(initiatives=(parent,), changes=("state",)),
        "state of another": Rule(initiatives=("commercial-space",), changes=("state",)),
        "incidents": Rule(incidents=True),
        "finds": Rule(finds=True),
    }
    for name, rule in rules.items():
        since(rule, engine, name=name)
    document = Document(id=1, source="miit", key="1", url="", title="A notice", text="", first_seen_at=AT)
    announcement = Announcement(
        id=1, story_id=1, initiative=child, act="pledged", body="miit", document_id=1, timeline_day=AT.date()
    )
    with reading(engine) as session:
        alerts, changes = asking(session, announcement, [document], None, config, AT)
    assert [alert.name for alert in alerts] == [
        "its initiative",
        "its parent",
        "its act",
        "its body",
        "one of two bodies",
        "its source",
        "a word",
        "state",
    ]
    assert changes.kinds() == {"state"}
    assert NOTHING.kinds() == set()


def test_alerts_of_before_are_found_after_the_upgrade(tmp_path: Path, config: Config) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    old = create_engine(url)
    upgrade(old, to="0003")
    columns = "id, name, recipient, channel, rate, hour, zone, rule, language, note, created_at, removed_why, token"
    rules = {"commercial-space": '{"initiatives": ["commercial-space"]}', "*": '{"act_at_least": "issued"}', "!": "{}"}
    with old.begin() as connection:
        for id_, (key, rule) in enumerate(rules.items(), 1):
            values = f"{id_}, 'AI', '/mails', 'file', 'daily', 8, 'UTC', :rule, 'en', '', '2026-01-01', '', '{id_}'"
            connection.execute(text(f"INSERT INTO alert ({columns}) VALUES ({values})"), {"rule": rule})  # noqa: S608
            connection.execute(text("INSERT INTO alertinitiative VALUES (:key, :id)"), {"key": key, "id": id_})
        connection.execute(
            text(
                "INSERT INTO delivery (alert_id, act, kind, why, state, created_at, due_at, attempts) "
                "VALUES (1, 'issued', 'news', '', 'pending', '2026-01-01', '2026-01-01', 0)"
            )
        )
    old.dispose()
    new = open_database(url)
    report(new, config, AT, {"commercial-space": {"act": "pledged"}})
    report(new, config, AT, {"ai-plus": {"act": "issued"}})
    assert [(id_, act) for id_, act, _ in told(new)] == [(1, "issued"), (1, "pledged"), (2, "issued")]
    with reading(new) as session:
        assert [alert.id for alert in alerts_for(session, [INCIDENTS])] == [3]
    new.dispose()
