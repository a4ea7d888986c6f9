"""Tests what was announced lately: which stories, in which words, and what is new since the last time."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session

from config import Config
from db.beijing import beijing_today
from db.engine import open_database, reading, writing
from db.models import Announcement, Document, Mention, now
from db.queries.news import Sorted, newest_stories, stories_behind
from db.queries.timeline import Wanted
from tests.factories.announcements import NOON, announce
from tests.processes.running import Tracker
from tracker.views.clause import clause
from tracker.views.recent_stories import recent_stories

# More announcements of one story than a query for a few stories reads at once.
MANY = 120
QUOTE = "会议听取了汇报，国务院印发《关于深入实施“人工智能+”行动的意见》，提出到2027年的目标；会议还研究了其他事项。"
CLAUSES = [
    ("ai-plus", QUOTE, "国务院印发《关于深入实施“人工智能+”行动的意见》"),
    (
        "ai-plus",
        "He spoke of steel; the AI-Plus initiative, he said, comes first. Then he left.",
        "the AI-Plus initiative, he said, comes first",
    ),
    ("ai-plus", "没有提到名字，只有别的。", "没有提到名字"),
    ("ai-plus", "", ""),
    ("ai-plus", "一" * 200 + "人工智能＋行动" + "二" * 200, "…" + "一" * 57 + "人工智能＋" + "行动" + "二" * 56 + "…"),
    ("low-altitude-economy", "支持低空经济\n加快发展。", "支持低空经济"),
    (
        "low-altitude-economy",
        "为发展低空经济，7月22日，工业和信息化部印发通知，组织开展试点。",
        "为发展低空经济，7月22日，工业和信息化部印发通知",
    ),
    ("low-altitude-economy", "工业和信息化部印发通知，为低空经济提供支撑。", "为低空经济提供支撑"),
    ("low-altitude-economy", "为低空经济出力，现公布。", "为低空经济出力，现公布。"),
    ("gone", "First part; second part.", "First part"),
]


@pytest.mark.parametrize(("initiative", "quote", "shown"), CLAUSES)
def test_the_clause_is_the_one_that_names_the_initiative(
    config: Config, initiative: str, quote: str, shown: str
) -> None:
    assert clause(quote, config.initiatives.get(initiative)) == shown


def add_to(session: Session, story: int, initiative: str, act: str, day: date | None) -> None:
    """Let the story of an announcement announce another initiative."""
    document = session.get_one(Document, story)
    session.add(
        Announcement(
            story_id=story,
            initiative=initiative,
            act=act,
            timeline_day=day,
            document_id=document.id,
            quote="q",
            first_seen_at=NOON,
        )
    )


def told(engine: Engine, config: Config, **wanted: Any) -> list[dict[str, Any]]:
    """Return the rows that match."""
    with reading(engine) as session:
        return recent_stories(session, config, Wanted(**wanted))[0]


@pytest.fixture
def three(engine: Engine, config: Config) -> Engine:
    """Three stories, a day apart: AI Plus issued with manufacturing mentioned, 6G pledged by MIIT, low altitude."""
    announce(engine, config, quote=QUOTE, act="mentioned", day=date(2026, 11, 20))
    announce(engine, config, initiative="six-g", act="pledged", body="miit", day=date(2026, 11, 21), language="zh")
    announce(
        engine,
        config,
        initiative="low-altitude-economy",
        act="launched",
        body=None,
        source="xinhua",
        day=date(2026, 11, 22),
    )
    with writing(engine) as session:
        add_to(session, 1, "ai-manufacturing", "issued", date(2026, 11, 20))
        session.get_one(Document, 1).number = "国发〔2025〕11号"
        session.add(Document(source="ndrc", key="copy", url="https://www.ndrc.gov.cn/1", story_id=1, language="zh"))
        session.add(Mention(document_id=1, initiative="ai-manufacturing", act="issued", quote="q", start=0, end=1))
    return engine


def test_a_story_of_many_announcements_hides_none_behind_it(three: Engine, config: Config) -> None:
    with writing(three) as session:
        for number in range(MANY):
            add_to(session, 3, f"one-{number}", "mentioned", date(2026, 11, 22))
        add_to(session, 1, "quantum", "mentioned", None)
    for most in (1, 2, 3, None):
        assert [row["day"].day for row in told(three, config, most=most)] == [22, 21, 20][:most]


def test_a_story_is_one_row_that_says_its_strongest_act(three: Engine, config: Config) -> None:
    rows = told(three, config)
    assert [(row["day"].day, row["act"], row["body"], row["initiatives"]) for row in rows] == [
        (22, "launched", None, ["low-altitude-economy"]),
        (21, "pledged", "miit", ["six-g"]),
        (20, "issued", None, ["ai-manufacturing", "ai-plus"]),
    ]
    assert (rows[2]["sources"], rows[2]["number"], rows[2]["languages"]) == (
        ["miit", "ndrc"],
        "国发〔2025〕11号",
        ["en", "zh"],
    )


@pytest.mark.parametrize(
    ("wanted", "days"),
    [
        ({"initiatives": ("ai-plus",)}, [20]),
        ({"initiatives": ("ai-plus", "six-g")}, [21, 20]),
        ({"since": date(2026, 11, 21)}, [22, 21]),
        ({"until": date(2026, 11, 21)}, [21, 20]),
        ({"acts": ("issued", "launched")}, [22, 20]),
        ({"bodies": ("miit", "state-council")}, [21, 20]),
        ({"sources": ("ndrc",)}, [20]),
        ({"other_sources": ("miit", "ndrc")}, [22]),
        ({"language": "zh"}, [21, 20]),
        ({"found_after": NOON}, []),
        ({"found_after": NOON - timedelta(seconds=1)}, [22, 21, 20]),
        ({"found_until": NOON}, []),
        ({"most": 2}, [22, 21]),
    ],
)
def test_only_what_matches_is_shown(three: Engine, config: Config, wanted: dict[str, Any], days: list[int]) -> None:
    assert [row["day"].day for row in told(three, config, **wanted)] == days


def test_an_act_that_is_wanted_is_the_one_that_is_shown(three: Engine, config: Config) -> None:
    row = told(three, config, acts=("mentioned",))[0]
    assert (row["act"], row["initiatives"]) == ("mentioned", ["ai-plus", "ai-manufacturing"])
    assert row["clause"] == "国务院印发《关于深入实施“人工智能+”行动的意见》"


def test_what_is_withdrawn_is_no_news(three: Engine, config: Config) -> None:
    with writing(three) as session:
        session.get_one(Announcement, 2).withdrawn = True
    assert [row["day"].day for row in told(three, config)] == [22, 20]


def test_pages_of_stories_have_each_of_the_list_once_and_in_its_order(three: Engine, config: Config) -> None:
    for number in range(4):
        announce(three, config, day=date(2026, 11, 20), headline=f"of one day {number}")
    announce(three, config, day=None)
    announce(three, config, day=None)
    with writing(three) as session:
        # This story stands on its newest day alone.
        add_to(session, 3, "quantum", "mentioned", date(2026, 11, 19))
        add_to(session, 3, "six-g", "mentioned", None)
    with reading(three) as session:
        for wanted in (Wanted(), Wanted(until=date(2026, 11, 21)), Wanted(acts=("issued", "mentioned"))):
            every = newest_stories(session, wanted)
            for most in (1, 2, 3, len(every), None):
                pages: list[Sorted] = []
                while page := stories_behind(session, replace(wanted, most=most), pages[-1] if pages else None):
                    assert len(page) <= (most or len(every))
                    pages += page
                assert pages == every


def test_the_number_of_questions_does_not_grow_with_the_stories(engine: Engine, config: Config) -> None:
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *words: asked.append(words[2]))
    counts = []
    for _ in range(2):
        for _ in range(5):
            announce(engine, config)
        asked.clear()
        assert told(engine, config)
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.fixture
def own(tmp_path: Path, config: Config) -> tuple[Tracker, Callable[..., int]]:
    """An installation, and a function that writes an announcement of today into its database."""
    tracker = Tracker(tmp_path, {"XDG_STATE_HOME": str(tmp_path / "state")})
    engine = open_database(tracker.environment["TRACKER_DATABASE"])

    def write(days_ago: int = 0, **fields: Any) -> int:
        return announce(engine, config, at=now(), **{"day": beijing_today() - timedelta(days=days_ago)} | fields)

    return tracker, write


def test_each_is_news_once(own: tuple[Tracker, Callable[..., int]]) -> None:
    tracker, write = own
    first = write()
    write(days_ago=8)
    assert [row["id"] for row in tracker.json("news", "--peek")] == [first]
    assert [row["id"] for row in tracker.json("news")] == [first]
    done = tracker.run("news")
    assert done.stdout == ""
    assert done.stderr.startswith("nothing was announced since you last asked, ")
    second = write(initiative="six-g", days_ago=3)
    write(days_ago=400, cause="import")
    assert [row["id"] for row in tracker.json("news", "--initiative", "ai-plus")] == []
    assert [row["id"] for row in tracker.json("news", "--initiative", "6g")] == [second]
    table = tracker.run("news").stdout
    assert "six-g" in table
    assert tracker.json("news") == []
    assert len(tracker.json("news", "--since", "7d")) == 2
    assert len(tracker.json("news", "--since", "1d", "--by", "found")) == 4
    assert len(tracker.json("news", "--since", "2y", "--limit", "1")) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("news --since 2030", "nothing was announced since 2030-01-01; an earlier --since looks further back"),
        ("news --until 2020", "nothing was announced until 2020-12-31; a later --until shows more"),
        ("news --since 2020 --until 2020", "from 2020-01-01 to 2020-12-31; an earlier --since looks further back"),
        ("news --since 2020 --stage draft", "since 2020-01-01 with these filters; an earlier --since"),
        ("news --since 2030 --by found", "nothing was found since 2030-01-01; an earlier --since"),
        ("timeline six-g", "nothing was announced about 6G · 6G; `tracker search`"),
        ("timeline ai-plus --until 2020", "about AI Plus · 人工智能+ until 2020-12-31; `tracker search`"),
        ("timeline ai-plus --stage draft", "about AI Plus · 人工智能+ with these filters; `tracker search`"),
    ],
)
def test_an_empty_answer_says_what_was_asked(own: tuple[Tracker, Callable[..., int]], words: str, said: str) -> None:
    tracker, write = own
    write()
    assert said in tracker.run(*words.split()).stderr


def test_news_of_a_day_of_discovery_are_headed_by_it(own: tuple[Tracker, Callable[..., int]]) -> None:
    tracker, write = own
    write()
    laid_out = Tracker(tracker.folder, {**tracker.extra, "COLUMNS": "100"})
    assert laid_out.run("news", "--since", "2026", "--by", "found").stdout.startswith(
        "News found since 2026-01-01  1 story"
    )


def test_databases_and_users_have_times_of_their_own(own: tuple[Tracker, Callable[..., int]], tmp_path: Path) -> None:
    tracker, write = own
    write()
    assert len(tracker.json("news")) == 1
    other = Tracker(tmp_path, {"XDG_STATE_HOME": str(tmp_path / "another")})
    assert len(other.json("news")) == 1
    elsewhere = Tracker(tmp_path, tracker.extra, database=f"sqlite:///{tmp_path / 'other.db'}")
    open_database(elsewhere.environment["TRACKER_DATABASE"]).dispose()
    assert elsewhere.json("news") == []
    assert tracker.json("news") == []


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"x": 1}', "null"])
def test_a_state_file_that_cannot_be_read_counts_as_missing(own: tuple[Tracker, Callable[..., int]], kept: str) -> None:
    tracker, write = own
    write()
    tracker.json("news")
    file = next((tracker.folder / "state").rglob("news.json"))
    file.write_text(
        kept or json.dumps(dict.fromkeys(json.loads(file.read_text(encoding="utf-8")), 7)), encoding="utf-8"
    )
    assert len(tracker.json("news")) == 1
    assert tracker.json("news") == []


def test_a_state_that_cannot_be_kept_is_one_line(own: tuple[Tracker, Callable[..., int]]) -> None:
    tracker, write = own
    write()
    (tracker.folder / "state").write_text("a file where a folder belongs", encoding="utf-8")
    done = tracker.run("news")
    assert "AI Plus" in done.stdout
    assert "cannot be written" in done.stderr
    assert done.stderr.count("\n") == 1
