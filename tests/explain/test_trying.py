"""`tracker rules try`: what a sentence says by itself, and the rows that hold in it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.processes.running import Tracker
from tests.tag.sayings import RULES, document
from tracker.explain.places import Places
from tracker.explain.trying import tried

SENTENCES = [
    # Language, sentence, act, rule, those that hold, too, and the act without all of them.
    (
        "zh",
        "代表们察看了人形机器人展区。",
        "mentioned",
        "zh.mentioned.seen",
        ["zh.mentioned.part-of-an-event"],
        "progress",
    ),
    ("zh", "要发挥全国统一大市场支撑作用。", "mentioned", "zh.mentioned.plays-a-part", [], "pledged"),
    (
        "zh",
        "以低空经济为主题的论坛在合肥举行。",
        "mentioned",
        "zh.mentioned.by-it",
        ["zh.mentioned.part-of-an-event"],
        "mentioned",
    ),
    ("zh", "低空经济。", "mentioned", "acts.default.mentioned", [], None),
    ("en", "Data is the foundation of Digital China.", "mentioned", "en.mentioned.foundation-of", [], "mentioned"),
]


@pytest.mark.parametrize(("language", "sentence", "act", "rule", "besides", "without"), SENTENCES)
def test_a_sentence_is_tried(
    language: str, sentence: str, act: str, rule: str, besides: list[str], without: str | None
) -> None:
    (told,) = tried(document(language, sentence), RULES, Places())
    found: dict[str, Any] = {**told, "besides": [one["rule"] for one in told["besides"]]}
    assert (found["act"], found["rule"], found["besides"], found["without"]) == (act, rule, besides, without)
    assert found["place"].rpartition(":")[2].isdecimal()


def test_an_exception_is_among_the_others() -> None:
    (told,) = tried(document("zh", "我国将以新能源汽车作为突破口，做强制造业。"), RULES, Places())
    (other,) = (one for one in told["others"] if one["rule"] == "zh.mentioned.by-it.unless.0")
    assert other["without"] == "mentioned"
    assert other["place"].startswith("tracker/tag/acts/mentioned/zh/used.py:")


def test_it_is_printed(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    asked = ("rules", "try", "以低空经济为主题的论坛在合肥\x1b[31m举行。", "--language", "zh")
    shown = tracker.run(*asked).stdout
    assert "zh.mentioned.by-it   tracker/tag/acts/mentioned/zh/used.py:" in shown
    assert "[以]低空经济[为主题]的论坛在合肥" in shown
    assert "\x1b" not in shown
    (told,) = json.loads(tracker.run(*asked, "--format", "json").stdout)
    assert told["rule"] == "zh.mentioned.by-it"
    none = tracker.run("rules", "try", "Nothing of ours.", "--language", "en").stdout
    assert none == "the sentence does not name any initiative of the catalogue\n"
    assert "the sentence is empty" in tracker.run("rules", "try", " ", "--language", "zh", code=2).stderr
