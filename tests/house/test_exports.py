"""What docs/exports.md shows runs."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import is_command
from tests.contract.stored import installation
from tests.processes.running import Tracker

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
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


def test_what_an_assistant_starts_is_a_command() -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    for server in json.loads(shown)["mcpServers"].values():
        assert server["command"] == "tracker"
        assert is_command(server["args"])


def test_the_tools_are_those_of_the_server() -> None:
    from tracker.mcp import server

    shown = re.findall(r"^\| `(\w+)` \|", PAGE.partition("## Assistants")[2], re.MULTILINE)
    assert all(callable(getattr(server._Tools, name)) for name in shown)
    assert len(shown) == len([name for name in vars(server._Tools) if not name.startswith("_")])
