"""Test that any order of documents gives the same stories, the same announcements and the same notifications."""

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, update
from sqlmodel import col, select

from bench.samples import demo
from config import load
from db.engine import reading, writing
from db.models import Alert, Announcement, Delivery, Document, Mention
from tests.factories.announcements import add_alert
from tests.factories.databases import sqlite
from tests.stories.arriving import (
    WAYS,
    Arrival,
    Outcome,
    add_alerts,
    arrivals,
    arrivals_in,
    arrive,
    from_scratch,
    in_batches,
    outcome,
    singly,
)
from tests.stories.test_stories import ONE, TWO
from tracker.acts import strength
from tracker.alerts.matching.rules import Rule
from tracker.demo.surroundings import DATABASE
from tracker.pipeline.fold import fold
from tracker.stories import links, stored
from tracker.stories.fingerprint import dump
from tracker.stories.fingerprint import load as load_items
from tracker.views import proof

CONFIG = load()
EVERYDAY, ORDERS = 24, 10
OFFICIAL, OFFICIAL_BY_DAY = 4000, 200
# Characters of a text that is short, and of a part.
SHORT, PART = 1500, 300
Way = Callable[[Engine, Sequence[Arrival], random.Random], None]


ROWS = [dict(row) for rows in (*ONE.values(), *TWO.values()) for row in rows]
"""The texts of the tests of stories, those of one story beside each other."""


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Callable[[], Engine]]:
    """Make fresh SQLite databases with two alerts."""
    engines: list[Engine] = []

    def make() -> Engine:
        engine = sqlite(tmp_path / f"{len(engines)}.db")
        add_alerts(engine)
        engines.append(engine)
        return engine

    yield make
    for engine in engines:
        engine.dispose()


def same_whatever_the_order(
    fresh: Callable[[], Engine], arriving: list[Arrival], ways: Sequence[tuple[Way, int]], engine: Engine | None = None
) -> None:
    """Compare the outcome of each way, in an order of its own, with the outcome of all at once."""
    first = fresh()
    from_scratch(first, arriving, random.Random(0))
    wanted = outcome(first)
    assert wanted.stories
    for way, seed in ways:
        compare_in_order(engine or fresh(), arriving, way, seed, wanted)


def compare_in_order(engine: Engine, arriving: list[Arrival], way: Way, seed: int, wanted: Outcome) -> None:
    """Compare the outcome of a way, in an order of its own, with another."""
    chance, shuffled = random.Random(seed), [*arriving]
    chance.shuffle(shuffled)
    way(engine, shuffled, chance)
    found = outcome(engine)
    assert found.stories == wanted.stories
    assert found.announced == wanted.announced
    assert found.told == wanted.told


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_stories_do_not_depend_on_the_order(engine: Engine, fresh: Callable[[], Engine], way: Way) -> None:
    add_alerts(engine)
    start = random.Random(way.__name__).randrange(len(ROWS) - EVERYDAY)
    same_whatever_the_order(fresh, arrivals(ROWS[start : start + EVERYDAY]), [(way, 1)], engine)


def test_a_key_of_too_many_items_links_none_in_any_order(
    fresh: Callable[[], Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Check a limit of three bearers of a key: some hundreds would take minutes."""
    monkeypatch.setattr(links, "MOST_BEARERS", 3)
    monkeypatch.setattr(stored, "MOST_BEARERS", 3)
    monkeypatch.setattr(stored, "ASKED", 4 + links.MOST_ITEMS)
    same_whatever_the_order(fresh, arrivals(ROWS[:EVERYDAY]), [(singly, 1), (in_batches, 2)])


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(ORDERS))
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_story_of_any_depends_on_the_order(
    engine: Engine, fresh: Callable[[], Engine], shared: Path, way: Way, seed: int
) -> None:
    add_alerts(engine)
    files = sorted((shared / "gold").glob("*.jsonl"))
    gold = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    same_whatever_the_order(fresh, arrivals([*ROWS, *gold]), [(way, seed)], engine)


@pytest.fixture(scope="module")
def of_demo(tmp_path_factory: pytest.TempPathFactory) -> list[Arrival]:
    """The documents that the demo's crawls leave."""
    folder = tmp_path_factory.mktemp("demo")
    demo(folder)
    (file,) = folder.rglob(DATABASE)
    engine = sqlite(file)
    try:
        return arrivals_in(engine)
    finally:
        engine.dispose()


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(ORDERS))
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_story_of_the_demo_depends_on_the_order(
    engine: Engine, fresh: Callable[[], Engine], of_demo: list[Arrival], way: Way, seed: int
) -> None:
    add_alerts(engine)
    same_whatever_the_order(fresh, of_demo, [(way, seed)], engine)


def test_stories_of_official_texts_do_not_depend_on_the_order(fresh: Callable[[], Engine], shared: Path) -> None:
    rows = [row for row in _shuffled(_rows(shared / "corpora")) if len(row["text"]) < SHORT]
    same_whatever_the_order(fresh, arrivals(rows[:OFFICIAL_BY_DAY]), [(in_batches, 1)])


@pytest.fixture(scope="module")
def official(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Arrival], Outcome]:
    """Official texts, whole and in parts, and their outcome if all come at once."""
    rows = [*_rows(shared / "corpora")]
    arriving = arrivals([*rows, *_shuffled(part for row in rows for part in _parts(row))][:OFFICIAL])
    engine = sqlite(tmp_path_factory.mktemp("official") / "at_once.db")
    add_alerts(engine)
    from_scratch(engine, arriving, random.Random(0))
    wanted = outcome(engine)
    engine.dispose()
    return arriving, wanted


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(ORDERS))
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_story_of_official_texts_depends_on_the_order(
    engine: Engine, official: tuple[list[Arrival], Outcome], way: Way, seed: int
) -> None:
    add_alerts(engine)
    arriving, wanted = official
    assert len(arriving) == OFFICIAL
    compare_in_order(engine, arriving, way, seed, wanted)


def _shuffled(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: random.Random(row["id"]).random())


def _parts(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the parts of a text, of some lines each, as records of their own."""
    part: list[str] = []
    for at, line in enumerate(row["text"].split("\n")):
        part.append(line)
        if sum(map(len, part)) >= PART:
            yield {**row, "id": f"{row['id']} {at}", "text": "\n".join(part)}
            part = []


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def test_nothing_is_reported_twice_or_lost_when_stories_merge_and_part(engine: Engine) -> None:
    """Send mail after every document, so that later merges and splits meet announcements already notified."""
    add_alerts(engine)
    chance = random.Random(3)
    arriving = arrivals(ROWS[:EVERYDAY])
    chance.shuffle(arriving)
    # By alert and initiative: which documents were notified, and as what.
    heard: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for one in arriving:
        arrive(engine, [one])
        fold(engine, CONFIG)
        for who, initiative, act, members in _send(engine):
            known = heard[who, initiative]
            assert any(known.get(key, -1) < strength(act) for key in members), (who, initiative, act, members)
            known |= {key: max(known.get(key, -1), strength(act)) for key in members}
    for (members, initiative), told in outcome(engine).announced.items():
        known = heard["all", initiative]
        assert any(known.get(key, -1) >= strength(told["act"]) for key in members), (members, initiative)


def _send(engine: Engine) -> list[tuple[str, str, str, set[str]]]:
    """Count all that waits as sent; return who was notified of which initiative, as what, by which documents."""
    sent = []
    with writing(engine) as session:
        waiting = session.exec(select(Delivery).where(Delivery.state == "pending")).all()
        for delivery in waiting:
            announcement = session.get_one(Announcement, delivery.announcement_id)
            who = session.get_one(Alert, delivery.alert_id).name
            members = select(Document.key).join(Mention, col(Mention.document_id) == Document.id)
            of_story = members.where(Document.story_id == announcement.story_id)
            keys = set(session.exec(of_story.where(Mention.initiative == announcement.initiative)))
            assert not announcement.withdrawn
            assert delivery.act == announcement.act
            sent.append((who, announcement.initiative, delivery.act, keys))
        ids = [delivery.id for delivery in waiting]
        session.connection().execute(update(Delivery).where(col(Delivery.id).in_(ids)).values(state="sent"))
    return sent


ONE_PART = (
    "低空经济座谈会上，与会代表围绕通用机场布局、空域分类划设、飞行服务保障体系等问题深入交流，"
    "认为应当加快完善起降设施网络。"
)
OTHER_PART = (
    "在深化低空经济国际合作方面，企业家们建议支持无人驾驶航空器整机出口，"
    "推动适航审定互认，鼓励物流配送场景率先开放试点。"
)


def _came(engine: Engine, *texts: str) -> None:
    arrive(engine, arrivals({"published": f"2025-03-0{day}", "text": text} for day, text in enumerate(texts, 1)))
    fold(engine, CONFIG)


def test_what_merges_and_parts_keeps_its_numbers_and_is_not_reported_again(engine: Engine) -> None:
    add_alert(engine, Rule(), name="all")
    _came(engine, ONE_PART, OTHER_PART)
    first, second = _numbers(engine)
    assert len(_send(engine)) == 2
    # A document with both draws the two together.
    _came(engine, ONE_PART, OTHER_PART, f"{ONE_PART}\n{OTHER_PART}")
    assert list(_numbers(engine)) == [first]
    assert _send(engine) == []
    with reading(engine) as session:
        shown = proof.announcement(session, CONFIG, second)
    assert shown
    assert (shown["announcement"], len(shown["members"])) == (first, 3)
    # It says nothing of either now, and they part again.
    _came(engine, ONE_PART, OTHER_PART, "今天天气晴好。")
    kept, *parted = _numbers(engine)
    assert (kept, len(parted)) == (first, 1)
    assert _send(engine) == []


def test_a_document_that_cannot_be_compared_keeps_no_other_from_its_story(engine: Engine) -> None:
    odd, *others = arrivals({"published": "2025-03-01", "text": ONE_PART} for _ in range(3))
    items = [replace(item, published="2025-02-30") for item in load_items(odd.fingerprints or b"")]
    arrive(engine, [odd._replace(fingerprints=dump(items)), *others])
    fold(engine, CONFIG)
    with reading(engine) as session:
        documents = session.exec(select(Document).order_by(col(Document.key))).all()
    assert [bool(document.problem) for document in documents] == [True, False, False]
    assert len({document.story_id for document in documents[1:]} - {None}) == 1
    assert len(_numbers(engine)) == 1


def _numbers(engine: Engine) -> list[int]:
    """Return the numbers of the announcements that stand."""
    with reading(engine) as session:
        standing = select(Announcement.id).where(col(Announcement.withdrawn).is_(False))
        return [id_ or 0 for id_ in session.exec(standing.order_by(col(Announcement.id)))]
