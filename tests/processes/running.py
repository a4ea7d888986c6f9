"""Run the command `tracker` in a process, with its own database and settings."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.factories.databases import make_database
from tests.processes import forks

TRACKER = [sys.executable, "-P", "-m", "tracker"]
# Environment variables that are read when a process starts, and not in a fork.
AT_START = ("PYTHON", "LD_")


@dataclass
class Tracker:
    """One installation: `extra` are further environment variables; by default, its database is in `folder`.

    The default database exists, without rows, from the beginning.
    """

    folder: Path
    extra: dict[str, str] = field(default_factory=dict)
    database: str = ""

    def __post_init__(self) -> None:
        file = self.folder / "tracker.db"
        if not self.database and "TRACKER_DATABASE" not in self.extra:
            make_database(file)

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment of its processes."""
        return {
            **os.environ,
            "TRACKER_DATABASE": self.database or f"sqlite:///{self.folder / 'tracker.db'}",
            "TRACKER_SETTINGS": os.devnull,
            "PYTHONWARNINGS": "error",
            # pytest's workers have one; a pipe shows plain lines.
            "COLUMNS": "",
            # A machine that forbids it would have every process compile everything again.
            "PYTHONDONTWRITEBYTECODE": "",
            **self.extra,
        }

    def run(self, *arguments: str, code: int | None = 0) -> subprocess.CompletedProcess[str]:
        """Run one command to its end; `code` is the expected exit code, None accepts any."""
        if any(name.startswith(AT_START) for name in self.extra):
            command = [*TRACKER, *arguments]
            done = subprocess.run(
                command,
                env=self.environment,
                cwd=self.folder,
                capture_output=True,
                text=True,
                timeout=forks.SECONDS,
                check=False,
            )
        else:
            done = forks.run("tracker.cli.app:main", *arguments, environment=self.environment, folder=self.folder)
        assert code is None or done.returncode == code, f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def json(self, *arguments: str) -> Any:
        """Run one command with `--format json` and read what it prints."""
        return json.loads(self.run(*arguments, "--format", "json").stdout)

    def start(self, *arguments: str, program: Sequence[str] = TRACKER) -> subprocess.Popen[str]:
        """Start a command and leave it running."""
        return subprocess.Popen(
            [*program, *arguments],
            env=self.environment,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
