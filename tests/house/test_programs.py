"""Tests that docs/programs.md shows what programs get."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.stored import installation
from tests.lacking import cannot_run
from tests.processes.running import Tracker
from tracker.contract.outputs import schemas

ROOT = Path(__file__).parents[2]
PROGRAMS = (ROOT / "docs" / "programs.md").read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"```console\n(.*?)```", PROGRAMS, re.DOTALL) for line in block.splitlines()]


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Tracker:
    """An installation that has announced something."""
    return installation(tmp_path_factory.mktemp("shown"))


def shell(tracker: Tracker, *command: str) -> str:
    """Return what a command prints where `tracker` and `python` are on the path."""
    here = str(Path(sys.executable).parent)
    environment = tracker.environment | {"PATH": os.pathsep.join([here, os.environ["PATH"]])}
    done = subprocess.run(
        command, env=environment, cwd=tracker.folder, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_shell_runs(tracker: Tracker, line: str) -> None:
    if "| jq" in line and not shutil.which("jq"):
        cannot_run("no jq here: apt-get install jq")
    assert shell(tracker, "bash", "-o", "pipefail", "-c", line).strip() or ">" in line.rsplit("|", maxsplit=1)[-1]


def test_the_python_runs(tracker: Tracker) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", PROGRAMS, re.DOTALL)
    assert shell(tracker, sys.executable, "-c", program).startswith("2025-08-26 The State Council issued")


def test_the_columns_are_those_that_are_shown() -> None:
    for name in re.findall(r"\(schema/([\w-]+)\.json\)", PROGRAMS):
        assert name in {*schemas(), "openapi"}
