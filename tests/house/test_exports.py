"""What docs/exports.md shows runs."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.stored import installation
from tests.processes.running import Tracker

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Tracker:
    """An installation that has announced something."""
    return installation(tmp_path_factory.mktemp("exported"))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[0][:40])
def test_a_block_of_the_shell_runs(tracker: Tracker, block: str) -> None:
    here = str(Path(sys.executable).parent)
    environment = tracker.environment | {"PATH": os.pathsep.join([here, os.environ["PATH"]])}
    command = ["bash", "-e", "-o", "pipefail", "-c", block]
    done = subprocess.run(
        command, env=environment, cwd=tracker.folder, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
