"""Tests pipes: a command ends without an error when its reader stops early."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.processes.running import TRACKER, Tracker

RECORD = {"id": "1", "published": "2025-08-26", "lang": "en", "text": "China unveiled an AI Plus guideline on Tuesday."}


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyze", "a.jsonl"),
        ("development", "ai-plus"),
        ("development", "ai-plus", "--format", "json"),
        ("timeline", "ai-plus", "--format", "json"),
        ("sources", "--format", "csv"),
        ("sources", "--format", "xlsx"),
        ("--help",),
        ("--version",),
    ],
    ids=" ".join,
)
def test_a_command_whose_reader_went_ends_without_a_word(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(RECORD)}\n" * 3, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*TRACKER, *arguments],
            env=Tracker(tmp_path).environment,
            cwd=tmp_path,
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=300,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        ("development nothing | true", 2, "no initiative is called 'nothing'"),
        ("analyze a.jsonl | head -1", 0, ""),
    ],
)
def test_a_shell_hears_the_code_of_a_command_in_a_pipe(tmp_path: Path, command: str, code: int, told: str) -> None:
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(RECORD)}\n" * 3, encoding="utf-8")
    done = subprocess.run(
        ["bash", "-c", f"{' '.join(TRACKER)} {command}; exit ${{PIPESTATUS[0]}}"],
        env=Tracker(tmp_path).environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, told in done.stderr, done.stderr == "") == (code, True, told == "")


@pytest.mark.parametrize(
    "command", ["sources", "sources --format xlsx", "development ai-plus", "health --tell", "--help"]
)
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_no_failure(tmp_path: Path, command: str, closed: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{' '.join(TRACKER)} {command} {closed}"],
        env=Tracker(tmp_path).environment,
        cwd=tmp_path,
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("group", [(), ("alerts",), ("db",), ("export",), ("rules",)], ids=" ".join)
def test_a_group_of_commands_without_one_prints_its_help_once(tmp_path: Path, group: tuple[str, ...]) -> None:
    done = Tracker(tmp_path).run(*group, code=2)
    assert (done.stdout + done.stderr).count("Usage:") == 1
