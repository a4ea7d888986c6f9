"""Tests that every wrong input is refused in one line of our own, with exit code 2 or 75, and changes nothing."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.processes.running import Tracker
from tests.tables import table

ROWS = table(Path(__file__).with_name("wrong_inputs.yaml"))
# Phrases of pydantic, Python and SQLAlchemy.
FOREIGN = re.compile(
    r"Input should|Value error|validation error|Traceback|Error:|valid (?:string|integer)|sqlalche\.me"
)


def held(folder: Path) -> dict[str, bytes]:
    """Return the content of every file in a folder, except the files that SQLite adds beside an open database."""
    files = (place for place in folder.rglob("*") if place.is_file() and not place.name.endswith(("-shm", "-wal")))
    return {str(file): file.read_bytes() for file in files}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["says"])
def test_a_wrong_input_is_refused_in_one_line(tmp_path: Path, row: dict[str, Any]) -> None:
    settings = {**row.get("settings", {})}
    write(tmp_path, row.get("files", {}))
    if "mine" in row:
        write(tmp_path / "mine", row["mine"])
        settings["TRACKER_CONFIG"] = str(tmp_path / "mine")
    for name in row.get("dangling", ()):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).symlink_to("nowhere")
    (tmp_path / "home").mkdir()
    home = {"XDG_STATE_HOME": str(tmp_path / "home"), "XDG_DATA_HOME": str(tmp_path / "home")}
    tracker = Tracker(tmp_path, {**home, **settings})
    before = held(tmp_path)
    done = tracker.run(*row.get("command", "initiatives").split(), code=row.get("code", 2))
    assert done.stdout == "" or done.stdout.startswith("imported 0 pages, ")
    assert row["says"] in done.stderr
    assert done.stderr.startswith("tracker: ")
    assert done.stderr.count("\n") == 1
    assert not FOREIGN.search(done.stderr)
    assert held(tmp_path) == before


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "我国发布深海科技指南。"), ("en", "China issued a deep-sea guideline.")]
)
def test_an_initiative_may_have_one_language(tmp_path: Path, language: str, said: str) -> None:
    terms = {"zh": "names: {zh: 深海科技}\n  zh: [深海科技]", "en": "names: {en: Deep sea}\n  en: [deep-sea guideline]"}
    write(tmp_path / "mine", {"initiatives.yaml": f"deep-sea:\n  {terms[language]}\n"})
    tracker = Tracker(tmp_path, {"TRACKER_CONFIG": str(tmp_path / "mine")})
    told = tracker.json("explain", "--text", said, "--language", language, "--published", "2026-01-05")
    assert {mention["initiative"] for mention in told["mentions"]} == {"deep-sea"}
    (row,) = (row for row in tracker.json("initiatives") if row["id"] == "deep-sea")
    assert row["name"] == row["name_zh"]
