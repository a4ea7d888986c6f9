"""Tests what becomes of a delivery that waits, or was withdrawn, when its announcement is stronger now, or back."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from config import Config, Settings
from db.engine import reading, writing
from db.models import Announcement, Document
from tests.factories.announcements import NOON, add_alert, announce, deliveries, strengthen
from tests.factories.reports import report
from tests.servers.mailserver import MailServer, free_port
from tracker.alerts.delivery import check as checks
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.enqueue import enqueue
from tracker.alerts.matching.regrouped import merge_deliveries, take_back
from tracker.alerts.matching.rules import Rule

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
DECEMBER = datetime(2026, 12, 1, 0, 1, tzinfo=UTC)


def vanish(engine: Engine, id_: int) -> None:
    with writing(engine) as session:
        session.get_one(Announcement, id_).withdrawn = True


@pytest.mark.parametrize("act", ["issued", "pledged"])
@pytest.mark.parametrize("cause", ["news", "rule"])
@pytest.mark.parametrize("rate", ["immediate", "daily"])
def test_what_vanished_before_it_was_reported_is_reported_when_it_is_back(
    engine: Engine, config: Config, server: MailServer, rate: str, cause: str, act: str
) -> None:
    add_alert(engine, rate=rate, created_at=NOON - 40 * DAY)
    id_ = announce(engine, config)
    vanish(engine, id_)
    assert send(engine, config, server.settings(), lambda: NOON + DAY) == {}
    assert [one.state for one in deliveries(engine)] == ["withdrawn"]
    strengthen(engine, config, id_, act, cause, NOON + DAY + HOUR)
    assert send(engine, config, server.settings(), lambda: NOON + 2 * DAY) == {"sent": 1}
    assert [told for _, told in server.told()] == [f"{id_} {act}"]
    strengthen(engine, config, id_, act, cause, NOON + 2 * DAY)
    assert send(engine, config, server.settings(), lambda: NOON + 4 * DAY) == {}
    with reading(engine) as session:
        assert checks.check(session, config, checks.Window(NOON + 2 * DAY, 2 * DAY, HOUR)) == []


@pytest.mark.parametrize(("text", "state"), [("量子与氢", "pending"), ("量子", "withdrawn")])
def test_a_change_that_vanished_goes_when_it_is_back_though_another_announcement_made_it_meanwhile(
    engine: Engine, config: Config, text: str, state: str
) -> None:
    """A page is read by other rules, and by the former ones again; what else was asked for has to be there still."""
    add_alert(engine, Rule(changes=("state",), words=("氢",)), rate="weekly", created_at=NOON - DAY)
    launched, pledged = ({"quantum": {"act": act, "day": NOON.date()}} for act in ("launched", "pledged"))
    story = report(engine, config, NOON, launched, key="first", text="量子与氢")
    report(engine, config, NOON + HOUR, pledged, story=story, key="first", cause="rule", text=text)
    report(engine, config, NOON + 2 * HOUR, launched, key="second", text="量子")
    report(engine, config, NOON + 3 * HOUR, launched, story=story, key="first", cause="rule", text=text)
    assert [(one.act, one.state) for one in deliveries(engine)] == [("launched", state)]


@pytest.mark.parametrize("rate", ["immediate", "daily"])
def test_a_stronger_act_that_vanished_goes_when_it_is_back_though_a_weaker_one_was_reported_meanwhile(
    engine: Engine, config: Config, server: MailServer, rate: str
) -> None:
    add_alert(engine, rate=rate, created_at=NOON - DAY)
    issued, pledged = ({"quantum": {"act": act}} for act in ("issued", "pledged"))
    story = report(engine, config, NOON, issued, key="first")
    for hours, said in ((1, pledged), (30, issued)):
        report(engine, config, NOON + hours * HOUR, said, story=story, key="first", cause="rule")
        assert send(engine, config, server.settings(), lambda hours=hours: NOON + hours * HOUR + DAY) == {"sent": 1}  # type: ignore[misc]
    assert [told for _, told in server.told()] == ["1 pledged", "1 issued"]


def test_what_a_vanished_stronger_act_replaced_is_reported_when_it_is_back(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine, created_at=NOON - DAY)
    id_ = announce(engine, config, act="pledged")
    strengthen(engine, config, id_, "issued", at=NOON)
    vanish(engine, id_)
    send(engine, config, server.settings(), lambda: NOON)
    strengthen(engine, config, id_, "pledged", at=NOON + HOUR)
    assert send(engine, config, server.settings(), lambda: NOON + HOUR) == {"sent": 1}
    assert [told for _, told in server.told()] == [f"{id_} pledged"]


def test_what_no_member_meets_any_more_is_withdrawn_and_goes_if_one_does_again(engine: Engine, config: Config) -> None:
    """A ministry's document leaves a story in which only media are left, and joins it again."""
    add_alert(engine, Rule(tier="primary"), rate="daily", created_at=NOON - DAY)
    id_ = announce(engine, config)
    for source, state in (("china-daily", "withdrawn"), ("miit", "pending")):
        with writing(engine) as session:
            announcement = session.get_one(Announcement, id_)
            document = session.get_one(Document, announcement.document_id)
            document.source = source
            enqueue(session, config, announcement, [document], "news", before=announcement.act, at=NOON + HOUR)
        assert [one.state for one in deliveries(engine)] == [state]


@pytest.mark.parametrize(("sent", "state"), [(False, "pending"), (True, "withdrawn")])
def test_what_merged_and_split_off_is_reported_unless_it_was_meanwhile(
    engine: Engine, config: Config, server: MailServer, state: str, *, sent: bool
) -> None:
    add_alert(engine, created_at=NOON - DAY)
    id_, other = announce(engine, config), announce(engine, config)
    with writing(engine) as session:
        merge_deliveries(session, session.get_one(Announcement, id_), session.get_one(Announcement, other), NOON)
    assert [one.state for one in deliveries(engine)] == ["withdrawn", "pending"]
    if sent:
        assert send(engine, config, server.settings(), lambda: NOON) == {"sent": 1}
    with writing(engine) as session:
        take_back(session, session.get_one(Announcement, id_))
    strengthen(engine, config, id_, "issued", at=NOON + HOUR)
    assert deliveries(engine)[0].state == state


def test_what_was_reported_before_it_vanished_is_not_reported_again(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine)
    id_ = announce(engine, config)
    assert send(engine, config, server.settings(), lambda: NOON) == {"sent": 1}
    vanish(engine, id_)
    strengthen(engine, config, id_, "issued", at=NOON + HOUR)
    assert send(engine, config, server.settings(), lambda: NOON + HOUR) == {}


@pytest.mark.parametrize("rate", ["daily", "monthly"])
@pytest.mark.parametrize("kept_by", ["a server that is away", "a refusal for now", "nothing that ran"])
def test_a_stronger_act_puts_nothing_off_that_is_due(
    engine: Engine, config: Config, server: MailServer, kept_by: str, rate: str
) -> None:
    add_alert(engine, rate=rate)
    announced = [announce(engine, config, act="pledged", at=DECEMBER - 2 * HOUR) for _ in range(2)]
    if kept_by == "a server that is away":
        nowhere = Settings(smtp_host="127.0.0.1", smtp_port=free_port())
        assert send(engine, config, nowhere, lambda: DECEMBER) == {"away": 1}
    if kept_by == "a refusal for now":
        server.at_rcpt["reader@example.org"] = ["450 greylisted"]
        assert send(engine, config, server.settings(), lambda: DECEMBER) == {"later": 1}
    strengthen(engine, config, announced[0], "issued", at=DECEMBER + MINUTE)
    for minutes in (5, 10):
        send(engine, config, server.settings(), lambda minutes=minutes: DECEMBER + minutes * MINUTE)  # type: ignore[misc]
    assert sorted(told for _, told in server.told()) == ["1 issued", "2 pledged"]
    assert len(server.mails) == (2 if kept_by == "a refusal for now" else 1)
