"""Read files in processes of this machine: a process that dies loses only its last batch."""

import signal
from collections import deque
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from types import FrameType, TracebackType
from typing import Self

from tracker.backfill.one_file import read_one

# Forks of our own process would share its connections to the database. These come from one that only has the modules.
_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["tracker.backfill.one_file"])
ENDING = 20.0
"""Seconds that a process has to write what it has read, when it is to end."""

Ended = tuple[int, str | None]
"""The id of a file that is not read further now, and why its reader stopped, if the file is not at fault."""


class Processes:
    """Run a number of processes, each with one file; one that ended is replaced when the next file comes."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._idle: deque[_Process] = deque()
        self._busy: dict[Connection, tuple[int, _Process]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        workers = [*self._idle, *(worker for _, worker in self._busy.values())]
        for worker in workers:
            worker.stop()
        for worker in workers:
            worker.end()

    @property
    def link(self) -> str | None:
        """Return the address at which a browser shows their work: there is not one."""
        return None

    @property
    def busy(self) -> list[int]:
        """Return the files that are being read."""
        return [file_id for file_id, _ in self._busy.values()]

    @property
    def has_room(self) -> bool:
        """Decide whether another file may be started."""
        return len(self._busy) < self.most

    def start(self, file_id: int, url: str) -> None:
        """Start the reading of a file."""
        worker = self._idle.popleft() if self._idle else _Process()
        worker.line.send((file_id, url))
        self._busy[worker.line] = (file_id, worker)

    def ended(self, seconds: float) -> list[Ended]:
        """Return the processes that ended by now, or within some seconds."""
        found = []
        for line in wait(list(self._busy), seconds):
            assert isinstance(line, Connection)  # noqa: S101 - it is of those that were waited for
            file_id, worker = self._busy.pop(line)
            try:
                found.append((file_id, line.recv()))
            except (EOFError, OSError):  # it died, as the mark will show
                worker.end()
                found.append((file_id, None))
            else:
                self._idle.append(worker)
        return found


class _Process:
    """Hold a process, and the line to it."""

    def __init__(self) -> None:
        self.line, theirs = _FORKS.Pipe()
        self.process = _FORKS.Process(target=_serve, args=(theirs,))
        self.process.start()
        theirs.close()

    def stop(self) -> None:
        """Let it write what it has, and end."""
        self.line.close()
        self.process.terminate()

    def end(self) -> None:
        """Wait for its end."""
        self.process.join(ENDING)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()


def _serve(line: Connection) -> None:
    """Read the files that come, one after the other, until the line is closed."""
    # Ctrl-C reaches the parent as well, which then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    while True:
        try:
            file_id, url = line.recv()
        except EOFError:
            return
        error = None
        try:
            read_one(file_id, url)
        except Exception as raised:
            error = f"{type(raised).__name__}: {str(raised).splitlines()[0] if str(raised) else ''}"
        line.send(error)


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit
