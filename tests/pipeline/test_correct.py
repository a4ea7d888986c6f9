"""Tests corrections: they hold whatever is read again, can be undone, and no one is mailed twice because of them."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from config import Config
from db.engine import reading, writing
from db.models import Announcement, Delivery, Document, Page
from db.store.pages import add_page
from tests.factories.announcements import add_alert, answers
from tracker.alerts.matching.earlier import DENIED
from tracker.alerts.matching.rules import Rule
from tracker.parse import records
from tracker.pipeline import correct
from tracker.pipeline.correct import Hand, RefusedError
from tracker.pipeline.read import read
from tracker.pipeline.verify import verify

# Pages are read in processes of their own.
pytestmark = pytest.mark.processes

ANA, BEN = Hand("ana", "as the page says"), Hand("ben")
TEXTS = {
    "a": "工业和信息化部8月5日启动低空经济试点，首批在合肥、杭州开展，到2027年建成起降点500个。",
    "b": "工业和信息化部8月5日启动低空经济试点，首批在合肥、杭州开展，到2027年建成起降点500个。记者获悉。",
    "c": "国家发展改革委8月5日召开会议，提出要发展量子科技，加快建设国家实验室体系。",
    "d": "安徽省人民政府7月15日印发低空经济发展行动方案，到2027年建成通用机场20个。",
    "e": "广东省人民政府6月12日印发低空经济发展行动方案，到2027年建成通用机场30个。",
    "x": "工业和信息化部8月5日启动低空经济试点，首批在合肥、杭州开展，到2027年建成起降点500个，各地已部署。",
}


def keep(engine: Engine, *keys: str) -> None:
    """Store texts as pages that were crawled, one a minute."""
    with writing(engine) as session:
        for key in keys:
            url = f"https://example.org/{key}"
            row = {"id": key, "url": url, "lang": "zh", "published": "2025-08-05", "title": None, "text": TEXTS[key]}
            page = Page(source="import", key=url, url=url, sha256="", content_type=records.CONTENT_TYPE)
            add_page(session, page, json.dumps(row).encode())


def came(engine: Engine, config: Config, *keys: str) -> None:
    """Store texts and read them."""
    keep(engine, *keys)
    read(engine, config)


def of(engine: Engine, key: str) -> Announcement:
    """The announcement in the story of a text, of the initiative that it names."""
    initiative = "quantum" if key == "c" else "low-altitude-economy"
    with reading(engine) as session:
        wanted = select(Announcement).join(Document, col(Document.story_id) == Announcement.story_id)
        wanted = wanted.where(Document.key == f"https://example.org/{key}", Announcement.initiative == initiative)
        return session.exec(wanted).one()


def number(engine: Engine, key: str) -> int:
    """Its number."""
    return of(engine, key).id or 0


def stories(engine: Engine) -> str:
    """The texts by story: "ab c"."""
    with reading(engine) as session:
        found: dict[int | None, str] = {}
        for document in session.exec(select(Document).order_by(col(Document.key))):
            found[document.story_id] = found.get(document.story_id, "") + document.key[-1]
    return " ".join(sorted(found.values()))


FIELDS: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, str | None]]] = {
    "act": ({"act": "pledged"}, {"act": "pledged"}, {"act": "launched"}),
    "body": ({"body": "ndrc"}, {"body": "ndrc"}, {"body": "miit"}),
    "no body": ({"body": None}, {"body": None}, {"body": "miit"}),
    "day": (
        {"day": "2025-08-06"},
        {"day": date(2025, 8, 6), "timeline_day": date(2025, 8, 6)},
        {"day": "2025-08-05"},
    ),
    "no day": ({"day": None}, {"day": None, "timeline_day": date(2025, 8, 5)}, {"day": "2025-08-05"}),
    "two at once": (
        {"act": "issued", "body": "most"},
        {"act": "issued", "body": "most"},
        {"act": "launched", "body": "miit"},
    ),
    "a note": ({}, {"act": "launched", "body": "miit"}, {"note": None}),
    "not this": ({"not_this": True}, {"withdrawn": True}, {"not-this": None}),
}


@pytest.mark.parametrize(("says", "wanted", "was"), FIELDS.values(), ids=FIELDS.keys())
def test_a_correction_holds_until_it_is_undone(
    engine: Engine, config: Config, says: dict[str, Any], wanted: dict[str, Any], was: dict[str, str | None]
) -> None:
    came(engine, config, "a")
    before = of(engine, "a").model_dump()
    digest = verify(engine, config)[1]
    made = correct.correct(engine, config, number(engine, "a"), says, ANA)
    for again in (lambda: None, lambda: came(engine, config, "b"), lambda: read(engine, config, again=True)):
        again()
        found = of(engine, "a")
        assert {name: getattr(found, name) for name in wanted} == wanted
        assert {mark["what"]: mark["was"] for mark in found.corrected or ()} == was
        assert {(mark["correction"], mark["by"], mark["note"]) for mark in found.corrected or ()} == {
            (made, "ana", "as the page says")
        }
        differences, now, _ = verify(engine, config)
        assert (differences, now == digest) == ([], False)
    correct.undo(engine, config, made, "ben")
    assert of(engine, "a").corrected is None
    assert verify(engine, config)[0] == []
    same = ("act", "body", "day", "timeline_day", "withdrawn")
    assert {name: getattr(of(engine, "a"), name) for name in same} == {name: before[name] for name in same}


def test_of_two_corrections_of_one_thing_the_newest_counts(engine: Engine, config: Config) -> None:
    came(engine, config, "a")
    id_ = number(engine, "a")
    correct.correct(engine, config, id_, {"act": "pledged", "body": "ndrc"}, ANA)
    newest = correct.correct(engine, config, id_, {"act": "issued"}, BEN)
    found = of(engine, "a")
    assert (found.act, found.body) == ("issued", "ndrc")
    assert {(mark["what"], mark["by"], mark["was"]) for mark in found.corrected or ()} == {
        ("act", "ben", "launched"),
        ("body", "ana", "miit"),
    }
    correct.undo(engine, config, newest, "ben")
    assert of(engine, "a").act == "pledged"
    assert verify(engine, config)[0] == []


def test_what_the_rules_say_now_is_shown_beside_a_correction(engine: Engine, config: Config) -> None:
    came(engine, config, "a")
    correct.correct(engine, config, number(engine, "a"), {"act": "progress"}, ANA)
    changed = TEXTS["a"].replace("启动低空经济试点", "提出要发展低空经济")
    with writing(engine) as session:
        url = "https://example.org/a"
        row = {"id": "a", "url": url, "lang": "zh", "published": "2025-08-05", "title": None, "text": changed}
        page = Page(source="import", key=url, url=url, sha256="", content_type=records.CONTENT_TYPE)
        add_page(session, page, json.dumps(row).encode())
    read(engine, config)
    found = of(engine, "a")
    assert (found.act, (found.corrected or [{}])[0]["was"]) == ("progress", "pledged")
    assert verify(engine, config)[0] == []


def test_stories_that_a_rule_keeps_apart_are_joined_and_joined_they_stay(engine: Engine, config: Config) -> None:
    came(engine, config, "a", "c")
    assert stories(engine) == "a c"
    made = correct.join(engine, config, number(engine, "a"), number(engine, "c"), ANA)
    for again in (lambda: None, lambda: came(engine, config, "b"), lambda: read(engine, config, again=True)):
        again()
        assert stories(engine) in ("ac", "abc")
        assert verify(engine, config)[0] == []
    assert [mark["what"] for mark in of(engine, "c").corrected or ()] == ["join"]
    correct.undo(engine, config, made, "ana")
    assert (stories(engine), of(engine, "c").corrected) == ("ab c", None)
    assert verify(engine, config)[0] == []


@pytest.mark.parametrize("order", [("a", "d"), ("d", "a"), ("a", "b", "d"), ("d", "b", "a")], ids="".join)
@pytest.mark.parametrize("again", [False, True])
def test_what_was_joined_has_its_old_number_when_that_is_undone(
    engine: Engine, config: Config, order: tuple[str, ...], *, again: bool
) -> None:
    add_alert(engine, Rule(initiatives=("low-altitude-economy",)))
    for key in order:
        came(engine, config, key)
    assert len(send_all(engine)) == 2
    numbers = {key: number(engine, key) for key in order}
    before = of(engine, "d").model_dump(exclude={"changed_at"})
    made = correct.join(engine, config, numbers["a"], numbers["d"], ANA)
    assert number(engine, "a") == number(engine, "d")
    with pytest.raises(RefusedError, match="the two announcements are one now; `tracker corrections` lists what"):
        correct.part(engine, config, numbers["a"], numbers["d"], ANA)
    if again:
        read(engine, config, again=True)
    correct.undo(engine, config, made, "ana")
    assert {key: number(engine, key) for key in order} == numbers
    assert of(engine, "d").model_dump(exclude={"changed_at"}) == before
    assert verify(engine, config)[0] == []
    assert send_all(engine) == []


@pytest.mark.parametrize("order", ["ade", "eda"])
def test_of_joined_stories_that_leave_together_the_number_of_the_earliest_document_is_back(
    engine: Engine, config: Config, order: str
) -> None:
    for key in order:
        came(engine, config, key)
    numbers = {key: number(engine, key) for key in order}
    made = [
        correct.join(engine, config, f"https://example.org/{one}", f"https://example.org/{other}", ANA)
        for one, other in ("ae", "ed")
    ]
    correct.undo(engine, config, made[0], "ana")
    assert {key: number(engine, key) for key in order} == numbers | {"e": numbers["d"]}
    correct.undo(engine, config, made[1], "ana")
    assert {key: number(engine, key) for key in order} == numbers
    assert verify(engine, config)[0] == []


def test_what_waits_when_stories_are_joined_is_reported_once_each_when_that_is_undone(
    engine: Engine, config: Config
) -> None:
    add_alert(engine, Rule(initiatives=("low-altitude-economy",)))
    came(engine, config, "a", "d")
    numbers = {key: number(engine, key) for key in "ad"}
    correct.undo(engine, config, correct.join(engine, config, numbers["a"], numbers["d"], ANA), "ana")
    with reading(engine) as session:
        waiting = session.exec(select(Delivery).where(Delivery.state == "pending")).all()
    assert sorted(one.announcement_id or 0 for one in waiting) == sorted(numbers.values())


def test_one_of_three_documents_is_parted(engine: Engine, config: Config) -> None:
    came(engine, config, "a", "b", "x")
    assert stories(engine) == "abx"
    id_ = number(engine, "a")
    made = correct.part(engine, config, id_, "https://example.org/x", ANA)
    for again in (lambda: None, lambda: read(engine, config, again=True)):
        again()
        assert stories(engine) == "ab x"
        assert verify(engine, config)[0] == []
    assert number(engine, "a") == id_
    assert [mark["what"] for mark in of(engine, "x").corrected or ()] == ["part"]
    # What is said later counts.
    correct.join(engine, config, "https://example.org/a", "https://example.org/x", BEN)
    assert stories(engine) == "abx"
    correct.undo(engine, config, made, "ana")
    assert (stories(engine), verify(engine, config)[0]) == ("abx", [])


def test_corrections_come_along_where_stories_merge_and_part(engine: Engine, config: Config) -> None:
    came(engine, config, "a", "c")
    correct.correct(engine, config, number(engine, "a"), {"act": "issued"}, ANA)
    joined = correct.join(engine, config, "https://example.org/c", "https://example.org/a", ANA)
    assert of(engine, "a").act == "issued"
    correct.undo(engine, config, joined, "ana")
    came(engine, config, "b")
    correct.part(engine, config, "https://example.org/b", "https://example.org/a", ANA)
    assert (of(engine, "a").act, of(engine, "b").act) == ("issued", "launched")
    assert verify(engine, config)[0] == []


REFUSED: dict[str, tuple[Callable[[Engine, Config], object], str]] = {
    "no such announcement": (lambda e, c: correct.correct(e, c, 99, {}, ANA), "there is no announcement 99"),
    "no such correction": (lambda e, c: correct.undo(e, c, 99, "ana"), "there is no correction 99"),
    "no such address": (lambda e, c: correct.join(e, c, 1, "https://example.org/x", ANA), "nothing is stored under"),
    "no such number": (lambda e, c: correct.part(e, c, 98, 99, ANA), "nothing is stored under 98"),
    "one document": (lambda e, c: correct.join(e, c, 1, 1, ANA), "both name the same document"),
    "one story": (lambda e, c: correct.join(e, c, *AB, ANA), "they are already one story"),
    "two stories": (lambda e, c: correct.part(e, c, "https://example.org/a", "https://example.org/c", ANA), "they are"),
}
AB = ("https://example.org/a", "https://example.org/b")


@pytest.mark.parametrize(("work", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_corrected_is_refused(
    engine: Engine, config: Config, work: Callable[[Engine, Config], object], why: str
) -> None:
    came(engine, config, "a", "b", "c")
    with pytest.raises(RefusedError, match=why):
        work(engine, config)


def test_what_is_undone_or_denied_is_not_corrected_again(engine: Engine, config: Config) -> None:
    came(engine, config, "a")
    id_ = number(engine, "a")
    made = correct.correct(engine, config, id_, {"not_this": True}, ANA)
    with pytest.raises(RefusedError, match=f"ana marked it as not this; `tracker corrections --undo {made}`"):
        correct.correct(engine, config, id_, {"act": "issued"}, BEN)
    correct.undo(engine, config, made, "ben")
    with pytest.raises(RefusedError, match="already undone by ben"):
        correct.undo(engine, config, made, "ana")


def send_all(engine: Engine) -> list[str]:
    """Let all that waits count as sent; the acts."""
    with writing(engine) as session:
        waiting = session.exec(select(Delivery).where(Delivery.state == "pending")).all()
        for one in waiting:
            one.state = "sent"
        return sorted(one.act for one in waiting)


def _deny(engine: Engine, config: Config) -> int:
    return correct.correct(engine, config, number(engine, "a"), {"not_this": True}, ANA)


def test_what_is_denied_before_it_went_does_not_go_unless_that_is_undone(engine: Engine, config: Config) -> None:
    add_alert(engine, Rule(initiatives=("low-altitude-economy",)))
    came(engine, config, "a")
    made = _deny(engine, config)
    assert answers(engine) == [("withdrawn", DENIED)]
    came(engine, config, "b")
    assert send_all(engine) == []
    correct.undo(engine, config, made, "ana")
    assert send_all(engine) == ["launched"]


ONCE: dict[str, list[dict[str, Any]]] = {
    "a stronger act": [{"act": "issued"}],
    "a weaker act": [{"act": "mentioned"}],
    "a weaker and a stronger one": [{"act": "mentioned"}, {"act": "issued"}],
    "another body": [{"body": "ndrc"}],
    "not this": [{"not_this": True}],
}


@pytest.mark.parametrize("says", ONCE.values(), ids=ONCE.keys())
def test_a_correction_mails_no_one_twice(engine: Engine, config: Config, says: list[dict[str, Any]]) -> None:
    add_alert(engine, Rule(initiatives=("low-altitude-economy",)))
    came(engine, config, "a")
    assert send_all(engine) == ["launched"]
    made = [correct.correct(engine, config, number(engine, "a"), one, ANA) for one in says]
    came(engine, config, "b")
    for one in made:
        correct.undo(engine, config, one, "ben")
    read(engine, config, again=True)
    assert send_all(engine) == []


def test_a_waiting_delivery_reports_the_corrected_announcement(engine: Engine, config: Config) -> None:
    add_alert(engine, Rule(initiatives=("low-altitude-economy",)))
    came(engine, config, "a")
    correct.correct(engine, config, number(engine, "a"), {"act": "issued"}, ANA)
    assert send_all(engine) == ["issued"]


def test_joined_and_parted_stories_are_not_mailed_again(engine: Engine, config: Config) -> None:
    add_alert(engine, Rule())
    came(engine, config, "a", "b", "c")
    told = send_all(engine)
    assert len(told) == 2
    made = correct.join(engine, config, *(f"https://example.org/{key}" for key in "ac"), ANA)
    correct.part(engine, config, *AB, ANA)
    correct.undo(engine, config, made, "ana")
    assert send_all(engine) == []
