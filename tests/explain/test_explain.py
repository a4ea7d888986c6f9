"""Tests `tracker explain`: what it prints, and what it refuses in one line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.processes.running import Tracker

SAID = "工业和信息化部9月1日印发《低空经济发展行动方案》，提出到2027年建成100个低空经济起降点。"
TEXT = ("--text", SAID, "--published", "2025-09-02")

REFUSED = [
    ((), "give a document's URL"),
    (("1", "--text", "低空经济", "--language", "zh"), "give a document's URL"),
    (("--text", "低空经济", "--language", "fr"), "'fr' is not one of"),
    (("--text", " ", "--language", "zh"), "--text is empty"),
    (("--text", "低空经济", "--language", "zh", "--published", "soon"), "'soon' is not a day"),
    (("--text", "低空经济", "--language", "zh", "--initiative", "low-altitude"), "no initiative is called"),
    (("1", "--title", "a"), "go with --text"),
    (("999999",), "nothing is stored under '999999'"),
    (("99999999999999999999",), "nothing is stored under"),
    (("https://x/\x1b[2Jnone",), "nothing is stored under"),
    (("one", "two"), "give a document's URL"),
    (("--stories", "1"), "--stories needs two"),
    (("--stories", "1", "2", "--initiative", "ai-plus"), "--stories needs two"),
    (("--stories", "1", "2"), "nothing is stored under '1'"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED)
def test_wrong_input_gets_one_line(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = Tracker(tmp_path).run("explain", *arguments, code=2)
    assert said in done.stderr
    assert "\x1b" not in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_text_is_explained(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    shown = tracker.run("explain", *TEXT).stdout
    for part in (
        "zh.issued.puts-it-out   tracker/tag/acts/issued/papers_zh.py:",
        "9月1日[印发]《低空经济",
        "without it: pledged",
        "said.in-its-sentence   tracker/tag/attribution/voices.py:",
        "without it and bodies.miit.工业和信息化部: none",
        "dated.in-its-sentence   tracker/tag/days/choose.py:",
        "100 count",
        "config/initiatives.yaml:",
    ):
        assert part in shown
    (mention,) = tracker.json("explain", *TEXT, "--format", "json")["mentions"]
    assert mention["day"]["answer"] == "2025-09-01"
    assert [one["place"].partition(":")[0] for one in mention["body"]["besides"]] == ["config/bodies.yaml"]
    assert mention["figures"]["without"] == []


def test_figures_are_explained_by_rows(tmp_path: Path) -> None:
    text = "力争低空经济企业从300家增加到800家。某公司交付飞机20架。"
    asked = ("explain", "--text", text, "--language", "zh")
    tracker = Tracker(tmp_path)
    (mention,) = tracker.json(*asked, "--format", "json")["mentions"]
    (kind,) = mention["figures"]["kinds"]
    assert (kind["figure"]["value"], kind["figure"]["kind"], kind["rule"]) == (800, "target", "zh.target.planned")
    assert kind["place"].startswith("tracker/tag/figures/modality.py:")
    left_out = {one["figure"]["value"]: one["rule"] for one in mention["figures"]["left_out"]}
    assert left_out[300] == "zh.figure.starting-value"
    shown = tracker.run(*asked).stdout
    assert "left out: 300 count (力争低空经济企业从300家增加到800家)   zh.figure.starting-value   tracker/tag/" in shown


def test_a_text_without_a_mention_says_so(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    shown = tracker.run("explain", "--text", "全年新增就业一千万人。", "--language", "zh").stdout
    assert shown == "the text does not mention any initiative of the catalogue\n"


def test_control_characters_are_written_out(tmp_path: Path) -> None:
    text = "我国将加快发展低空经济\x1b[31m\u202e。"
    done = Tracker(tmp_path).run("explain", "--text", text, "--language", "zh")
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "\\x1b" in done.stdout


def test_what_is_stored_is_shown_with_its_rule(tmp_path: Path) -> None:
    tracker, url = Tracker(tmp_path), "https://x/1"
    record = {"url": url, "published": "2025-09-02", "lang": "zh", "text": SAID}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    tracker.run("import", "a.jsonl")
    tracker.run("read")
    shown = tracker.json("show", url, "--format", "json")["mentions"][0]["rule"]
    assert shown == tracker.json("explain", url, "--format", "json")["mentions"][0]["act"]["rule"]
    assert shown == tracker.json("show", "1", "--format", "json")["rule"]
    assert shown in tracker.run("explain", "1").stdout


def test_stories_are_explained_by_rows_and_evidence(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    texts = {
        "https://a/1": SAID,
        "https://b/1": "据新华社电，" + SAID,
        "https://c/1": SAID.replace("发展行动方案", "标准体系建设指南"),
        "https://d/1": "国家能源局9月2日启动氢能试点。",
    }
    lines = [{"url": url, "published": "2025-09-02", "lang": "zh", "text": text} for url, text in texts.items()]
    (tmp_path / "a.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    tracker.run("import", "a.jsonl")
    tracker.run("read")

    def explained(other: str) -> dict[str, Any]:
        told: dict[str, Any] = tracker.json("explain", "--stories", "https://a/1", other, "--format", "json")
        return told

    one = explained("https://b/1")
    assert (one["same"], one["rule"], one["without"]) == (True, "stories.join.one-text", False)
    assert one["place"].startswith("tracker/stories/one_text.py:")
    assert one["besides"] == [test["rule"] for test in one["tests"][1:]]
    assert one["evidence"]["time"] > 0
    assert sum(one["evidence"].values()) == one["score"]
    two = explained("https://c/1")
    assert (two["same"], two["rule"], two["without"]) == (False, "stories.part.other-papers", True)
    assert [test["rule"] for test in two["tests"]][:2] == [two["rule"], "stories.join.one-text"]
    neither = explained("https://d/1")
    assert (neither["same"], neither["rule"], neither["without"]) == (False, "stories.default.apart", None)
    shown = tracker.run("explain", "--stories", "https://a/1", "https://c/1").stdout
    assert "two announcements   stories.part.other-papers   tracker/stories/veto.py:" in shown
    assert "  without it: one\n  applies  stories.join.one-text   tracker/stories/one_text.py:" in shown
    assert tracker.run("explain", "--stories", "https://a/1", "https://a/1", code=2).stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "language", "field", "answer", "rule"),
    [
        (
            "工信部就《智能制造管理办法（征求意见稿）》公开征求意见，意见反馈截止时间为2025年8月7日。",
            "zh",
            "comment_until",
            "2025-08-07",
            "zh.stages.validity",
        ),
        ("国务院常务会议审议通过《关于深入实施“人工智能+”行动的意见》。", "zh", "stage", "adopted", "zh.stages.passed"),
        (
            "The ministry issued measures on smart manufacturing, which will take effect on October 1, 2025.",
            "en",
            "effective",
            "2025-10-01",
            "en.stages.validity.effective",
        ),
    ],
)
def test_the_stage_of_a_paper_and_its_days_have_rules(
    tmp_path: Path, text: str, language: str, field: str, answer: str, rule: str
) -> None:
    asked = ("--text", text, "--language", language, "--published", "2025-07-08")
    told = Tracker(tmp_path).json("explain", *asked, "--format", "json")["mentions"][0][field]
    assert (told["answer"], told["rule"].startswith(rule)) == (answer, True)
