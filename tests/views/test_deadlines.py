"""Tests the list of coming dates, and that timeline, news, development and mails show the stage of a paper."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine

from config import Config
from db.engine import reading
from db.queries.timeline import Wanted
from tests.factories.announcements import announce
from tracker.alerts.compose.wording import deed
from tracker.cli.screen.plain import announcement
from tracker.development.tell import tell
from tracker.views.deadlines import deadlines, span
from tracker.views.recent_stories import recent_stories
from tracker.views.timeline import figure_words, timeline

DRAFT = {"day": date(2026, 6, 3), "stage": "draft", "comment_until": date(2026, 7, 3), "initiative": "hydrogen"}
ADOPTED = {"day": date(2026, 7, 31), "stage": "adopted"}
ISSUED = {
    "day": date(2026, 8, 26),
    "stage": "issued",
    "effective": date(2026, 10, 1),
    "expires": date(2031, 9, 30),
    "figures": [
        {"value": 70.0, "unit": "%", "what": "of factories", "period": "../2027", "kind": "target", "year": 2027},
        {"value": 3.0, "unit": "万家", "what": "firms", "period": "2026-06", "kind": "target", "year": 2026},
        {"value": 9.0, "unit": "%", "what": "so far", "period": "2026", "kind": "result", "year": 2026},
    ],
}


@pytest.fixture
def papers(engine: Engine, config: Config) -> Engine:
    """A draft on hydrogen; opinions on AI Plus that were adopted, issued, and recalled with one of the targets."""
    for fields in (DRAFT, ADOPTED, ISSUED):
        announce(engine, config, **fields)
    again = {"act": "pledged", "day": date(2026, 9, 1), "figures": ISSUED["figures"][:1]}
    announce(engine, config, **again)
    return engine


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ({"value": 250.0, "unit": "billion yuan", "what": "of sales"}, "250 billion yuan of sales"),
        ({"value": 625.0, "unit": "亿元", "what": "国债资金"}, "625 亿元 国债资金"),
        ({"value": 1000, "unit": "count", "what": "factories"}, "1,000 factories"),
        ({"value": 6.5, "unit": "%"}, "6.5 %"),
    ],
    ids=str,
)
def test_a_figure_in_words(figure: dict[str, Any], words: str) -> None:
    assert figure_words(figure) == words


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (
            {},
            [
                ("2026-06", "target"),
                ("2026-07-03", "comments"),
                ("2026-10-01", "effective"),
                ("2027", "target"),
                ("2031-09-30", "expires"),
            ],
        ),
        ({"since": date(2027, 5, 1)}, [("2027", "target"), ("2031-09-30", "expires")]),
        ({"until": date(2026, 6, 1)}, [("2026-06", "target")]),
        ({"since": date(2026, 7, 4), "until": date(2026, 10, 1)}, [("2026-10-01", "effective")]),
        ({"initiatives": ("hydrogen",)}, [("2026-07-03", "comments")]),
        ({"initiatives": ("six-g",)}, []),
    ],
)
def test_dates_to_come(papers: Engine, config: Config, asked: dict[str, Any], found: list[tuple[str, str]]) -> None:
    wanted = {"initiatives": (), "since": None, "until": None} | asked
    with reading(papers) as session:
        rows = deadlines(session, config, **wanted)
    assert [(row["when"], row["kind"]) for row in rows] == found
    assert [row["day"] is not None for row in rows] == [when.count("-") == 2 for when, _ in found]


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [("2027", "2027-01-01", "2027-12-31"), ("2028-02", "2028-02-01", "2028-02-29"), ("2026-10-01",) * 3],
)
def test_a_year_and_a_month_last_to_their_end(when: str, first: str, last: str) -> None:
    assert span(when) == (date.fromisoformat(first), date.fromisoformat(last))


def test_views_show_the_stage_and_its_days(papers: Engine, config: Config) -> None:
    with reading(papers) as session:
        rows = timeline(session, config, Wanted(("ai-plus", "hydrogen")))
        (draft,), _ = recent_stories(session, config, Wanted(stages=("draft",)))
        assert len(timeline(session, config, Wanted(("ai-plus",), stages=("adopted", "issued")))) == 2
    assert [announcement(row)["act"] for row in rows] == ["issued (draft)", "issued (adopted)", "issued", "pledged"]
    assert (rows[2]["effective"], rows[2]["expires"]) == (ISSUED["effective"], ISSUED["expires"])
    assert (draft["stage"], draft["comment_until"]) == ("draft", DRAFT["comment_until"])


def test_adoption_and_issuing_are_two_facts(papers: Engine, config: Config) -> None:
    with reading(papers) as session:
        told = tell(session, config, "ai-plus", date(2026, 11, 1))
    assert [(phase["state"], phase["since"]) for phase in told["phases"]] == [
        ("paper adopted", ADOPTED["day"]),
        ("paper issued", ISSUED["day"]),
    ]
    assert [(paper["stage"], paper["day"]) for paper in told["papers"]] == [
        ("adopted", ADOPTED["day"]),
        ("issued", ISSUED["day"]),
    ]


@pytest.mark.parametrize(
    ("language", "body", "stage", "paper", "written"),
    [
        ("en", "State Council", "adopted", "opinions", "State Council adopted opinions"),
        ("zh", "国务院", "adopted", "意见", "国务院审议通过意见"),
        ("en", "MIIT", "draft", "a draft for comment", "MIIT published a draft for comment"),
        ("zh", "工信部", "draft", "征求意见稿", "工信部发布征求意见稿"),
        ("en", "", "revised", "measures", "measures revised"),
        ("zh", "工信部", "repealed", "文件", "工信部废止文件"),
        ("en", "MIIT", "issued", "a notice", "MIIT issued a notice"),
    ],
)
def test_a_mail_names_the_stage(language: str, body: str, stage: str, paper: str, written: str) -> None:
    assert deed(language, body, "issued", paper, stage) == written
