"""Runs our commands on a terminal, as a person sees them."""

import os
import pty
import subprocess

from tests.processes.running import TRACKER, Tracker


def on_terminal(tracker: Tracker, *command: str, columns: int = 400) -> bytes:
    """Return everything that a command writes to a terminal of so many columns."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*TRACKER, *command],
        env={**tracker.environment, "COLUMNS": str(columns), "TERM": "xterm"},
        cwd=tracker.folder,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    shown = b""
    while part := _read(leader):
        shown += part
    process.wait(60)
    os.close(leader)
    return shown


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:  # all who wrote have gone
        return b""
