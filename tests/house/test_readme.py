"""The README's commands and declarations do what it says."""

import re
import shlex
from pathlib import Path

import pytest

from config.files import read_entries, read_entry
from config.schema.initiative import Initiative
from config.schema.source import Source
from tests.processes.running import Tracker
from tracker.demo.server import serve

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_everyday_commands_run(tmp_path: Path) -> None:
    (everyday,) = [block for block in blocks("console") if "tracker crawl" in block]
    with serve(stage=2) as replica:
        tracker = Tracker(tmp_path, {"TRACKER_REPLICA": replica.url})
        for line in everyday.splitlines():
            tracker.run(*shlex.split(line)[1:])
        (query,) = [block for block in blocks("console") if "--format csv" in block]
        assert tracker.run(*shlex.split(query)[1:]).stdout.startswith("id,initiative,day")


def test_the_example_source_is_one(tmp_path: Path) -> None:
    (example,) = [block for block in blocks("yaml") if "lists:" in block]
    file = tmp_path / "example-ministry.yaml"
    file.write_text(example, encoding="utf-8")
    assert read_entry(file, Source).lists[0].kind == "listing"


def test_the_example_initiative_is_one(tmp_path: Path) -> None:
    (example,) = [block for block in blocks("yaml") if "names:" in block]
    file = tmp_path / "initiatives.yaml"
    file.write_text(example, encoding="utf-8")
    assert len(read_entries(file, Initiative)) == 1
    assert len(example.splitlines()) <= 8


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_two_commands_are_targets(target: str) -> None:
    assert f"make {target}" in README
    assert f"\n{target}: " in (Path(__file__).parents[2] / "Makefile").read_text(encoding="utf-8")
