"""What the outside servers accepted and how they answered, in a file that survives the death of its writer."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

TCP = Path("/proc/net/tcp")


class Process(NamedTuple):
    """A process that cannot be mistaken for a later one: its number, and when it was started (in ticks since boot)."""

    pid: int
    started: int


class Ledger:
    """Append events to a file; each is one write, so that a kill leaves whole lines."""

    def __init__(self, file: Path) -> None:
        self.descriptor = os.open(file, os.O_CREAT | os.O_APPEND | os.O_WRONLY)

    def note(self, event: str, *, surely: bool = False, **facts: Any) -> None:
        """Record an event; `surely` waits until it is on the disk."""
        line = json.dumps({"event": event, "at": time.time(), **facts}) + "\n"
        os.write(self.descriptor, line.encode())
        if surely:
            os.fsync(self.descriptor)


def events(file: Path) -> Iterator[dict[str, Any]]:
    """What a ledger holds, in order."""
    if file.exists():
        for line in file.read_text(encoding="utf-8").splitlines():
            with suppress(ValueError):
                yield json.loads(line)


def process(pid: int) -> Process | None:
    """The running process of a number."""
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return None
    return Process(pid, int(after_name[19]))


def client_at(port: int) -> Process | None:
    """Return which process on this machine has a port of loopback; None if that is over by now."""
    inode = next((row[9] for row in _connections() if row[1] == f"0100007F:{port:04X}"), "0")
    wanted = f"socket:[{inode}]"
    for folder in Path("/proc").glob("[0-9]*/fd"):
        with suppress(OSError):
            if any(wanted == link.readlink().name for link in folder.iterdir()):
                return process(int(folder.parent.name))
    return None


def _connections() -> Iterator[list[str]]:
    for line in TCP.read_text(encoding="ascii").splitlines()[1:]:
        yield line.split()
