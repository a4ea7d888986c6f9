"""Have untrusted input read by a separate process, which is ended if it exceeds its limits."""

import atexit
import json
import os
import pickle
import subprocess
import sys
from contextlib import suppress
from functools import cache
from itertools import count
from multiprocessing.connection import Connection
from socket import send_fds, socketpair
from threading import Lock
from time import monotonic
from types import TracebackType
from typing import Any, Self

MOST_MEMORY = 480 * 1024**2
"""Bytes of data of a process that reads."""
SLOWER = 60
"""How many times its processor time a job may last by the clock, since other processes use the processor as well."""
STARTING = 600.0
MOST_ANSWER = 128 * 1024**2
# What a Python needs to start and to find its modules. Settings are in the environment too, and are left out.
PASSED_ON = ("PATH", "LANG", "LC_", "TZ", "PYTHON", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "COVERAGE")


_NUMBERS = count(1)
# Workers of several threads share the process from which theirs are forked.
_STARTING = Lock()


class BoundedError(Exception):
    """Input that could not be read; its text gives the reason."""


class OverrunError(BoundedError):
    """Input that exceeds the limits; its text says which."""


class UnreadableError(BoundedError):
    """The report of the reading process about input that it could not read."""


class Worker:
    """A process that does the jobs of one module, one after the other, and is replaced if a job ends it.

    The module has `prepare(config)`, which returns its jobs by name: functions of what they are sent. Their results are
    passed as JSON.
    """

    def __init__(self, module: str, config: object = None) -> None:
        self.module = module
        self.config = config
        self.overruns = 0
        """How many jobs exceeded their limits."""
        self._number = next(_NUMBERS)
        self._line: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def do(self, job: str, *sent: Any, seconds: float) -> Any:
        """Do a job within `seconds` of processor time; return its result.

        Raise OverrunError if it exceeds its limits, UnreadableError if it raises, and ChildProcessError if no process
        can be started.
        """
        answer = self._answer(job, sent, seconds, last=False) or self._answer(job, sent, seconds, last=True)
        if "error" in answer:
            raise UnreadableError(answer["error"])
        return answer["given"]

    def _answer(self, job: str, sent: tuple[Any, ...], seconds: float, *, last: bool) -> dict[str, Any]:
        """Return what the process answers; nothing if it ended before its time and this is not the `last` attempt.

        It was perhaps killed from outside, which is no fault of the job.
        """
        line = self._line or self._started()
        began = monotonic()
        try:
            line.send_bytes(pickle.dumps((job, sent, seconds)))
            if not line.poll(seconds * SLOWER):
                raise EOFError
            answer: dict[str, Any] = json.loads(line.recv_bytes(MOST_ANSWER))
        except (EOFError, OSError, ValueError) as error:
            self.close()
            if not last and monotonic() - began < seconds:
                return {}
            self.overruns += 1
            raise OverrunError(f"it takes more than {seconds:g} seconds or {MOST_MEMORY // 1024**2} MB") from error
        return answer

    def close(self) -> None:
        """Release the process."""
        if self._line:
            self._line.close()
            self._line = None
            with _STARTING:
                _starter().end(self._number)

    def _started(self) -> Connection:
        with _STARTING:
            try:
                self._line = _starter().start(self._number, self.module, self.config)
            except ChildProcessError:  # the process that forks them was killed, and the next may start
                self._line = _starter().start(self._number, self.module, self.config)
        return self._line


class _Starter:
    """The process from which readers are forked: it has loaded what they need, and reads nothing itself."""

    def __init__(self) -> None:
        ours, theirs = socketpair()
        environment = {name: value for name, value in os.environ.items() if name.startswith(PASSED_ON)}
        with theirs:
            command = [sys.executable, "-P", "-m", "tracker.bounded", str(theirs.fileno()), str(MOST_MEMORY)]
            self.process = subprocess.Popen(  # noqa: S603 - our own command
                command, env=environment, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()]
            )
        self.socket, self.line = ours, Connection(os.dup(ours.fileno()))
        atexit.register(self.stop)

    def start(self, number: int, module: str, config: object) -> Connection:
        """Fork a process that does a module's jobs for the worker with a number."""
        ours, theirs = socketpair()
        line = Connection(ours.detach())
        with suppress(EOFError, OSError):
            with theirs:
                self.line.send_bytes(pickle.dumps((number, module, pickle.dumps(config))))
                send_fds(self.socket, [b"+"], [theirs.fileno()])
            if line.poll(STARTING) and line.recv_bytes() == b"ready":
                return line
        line.close()
        _starter.cache_clear()
        raise ChildProcessError("the worker process for untrusted input did not start")

    def end(self, number: int) -> None:
        """End the process of a worker."""
        with suppress(OSError):
            self.line.send_bytes(pickle.dumps((number, "", b"")))

    def stop(self) -> None:
        """End it, and so all that it forked."""
        self.line.close()
        self.socket.close()
        self.process.wait()


@cache
def _starter() -> _Starter:
    return _Starter()
