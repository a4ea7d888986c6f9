"""Tests that docs/commands.md describes commands as they are."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from tracker.cli.app import app

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
LINES = [
    line
    for block in re.findall(r"^```console\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]
# An entry begins with the command.
ENTRIES = re.findall(r"^- `tracker ([^`]+)`(.*?)(?=^- |^$)", PAGE, re.MULTILINE | re.DOTALL)


def found(words: list[str]) -> tuple[Any, list[str]]:
    """The command that `tracker WORDS` names, and the words behind its name."""
    command: Any = get_command(app)
    while words and words[0] in getattr(command, "commands", {}):
        command, words = command.commands[words[0]], words[1:]
    return command, words


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_accepted(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("pages.warc.gz", "page.html"):
        (tmp_path / name).touch()
    program, *words = shlex.split(line)
    assert program == "tracker"
    command, rest = found(words)
    command.make_context(line, rest)


@pytest.mark.parametrize(("command", "text"), ENTRIES, ids=[command for command, _ in ENTRIES])
def test_an_entry_names_options_that_the_command_has(command: str, text: str) -> None:
    options = {option for parameter in found(command.split())[0].params for option in parameter.opts}
    assert set(re.findall(r"`(--[a-z-]+)", text)) <= options


def test_there_are_lines_and_entries() -> None:
    assert len(LINES) > 20
    assert len(ENTRIES) > 40
