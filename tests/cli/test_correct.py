"""Tests `tracker correct`, `join`, `part`, `corrections`: what they refuse, and where a correction is shown."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.contract.stored import installation
from tests.processes.running import Tracker
from tracker.cli.app import app
from tracker.views.corrected import sentence
from tracker.views.corrections import for_people

WHO = ("--by", "Ana Li", "--note", "it is =1+1 only")
LOW = "low-altitude-economy"
B, C = "https://www.miit.gov.cn/b.html", "https://www.miit.gov.cn/c.html"


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Tracker:
    """Return an installation with announcements of two initiatives."""
    made = installation(tmp_path_factory.mktemp("corrected"))
    made.run("corrections", "--undo", "1")
    return made


def said(tracker: Tracker, *words: str, code: int = 0) -> str:
    """Return what a command prints, or the one line with which it is refused."""
    done = CliRunner(env=tracker.environment).invoke(app, words)
    if code:
        assert str(done.exception).count("\n") == 0
        return str(done.exception)
    assert done.exit_code == 0, done.output
    return done.stdout


def number(tracker: Tracker, quoted: str) -> str:
    """Return the number of the announcement that an address proves."""
    rows = json.loads(said(tracker, "timeline", LOW, "--format", "json"))
    return next(str(row["id"]) for row in rows if row["url"] == quoted)


def correct(tracker: Tracker, *words: str) -> str:
    """Make a correction, and return its number."""
    return said(tracker, *words, *WHO).split()[1]


REFUSED = {
    "correct 999 --act issued": "there is no announcement 999; `tracker news --since 2020` lists their numbers",
    "correct 1": "say what is wrong: --not-this, --act, --day, --body, or --note",
    "correct 1 --act isued": "no act is called 'isued'; did you mean issued?",
    "correct 1 --day tomorrow": "'tomorrow' is not a day; write YYYY-MM-DD",
    "correct 1 --day 0025-01-01": "is out of range",
    "correct 1 --day 2099-01-01": "2099-01-01 lies too far ahead: the day of an act is",
    "correct 1 --body mitt": "'mitt' may be more than one body",
    "correct 1 --not-this --act issued": "--not-this goes only with --note",
    f"correct 1 --note {'x' * 1001}": "--note has 1001 characters; write at most 1000",
    f"correct 1 --not-this --by {'x' * 81}": "--by is the name of a person, of 1 to 80 characters",
    "join 1 999": "nothing is stored under 999",
    "join 1 https://example.org/x": "nothing is stored under 'https://example.org/x'",
    "join 1 1": "both name the same document; name two",
    "part 1 3": "they are already two stories",
    "corrections --undo 999": "there is no correction 999; `tracker corrections` lists them",
}


@pytest.mark.parametrize("command", REFUSED)
def test_what_cannot_be_corrected_is_refused_in_one_line(tracker: Tracker, command: str) -> None:
    assert REFUSED[command] in said(tracker, *command.split(), code=2)
    assert said(tracker, "corrections", "--format", "json").strip() == "[]"


def test_a_wrong_number_is_exit_code_2(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    tracker.run("read")
    done = tracker.run("correct", "7", "--act", "issued", code=2)
    assert done.stderr == "tracker: there is no announcement 7; `tracker news --since 2020` lists their numbers\n"


def test_a_correction_is_shown_wherever_its_announcement_is(tracker: Tracker) -> None:
    id_ = number(tracker, B)
    made = correct(tracker, "correct", id_, "--act", "pledged")
    words = "act corrected by Ana Li on "
    for command in (["timeline", LOW], ["news", "--since", "2025"], ["show", id_], ["show", B], ["explain", id_]):
        shown = said(tracker, *command)
        assert words in shown, command
        assert "(the rules say launched): it is =1+1 only" in shown, command
    row = next(row for row in json.loads(said(tracker, "timeline", LOW, "--format", "json")) if row["id"] == int(id_))
    assert (row["act"], row["corrected"][0]["was"], row["corrected"][0]["by"]) == ("pledged", "launched", "Ana Li")
    assert row["corrected"][0]["at"].endswith("Z")
    assert "Ana Li" in said(tracker, "timeline", LOW, "--format", "csv")
    (listed,) = json.loads(said(tracker, "corrections", "--format", "json"))
    assert (listed["id"], listed["what"], listed["announcement"]) == (int(made), ["act"], int(id_))
    assert "pledged" in said(tracker, "corrections")
    assert said(tracker, "corrections", "--undo", made) == f"correction {made} is undone\n"
    assert words not in said(tracker, "timeline", LOW)
    assert said(tracker, "corrections", "--format", "json").strip() == "[]"
    assert json.loads(said(tracker, "corrections", "--all", "--format", "json"))[0]["undone_by"]


def test_a_correction_has_one_day_which_is_beijings() -> None:
    at = datetime(2026, 12, 1, 23, 50, tzinfo=UTC)
    mark = {"what": "act", "was": "pledged", "by": "Ana", "at": at.isoformat(), "note": ""}
    row = {"what": ["act"], "act": "issued", "initiative": LOW, "documents": [B], "undone_by": None, "at": at}
    assert sentence(mark) == "act corrected by Ana on 2026-12-02 (the rules say pledged)"
    assert str(for_people(row)["day"]) == "2026-12-02"


def test_what_is_not_this_is_found_under_its_initiative_no_more(tracker: Tracker) -> None:
    made = correct(tracker, "correct", number(tracker, C), "--not-this")
    assert C not in said(tracker, "timeline", LOW)
    assert C not in said(tracker, "search", "低空", "--initiative", LOW)
    assert C in said(tracker, "search", "低空")
    shown = json.loads(said(tracker, "show", C, "--format", "json"))
    assert shown["mentions"][0]["corrected"][0]["what"] == "not-this"
    said(tracker, "corrections", "--undo", made)
    assert C in said(tracker, "timeline", LOW)


def test_stories_are_joined_and_parted_by_number_or_address(tracker: Tracker) -> None:
    one, other = number(tracker, B), number(tracker, C)
    made = correct(tracker, "join", one, C)
    joined = json.loads(said(tracker, "timeline", LOW, "--format", "json"))
    assert [row["members"] for row in joined] == [2]
    assert json.loads(said(tracker, "show", other, "--format", "json"))["id"] == joined[0]["id"]
    parted = correct(tracker, "part", B, C)
    assert number(tracker, B) != number(tracker, C)
    for each in (made, parted):
        said(tracker, "corrections", "--undo", each)


def test_corrected_documents_are_gold_rows(tracker: Tracker) -> None:
    made = [
        correct(tracker, "correct", number(tracker, B), "--act", "pledged", "--day", "unknown"),
        correct(tracker, "join", B, C),
    ]
    rows = [json.loads(line) for line in said(tracker, "corrections", "--format", "gold").splitlines()]
    assert [row["url"] for row in rows] == [B, C]
    assert rows[0].keys() == {"id", "url", "lang", "title", "published", "text", "initiatives", "story"}
    annotation = rows[0]["initiatives"][LOW]
    assert (annotation["act"], annotation["day"], annotation["body"]) == ("pledged", None, "miit")
    assert annotation["figures"][0].keys() == {"value", "unit", "what"}
    assert rows[0]["story"] == rows[1]["story"] is not None
    assert (rows[0]["published"], rows[1]["published"]) == (None, "2026-06-05")
    for each in made:
        said(tracker, "corrections", "--undo", each)
    assert said(tracker, "corrections", "--format", "gold") == ""
