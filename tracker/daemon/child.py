"""Run one of our commands in a separate process with a hard time limit, and end it with all that it started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import IO, NamedTuple, Self

PAUSE = 0.2
GRACE = 10.0
# The number of bytes that are kept of a child's output: the last ones.
MOST = 1_000_000


class Ended(NamedTuple):
    """Hold how a child ended: its exit code, or None if we ended it; what it printed, and its last line."""

    code: int | None
    printed: str
    said: str


def run(arguments: Sequence[str], seconds: float, go_on: Callable[[], bool], environment: Mapping[str, str]) -> Ended:
    """Run `tracker ARGUMENTS` without a shell, at most `seconds`, and for as long as `go_on()` holds."""
    command = [sys.executable, "-P", "-m", "tracker", *arguments]
    # A separate group: we end it with its children. No files in between, because a disk may be full.
    with subprocess.Popen(  # noqa: S603
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        bufsize=0,
    ) as child:
        printed, complained = _Tail(child.stdout), _Tail(child.stderr)
        end = time.monotonic() + seconds
        try:
            while child.poll() is None and time.monotonic() < end and go_on():
                printed.take()
                complained.take()
                time.sleep(PAUSE)
            in_time = child.poll()
        finally:
            _end(child)
        out, complaint = printed.take().text(), complained.take().text()
        return Ended(in_time, out, (in_time != 0 and _last_line(complaint)) or _last_line(out))


class _Tail:
    """Keep the end of a pipe's output without waiting: a grandchild may hold its other end for ever."""

    def __init__(self, pipe: IO[bytes] | None) -> None:
        if pipe is None:
            raise ValueError("the child has no such pipe")
        self.pipe = pipe.fileno()
        self.kept = b""
        os.set_blocking(self.pipe, False)

    def take(self) -> Self:
        with suppress(BlockingIOError):
            while piece := os.read(self.pipe, 65536):
                self.kept = (self.kept + piece)[-MOST:]
        return self

    def text(self) -> str:
        return self.kept.decode(errors="replace")


def _end(child: "subprocess.Popen[bytes]") -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if child.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, sign)
            with suppress(subprocess.TimeoutExpired):
                child.wait(GRACE)


def _last_line(text: str) -> str:
    return next((line.strip() for line in reversed(text.split("\n")) if line.strip()), "")
