"""`tracker rules add`: a new row is checked, shown with what it changes, and written where it belongs."""

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import FunctionType
from typing import get_args

import pytest

from tests.processes.running import Tracker
from tests.tag.sayings import RULES, document
from tracker.cli.rules import Scopes
from tracker.explain.catalogue import ROOT, catalogue
from tracker.explain.naming import Rule as Named
from tracker.explain.row_drafts import DraftError, check, check_examples, cue, place_of
from tracker.explain.row_effects import Effects
from tracker.explain.row_source import inserted, written
from tracker.tag import engine
from tracker.tag.acts.cues import Words, is_news
from tracker.tag.acts.rule_tables import tables
from tracker.tag.engine import CLAUSE, WRITTEN, Near, Rule, Scope
from tracker.tag.tagger import tag

NAME = "zh.mentioned.tasted"
EXAMPLES = ("游客们品尝了人形机器人餐厅的面条。", "市民试吃低空经济主题小吃。")
ROW = Rule(NAME, before="(品尝|试吃)了?…", after="…8(餐厅|小吃)", scope=CLAUSE, examples=EXAMPLES)
GIVEN = ("rules", "add", NAME, "--before", ROW.before, "--after", ROW.after, "--scope", "clause")
GIVEN = (*GIVEN, "--example", EXAMPLES[0], "--example", EXAMPLES[1])
CHANGED = "大家品尝了低空经济餐厅的小吃，气氛热烈。"
ROWS = [row for by_language in tables().values() for table in by_language.values() for row in table.rows]


def test_a_row_is_shown_with_what_it_changes(tmp_path: Path) -> None:
    tracker, texts = Tracker(tmp_path), tmp_path / "texts"
    (tmp_path / "stored.jsonl").write_text(_record("https://example.com/1", CHANGED), encoding="utf-8")
    tracker.run("import", "stored.jsonl")
    tracker.run("read")
    texts.mkdir()
    (texts / "a.txt").write_text(CHANGED, encoding="utf-8")
    (texts / "b.jsonl").write_text(
        _record("https://example.com/2", CHANGED) + _record("https://example.com/3", "要发展低空经济。")
    )
    shown = tracker.run(*GIVEN, "--texts", "texts")
    assert shown.stdout.startswith(f'Rule(\n    "{NAME}",\n    before="(品尝|试吃)了?…",\n')
    assert "3 of 4 documents have its words; 3 mentions change" in shown.stdout
    assert f"low-altitude-economy   progress -> mentioned\n    {CHANGED}" in shown.stdout
    assert shown.stderr == ""
    told = json.loads(tracker.run(*GIVEN, "--above", "zh.mentioned.seen", "--format", "json").stdout)
    assert (told["name"], told["written"], told["documents"]) == (NAME, False, 1)
    assert told["file"] == "tracker/tag/acts/mentioned/zh/asked.py"
    assert [(one["url"], one["after"]) for one in told["changes"]] == [("https://example.com/1", "mentioned")]


def _record(url: str, text: str) -> str:
    return json.dumps({"url": url, "published": "2025-09-01", "lang": "zh", "text": text}, ensure_ascii=False) + "\n"


def test_a_row_is_written_where_it_belongs(tmp_path: Path) -> None:
    """The row goes into a copy of the program, which then decides by it."""
    for package in ("config", "db", "spiders", "tracker"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "TRACKER_DATABASE": f"sqlite:///{tmp_path / 'none.db'}"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tracker", *arguments]
        return subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)

    done = run(*GIVEN, "--unless", "before:将.*", "--when", "is_news", "--write")
    assert "no stored documents are read" in done.stderr
    assert "written into tracker/tag/acts/mentioned/zh/" in done.stderr
    assert NAME in run("rules", "try", EXAMPLES[1], "--language", "zh").stdout
    assert Named(NAME) not in catalogue().lines


@pytest.mark.parametrize("row", [ROWS[0], ROWS[-1], next(row for row in ROWS if row.name == "zh.mentioned.seen")])
@pytest.mark.parametrize("above", [True, False])
def test_a_source_with_a_new_row_is_as_the_formatter_leaves_it(row: Rule, above: bool) -> None:
    near = Near(before="a", scope=(CLAUSE, WRITTEN))
    new = Rule(
        NAME, text=r"\d『\"", when=(is_news, near), unless=(Words("will"),), against=True, examples=("例" * 60, "b")
    )
    file = ROOT / catalogue().lines[Named(row.name)][0]
    source = inserted(file.read_text(encoding="utf-8"), new, row.name, above=above)
    ruff = [sys.executable, "-m", "ruff"]
    for command in (["format", "--diff"], ["check", "--select", "E,F,I"]):
        asked = [*ruff, *command, "--stdin-filename", str(file), "-"]
        done = subprocess.run(asked, input=source, capture_output=True, text=True, cwd=ROOT, check=False)
        assert done.returncode == 0, done.stdout
    names = [node.args[0].value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and _is_row(node)]
    assert names.index(NAME) - names.index(row.name) == (-1 if above else 1)


def _is_row(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "Rule"


def test_every_row_is_written_as_it_is() -> None:
    """The source of every row of the tables gives the same row."""
    names = {**vars(engine), "Words": Words}
    for row in ROWS:
        asked = {one.__name__: one for one in (*row.when, *row.unless) if isinstance(one, FunctionType)}
        assert eval(written(row).rstrip().rstrip(","), {**names, **asked}) == row  # noqa: S307


def test_what_is_written_back_is_what_was_there() -> None:
    """A document is tagged as before once the effects of a row are known."""
    of_text, place = document("zh", CHANGED), place_of(NAME, None, None)
    before = [mention.model_dump() for mention in tag(of_text, RULES)]
    effects = Effects(ROW, place, RULES)
    assert list(effects.take([of_text, document("en", "Low-altitude economy.")])) == [1, 2]
    assert [change.after for change in effects.changes] == ["mentioned"]
    assert [mention.model_dump() for mention in tag(of_text, RULES)] == before


@pytest.mark.parametrize(
    ("row", "above", "says"),
    [
        (Rule(NAME, examples=EXAMPLES), None, "the row would match everywhere"),
        (Rule(NAME, before="(", examples=EXAMPLES), None, "'(' is not a pattern"),
        (Rule(NAME, before="{NO}", examples=EXAMPLES), None, "there is no fragment {NO}; zh has BEING"),
        (Rule(NAME, before="a", examples=("a",)), None, "has 1 example: give it 2 (--example)"),
        (Rule(NAME, before="a", examples=("a", "b")), None, "the example 'a' names no initiative"),
        (Rule(NAME, before="a", examples=EXAMPLES), None, "its conditions do not hold"),
        (Rule("zh.mentioned.seen", before="a", examples=EXAMPLES), None, "already called zh.mentioned.seen"),
        (Rule("zh.done.x", before="a", examples=EXAMPLES), None, "is not a name for a row"),
        (Rule("zh.progress.x", before="a", examples=EXAMPLES), None, "rows for progress are in several tables"),
        (Rule(NAME, before="a", examples=EXAMPLES), "zh.issued.study", "is not in a table with rows of zh.mentioned"),
        (
            Rule(NAME, before="察看", examples=("代表察看低空经济展区。", "他们察看氢能展品。")),
            None,
            "zh.mentioned.seen comes first (--above zh.mentioned.seen",
        ),
        (
            Rule(
                NAME,
                before="印发《",
                scope=WRITTEN,
                examples=("工信部印发《低空经济方案》。", "部里印发《氢能规划》。"),
            ),
            "zh.mentioned.seen",
            "the sentence is issued by another",
        ),
    ],
)
def test_a_wrong_draft_is_refused(row: Rule, above: str | None, says: str) -> None:
    with pytest.raises(DraftError) as error:
        _check(row, above)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def _check(row: Rule, above: str | None) -> None:
    place = place_of(row.name, above, None)
    check(row)
    check_examples(row, place, RULES)


def test_options_name_every_scope() -> None:
    assert get_args(Scopes) == get_args(Scope)


def test_a_condition_is_a_pattern_or_a_function() -> None:
    module = "tracker.tag.acts.mentioned.zh.asked"
    assert cue("after:…8展区", "zh", module) == Near(after="…8展区")
    assert cue("words:paper", "zh", module) == Words("paper")
    assert cue("is_denied", "zh", module)
    with pytest.raises(DraftError, match="'is_nothing' is no condition; write before:PATTERN"):
        cue("is_nothing", "zh", module)
