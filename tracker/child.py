"""Runs a command of ours as a process of its own, with a hard time limit, and ends it with all it started."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO, NamedTuple

PAUSE = 0.2
GRACE = 10.0
# What a child says last fits in here; the rest of what it printed is not kept.
TAIL = 4000


class Ended(NamedTuple):
    """How a child ended: its exit code, or None where we ended it; and the last line that it printed."""

    code: int | None
    said: str


def run(arguments: Sequence[str], seconds: float, go_on: Callable[[], bool]) -> Ended:
    """Run `tracker ARGUMENTS` without a shell, at most `seconds`, and for as long as `go_on()` holds."""
    command = [sys.executable, "-P", "-m", "tracker", *arguments]
    with tempfile.TemporaryFile() as output:
        # A group of its own: what we end, we end with its children.
        child = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
        end = time.monotonic() + seconds
        try:
            while child.poll() is None and time.monotonic() < end and go_on():
                time.sleep(PAUSE)
            in_time = child.poll()
        finally:
            _end(child)
        return Ended(in_time, _last_line(output))


def _end(child: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if child.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, sign)
            with suppress(subprocess.TimeoutExpired):
                child.wait(GRACE)


def _last_line(output: IO[bytes]) -> str:
    size = output.seek(0, os.SEEK_END)
    output.seek(max(0, size - TAIL))
    lines = output.read().decode(errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")
