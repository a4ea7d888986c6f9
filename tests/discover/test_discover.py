"""Tests that new names are found by form and by burst; real years rank their initiatives first."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from config.files import read_entries
from config.schema.initiative import Initiative
from db.queries.documents import Published
from tests.processes.running import Tracker
from tests.sizes import size
from tracker.discover.bursts import finds
from tracker.discover.phrases import phrases


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("制定“互联网＋”行动计划。", "互联网+", "deed"),
        ("开展人工智能+消费应用。", "人工智能+", "plus"),
        ("要实施“中国制造2025”，加快转型。", "中国制造2025", "quoted"),
        ("积极打造生物制造、商业航天、低空经济等新增长引擎。", "低空经济", "listed"),
        ("因地制宜发展新质生产力，塑造新动能。", "新质生产力", "headed"),
        ("组织实施标准提升行动，扩大内需。", "标准提升行动", "called"),
        ("继续推进制造业数字化转型行动、农机装备补短板行动。", "农机装备补短板行动", "called"),
        ("启动好产业基础再造工程。", "产业基础再造工程", "called"),
        ("开展低碳城市试点工作", "低碳城市试点", "called"),
        ("稳步推进大学生创业引领计划和其他工作。", "大学生创业引领计划", "called"),
        ("實施『量子种子』行动。", "量子种子", "deed"),
        ("China will launch the AI Plus initiative this year.", "AI Plus", "plus"),
        ("It released the Digital Silk Road Action Plan.", "Digital Silk Road Action Plan", "named"),
    ],
)
def test_names_are_known_by_their_form(text: str, name: str, form: str) -> None:
    assert (name, form) in {(phrase.text, phrase.form) for phrase in phrases(text)}


@pytest.mark.parametrize(
    "text",
    [
        "实施重大工程，开展专项行动，启动试点，推进第一个五年计划",
        "推进工程建设，行动起来，试点先行，计划单列市增多",
        "根据第三条、第十五条、第六条等规定",
        "教育部、公安部、财政部等部门",
        "一二、三四和五六",
    ],
)
def test_articles_and_offices_are_no_names(text: str) -> None:
    assert list(phrases(text)) == []


def document(year: int, text: str) -> Published:
    """A document of a year."""
    return Published("x", "", None, datetime(year, 3, 5, tzinfo=UTC), text)


def test_what_history_knows_is_no_news() -> None:
    old = [document(2023, "培育发展低空经济，发展数字经济。")] * 2
    found = finds(lambda: [document(2024, "发展低空经济和数字经济，培育新质生产力。")] * 2, old, 10)
    assert [find.text for find in found] == ["新质生产力"]
    assert found[0].first.quote


@pytest.mark.parametrize(
    ("texts", "name", "proposed"),
    [
        # 要 before a noun is part of it; before a name that stands elsewhere, too, it is not.
        (["推进审批提速、要素保障、环境优化等工作。"], "素保障", False),
        (["推进审批提速、要素保障、环境优化等工作。"], "要素保障", True),
        (["推进量子种子、要素经济。", "推动要素经济发展。"], "素经济", False),
        (["推进“要量子种子”，培育“量子种子”。"], "量子种子", True),
        # 和, 与 and 及 join names, unless they begin or end a member of a list.
        (["培育壮大商业航天和深海经济，促进就业。"], "深海经济", True),
        (["实施“量子种子”计划和深海开发工程。"], "深海开发工程", True),
        (["推进和睦经济，推动发展、和睦经济。"], "睦经济", False),
        (["推进法治宣传、知识普及、环境优化。", "推动知识普及，加强领导。"], "知识普", False),
        (["推进法治宣传、海洋牧场及环境优化。"], "海洋牧场", True),
    ],
)
def test_a_name_is_not_cut_out_of_a_word(texts: list[str], name: str, proposed: bool) -> None:
    found = finds(lambda: [document(2024, text) for text in texts], [], 50)
    assert (name in [find.text for find in found]) is proposed


@pytest.mark.parametrize(
    ("year", "names"),
    [
        (2015, ["互联网+", "中国制造2025"]),
        (2024, ["人工智能+", "新质生产力", "低空经济"]),
        (2025, ["具身智能"]),
    ],
)
def test_the_names_of_a_year_rank_among_its_first_twenty(archive: Tracker, year: int, names: list[str]) -> None:
    rows = archive.json("discover", "--since", f"{year}-01-01", "--until", f"{year}-12-31", "--known")
    assert set(names) <= {row["name"] for row in rows[:20]}


def rows(file: Path) -> list[dict[str, Any]]:
    """Return the records of a file."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def archive(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Tracker:
    """An installation that has read the Work Reports and the ministries' papers, by day the reports of twenty years."""
    tracker = Tracker(tmp_path_factory.mktemp("archive"))
    since, step = size(1900, 2006), size(1, 3)
    reports, papers = (rows(shared / "corpora" / f"{name}-zh.jsonl.gz") for name in ("work-reports", "ministry-papers"))
    chosen = [row for row in reports if int(row["published"][:4]) >= since] + papers[::step]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in chosen)
    (tracker.folder / "archive.jsonl").write_text(lines, encoding="utf-8")
    tracker.run("import", "archive.jsonl")
    tracker.run("read")
    return tracker


def test_days_are_those_of_beijing(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    row = {"url": "https://x/1", "published": "2025-08-26", "text": "实施“量子种子”行动，实施“量子种子”行动。"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    tracker.run("import", "a.jsonl")
    tracker.run("read")
    assert tracker.json("show", "https://x/1")["published"] == "2025-08-26"
    found = tracker.json("discover", "--since", "2025-08", "--until", "2025-08")
    assert [row["first_seen"] for row in found] == ["2025-08-26"]


def test_proposals_are_ready_to_paste(archive: Tracker) -> None:
    told = archive.run("discover", "--since", "2024-01-01", "--until", "2024-12-31", "--format", "yaml").stdout
    file = archive.folder / "initiatives.yaml"
    file.write_text(told, encoding="utf-8")
    entries = read_entries(file, Initiative)
    assert len(entries) == 20
    assert "新质生产力" not in {name for entry in entries.values() for name in entry.zh}, "the catalogue knows it"
