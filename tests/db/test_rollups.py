"""Tests that the counts are those of a plain GROUP BY, whatever is written in whatever order."""

import random
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, select

from config import Config
from db.connect import write
from db.engine import reading, writing
from db.migrations.upgrade import revisions, upgrade
from db.models import Announcement, Document, Story
from db.queries import overview, timeline
from db.store.rollups import count_all, miscounts
from tests.factories.announcements import NOON
from tests.factories.reports import write_report
from tracker.pipeline.detect import Regrouped, detect

DAY = NOON.date()
INITIATIVES, BODIES, ACTS = ("ai-plus", "six-g"), (None, "miit", "ndrc"), ("issued", "pledged", "progress")
STAGES, DAYS = (None, "draft"), (None, DAY, DAY - timedelta(days=1), DAY - timedelta(days=40))


def draw_fields(draw: random.Random) -> dict[str, object]:
    """Return fields that counts depend on."""
    day = draw.choice(DAYS)
    named = {"act": draw.choice(ACTS), "stage": draw.choice(STAGES), "body": draw.choice(BODIES)}
    return named | {"timeline_day": day, "day": draw.choice((day, None)), "withdrawn": draw.random() < 0.2}


def change(session: Session, draw: random.Random) -> None:
    """Write, change or remove an announcement."""
    known = session.exec(select(Announcement)).all()
    if not known or draw.random() < 0.4:
        story = Story()
        session.add(story)
        session.flush()
        document = Document(source="miit", key=str(story.id), url="https://www.example.org/", story_id=story.id)
        session.add(document)
        session.flush()
        one = Announcement(story_id=story.id or 0, document_id=document.id or 0, initiative="", act="", quote="x")
        one.initiative = draw.choice(INITIATIVES)
    else:
        one = draw.choice(known)
        if draw.random() < 0.2:
            session.delete(one)
            return
    for name, value in draw_fields(draw).items():
        setattr(one, name, value)
    session.add(one)


@pytest.mark.parametrize("seed", range(3))
def test_counts_follow_every_write(engine: Engine, seed: int) -> None:
    draw = random.Random(seed)
    for _ in range(12):
        with writing(engine) as session:
            for _ in range(draw.randint(1, 4)):
                change(session, draw)
        with reading(engine) as session:
            assert miscounts(session) == []
            count = sum(one.announcements for one in overview.act_spans(session))
            assert sum(sum(overview.months_of(session, one).values()) for one in INITIATIVES) <= count
            assert count == len(session.exec(select(Announcement).where(Announcement.withdrawn == False)).all())  # noqa: E712


@pytest.mark.parametrize("seed", range(3))
def test_counts_follow_stories_that_merge_split_and_change(engine: Engine, config: Config, seed: int) -> None:
    draw = random.Random(seed)
    for number in range(12):
        with writing(engine) as session:
            stories = [one.id for one in session.exec(select(Story)).all()]
            said = {"act": draw.choice(ACTS), "body": draw.choice(BODIES), "day": draw.choice(DAYS)}
            named = dict.fromkeys(draw.sample(INITIATIVES, draw.randint(0, 2)), said)
            story = draw.choice([None, *stories])
            write_report(session, config, NOON, named, story=story, key=str(draw.randrange(6)))
            moved = draw.choice(session.exec(select(Document)).all())
            before, moved.story_id = moved.story_id or 0, draw.choice(stories or [moved.story_id])
            session.add(moved)
            session.flush()
            detect(session, config, Regrouped({before, moved.story_id or 0}, before={moved.id or 0: before}), NOON)
        with reading(engine) as session:
            assert miscounts(session) == [], number


def test_what_was_undone_is_not_counted(engine: Engine) -> None:
    with writing(engine) as session:
        change(session, random.Random(1))
        session.flush()
        session.rollback()
    with reading(engine) as session:
        assert timeline.standings(session) == {}


def test_wrong_counts_are_found_and_counted_again(engine: Engine) -> None:
    draw = random.Random(4)
    with writing(engine) as session:
        for _ in range(20):
            change(session, draw)
    with writing(engine) as session:
        session.connection().execute(text("UPDATE daycount SET announcements = announcements + 1"))
        session.connection().execute(text("UPDATE monthcount SET last = NULL"))
        session.connection().execute(text("DELETE FROM bodycount"))
    with writing(engine) as session:
        assert {name.split()[0] for name, _ in miscounts(session)} == {"daycount", "monthcount", "bodycount"}
        count_all(session)
        assert miscounts(session) == []


@pytest.mark.parametrize(("revision", "tables"), [("0018", ("daycount", "bodycount")), ("0021", ("monthcount",))])
def test_an_upgrade_counts_what_is_there(engine: Engine, revision: str, tables: tuple[str, ...]) -> None:
    draw, before = random.Random(5), revisions()[revisions().index(revision) - 1]
    with writing(engine) as session:
        for _ in range(20):
            change(session, draw)
    with write(engine) as connection:
        for table in tables:
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("UPDATE alembic_version SET version_num = :before"), {"before": before})
    upgrade(engine, revision)
    with reading(engine) as session:
        assert miscounts(session) == []
        assert timeline.standings(session)


def test_a_day_has_a_row_for_each_act_and_stage(engine: Engine, config: Config) -> None:
    with writing(engine) as session:
        write_report(session, config, NOON, {"six-g": {"act": "issued", "body": "miit", "day": date(2026, 11, 3)}})
        write_report(session, config, NOON, {"six-g": {"act": "issued", "body": "miit", "stage": "draft"}})
    with reading(engine) as session:
        first, second = timeline.acts_by_day(session, "six-g")
        assert (first.timeline_day, first.stage, first.times, first.stated) == (date(2026, 11, 3), None, 1, 1)
        assert (second.timeline_day, second.stage, second.times, second.stated) == (DAY, "draft", 1, 0)
        assert [tuple(one) for one in overview.body_spans(session)] == [("miit", "six-g", 2, DAY)]
